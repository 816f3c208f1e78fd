"""The words of the window in the reader's language: Qt Linguist's files, one context for all."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.home import resources

NOT_FOR_DIAGNOSIS = "Not for diagnosis"
LANGUAGES = ("de", "fr", "es", "zh")
_QT_NAMES = {"zh": "zh_CN"}


def tr(text: str, **values: object) -> str:
    """Return a text in the reader's language, ``{name}`` replaced by ``values``.

    The text stands here as it is written in the code: `pyside6-lupdate` collects what is literal,
    ``packaging/translations.py`` what stands in tables.
    """
    found = QCoreApplication.translate("", str(text)) or text
    return found.format(**values) if values else found


def chosen(setting: str) -> str:
    """Return the language of a setting, "system" being that of the desktop; English if unknown."""
    wanted = QLocale.system().name() if setting == "system" else setting
    return next((code for code in LANGUAGES if wanted.startswith(code)), "en")


def install(application: QCoreApplication, setting: str) -> str:
    """Load a language's words, Qt's own among them; return the language."""
    language = chosen(setting)
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return language
    qt = f"qtbase_{_QT_NAMES.get(language, language)}"
    for name, folder in (
        (qt, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"hilum_{language}", str(resources() / "translations")),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
    return language
