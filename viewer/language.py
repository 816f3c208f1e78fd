"""The words of the window in the reader's language: Qt Linguist's files, one context for all."""

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.home import resources

NOT_FOR_DIAGNOSIS = "Not for diagnosis"
LANGUAGES = ("de", "fr", "es", "zh")
TEMPLATES = "templates.txt"
_QT_NAMES = {"zh": "zh_CN"}
_templates: list[tuple[str, re.Pattern[str]]] = []


def tr(text: str, **values: object) -> str:
    """Return a text in the reader's language, ``{name}`` replaced by ``values``.

    The text stands here as it is written in the code: `pyside6-lupdate` collects what is literal,
    ``packaging/translations.py`` what stands in tables.
    """
    found = QCoreApplication.translate("", str(text)) or text
    if values:
        return found.format(**values)
    return _filled(text) if _templates and found == text else found


def unmarked(text: str) -> str:
    """Return a menu's text without the mark of its key: "&Open", or "打开(&O)"."""
    return re.sub(r"\s*\(&\w\)|&", "", text)


@lru_cache(maxsize=1024)
def _filled(text: str) -> str:
    """Return a sentence of the engine with figures or names in it in the reader's language."""
    for template, pattern in _templates:
        if match := pattern.fullmatch(text):
            return QCoreApplication.translate("", template).format(*map(tr, match.groups()))
    return text


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return the engine's templates, the most particular first, and what they look like filled."""
    lines = (resources() / "translations" / TEMPLATES).read_text(encoding="utf-8").splitlines()
    lines.sort(key=lambda line: -len(re.sub(r"\{\d\}", "", line)))
    return [(line, re.compile(re.sub(r"\\{\d\\}", "(.+?)", re.escape(line)))) for line in lines]


def chosen(setting: str) -> str:
    """Return the language of a setting, "system" being that of the desktop; English if unknown."""
    wanted = QLocale.system().name() if setting == "system" else setting
    return next((code for code in LANGUAGES if wanted.startswith(code)), "en")


def current() -> str:
    """Return the language that the window speaks."""
    return chosen(QLocale().name())


def install(application: QCoreApplication, setting: str) -> str:
    """Load a language's words, Qt's own among them; return what is damaged, in a sentence."""
    language = chosen(setting)
    QLocale.setDefault(QLocale(language))
    _templates.clear()
    _filled.cache_clear()
    if language == "en":
        return ""
    damaged = []
    try:
        _templates.extend(_patterns())
    except (OSError, ValueError):
        damaged.append(TEMPLATES)
    qt = f"qtbase_{_QT_NAMES.get(language, language)}"
    for name, folder in (
        (qt, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"hilum_{language}", str(resources() / "translations")),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
        else:
            damaged.append(f"{name}.qm")
    if not damaged:
        return ""
    return tr(
        "{names} cannot be read: some words stay English. Install Hilum again.",
        names=", ".join(damaged),
    )
