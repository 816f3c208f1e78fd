from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from engine.exchange.naming import OutputNames

PARTS = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), max_size=300)


def test_a_plain_name_is_kept(tmp_path: Path) -> None:
    path = OutputNames(tmp_path).path_for("chest/ein Bild ü.dcm")
    assert path == tmp_path / "chest" / "ein Bild ü.dcm.png"


def test_a_name_is_handed_out_once_whatever_its_case(tmp_path: Path) -> None:
    names = OutputNames(tmp_path)
    given_names = [names.path_for(name).name for name in ("a.dcm", "A.dcm", "a.dcm", "b")]
    assert given_names == ["a.dcm.png", "A.dcm (2).png", "a.dcm (3).png", "b.png"]


def test_a_long_name_is_shortened_and_stays_different(tmp_path: Path) -> None:
    names = OutputNames(tmp_path)
    first, second = names.path_for("ü" * 200 + "1"), names.path_for("ü" * 200 + "2")
    assert first != second
    assert max(len(path.name.encode()) for path in (first, second)) <= 255


@given(parts=st.lists(PARTS, max_size=6))
def test_no_name_leads_out_of_the_folder(parts: list[str]) -> None:
    path = OutputNames(Path("/out")).path_for("/".join(parts))
    assert path.is_relative_to("/out")
    assert ".." not in path.parts
    assert all(len(part.encode()) <= 255 for part in path.parts)
    assert path.name.endswith(".png")
