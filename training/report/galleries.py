"""The films of a report: shown only where they were asked for."""

import base64
import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from training.config import ConfigError
from training.report.material import GALLERIES, Material, read_json
from training.report.page import Section, box
from training.report.words import name, plain

Values = Mapping[str, Any]


def galleries(material: Material) -> Section:
    """Return the films that the evaluation kept, inlined.

    Raises
    ------
    ConfigError
        Where no galleries were made, or a film of them is gone.
    """
    parts = [
        box(
            "This chapter holds films. Keep this report where the films may be, and do not send "
            "or publish it.",
            kind="warn",
        )
    ]
    folder = material.folders.get(material.split)
    if folder is None or not (folder / GALLERIES).is_file():
        raise ConfigError(
            "there are no galleries: run hilum-train evaluate BUNDLE --out DIR --galleries, and "
            "name that DIR with --evaluation"
        )
    for kind, films in read_json(folder / GALLERIES).items():
        shown = Markup().join(_film(folder, film) for film in films)
        parts.append(
            Markup('<h3>{}</h3>\n<div class="films">\n{}</div>\n').format(
                name(kind).capitalize(), shown
            )
        )
    return Section("Films", Markup().join(parts))


def _film(folder: Path, film: Values) -> Markup:
    path = folder / str(film["file"])
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ConfigError(f"{GALLERIES} names a file outside its folder: {film['file']}")
    try:
        content = base64.b64encode(path.read_bytes()).decode()
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: make the galleries anew") from error
    kind = mimetypes.guess_type(path.name)[0] or "image/png"
    finding = str(film.get("finding") or film.get("predicted", ""))
    said = f"{name(finding)} {plain(film.get('probability'))}"
    return Markup(
        '<figure><img src="data:{};base64,{}" alt="Film" loading="lazy">'
        "<figcaption>{}<br>true: {}<br>{}</figcaption></figure>\n"
    ).format(kind, content, said, name(str(film.get("true", ""))), film.get("source", ""))
