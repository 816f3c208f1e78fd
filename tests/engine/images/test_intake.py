import os
import socket
import zipfile
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import UnreadableImage
from engine.images import intake as module
from engine.images.intake import (
    Candidate,
    Refusal,
    intake,
    on_disk,
    referenced_files,
    release_archive,
)


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def names(items: Sequence[Candidate | Refusal], root: Path) -> list[str]:
    return [Path(item.name).relative_to(root).as_posix() for item in items]


def reasons(items: Sequence[Candidate | Refusal]) -> dict[str, str]:
    return {Path(i.name).name: i.reason for i in items if isinstance(i, Refusal)}


def test_a_folder_is_walked_in_depth_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b/2.dcm", "b/1.dcm", "a.dcm", "c/d/e"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"film")
    found = list(intake([tmp_path]))
    assert names(found, tmp_path) == ["a.dcm", "b/1.dcm", "b/2.dcm", "c/d/e"]
    assert [item.relative for item in found] == ["a.dcm", "b/1.dcm", "b/2.dcm", "c/d/e"]


def test_a_single_file_is_named_by_itself(tmp_path: Path) -> None:
    film = tmp_path / "a.dcm"
    film.write_bytes(b"film")
    assert list(intake([film])) == [Candidate(film, str(film), "a.dcm")]


@pytest.mark.parametrize(
    ("path", "root", "relative"),
    [
        (r"\\server\share\films\Ärzte\a.dcm", r"\\server\share\films", "Ärzte/a.dcm"),
        (r"\\server\share\a.dcm", r"\\server\share", "a.dcm"),
        (r"\\server\share\a.dcm", r"\\server\share\a.dcm", "a.dcm"),
    ],
)
def test_films_on_a_share_are_named_below_what_was_given(
    path: str, root: str, relative: str
) -> None:
    below = module._relative(PureWindowsPath(path), PureWindowsPath(root))  # type: ignore[arg-type]
    assert below == relative


def test_what_is_given_twice_is_listed_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a").write_bytes(b"film")
    given_paths = [tmp_path / "in/a", tmp_path, tmp_path / "in", tmp_path]
    assert names(list(intake(given_paths)), tmp_path) == ["in/a"]


def test_the_intake_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"film")
    (tmp_path / "b").write_bytes(b"film")
    stream = intake([tmp_path / "a", tmp_path / "b"])
    next(stream)
    (tmp_path / "b").unlink()
    assert isinstance(next(stream), Refusal)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/film").write_bytes(b"film")
    (tmp_path / "a/up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(intake([tmp_path]))
    assert names(found, tmp_path) == ["a/film", "a/up", "self"]
    assert "read already" in reasons(found)["up"]
    assert "could not be read" in reasons(found)["self"]


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    assert "leads nowhere" in reasons(list(intake([tmp_path])))["gone"]


def test_a_linked_film_is_a_film(tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(b"film")
    (tmp_path / "link").symlink_to(tmp_path / "film")
    assert all(isinstance(item, Candidate) for item in intake([tmp_path]))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes in the file system")
def test_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        found = reasons(list(intake([tmp_path])))
    assert set(found) == {"pipe", "socket"}
    assert "device, pipe or socket" in found["pipe"]


def test_what_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "film").write_bytes(b"film")

    def refuse(_self: Path, *_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "no permission" in reasons(list(intake([tmp_path])))["film"]


def test_a_folder_that_may_not_be_listed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert "Input/output error" in reasons(list(intake([tmp_path])))[tmp_path.name]


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini"])
def test_files_of_the_operating_system_get_their_refusal(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert "operating system" in reasons(list(intake([tmp_path])))[name]


def test_resource_forks_are_told_by_content(tmp_path: Path) -> None:
    (tmp_path / "._film.dcm").write_bytes(b"\x00\x05\x16\x07" + bytes(100))
    (tmp_path / "._odd.dcm").write_bytes(b"a film with an odd name")
    found = list(intake([tmp_path]))
    assert [type(item) for item in found] == [Refusal, Candidate]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_no_utf8_can_be_printed_and_opened(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.dcm")
    path.write_bytes(b"film")
    (found,) = intake([tmp_path])
    assert found.name.endswith("caf\\xe9.dcm")
    assert found.path.read_bytes() == b"film"


def test_members_of_a_zip_are_named_and_unpacked_one_at_a_time(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"inner/b.dcm": b"B", "inner/": b"", "c": b"C"})
    found = list(intake([tmp_path]))
    assert names(found, tmp_path) == ["a.zip!inner/b.dcm", "a.zip!c"]
    assert [item.path for item in found] == [path, path]
    contents = []
    for item in found:
        assert isinstance(item, Candidate)
        with on_disk(item, tmp_path) as unpacked:
            contents.append(unpacked.read_bytes())
            assert unpacked.parent == tmp_path
        assert not unpacked.exists()
    assert contents == [b"B", b"C"]
    release_archive()


def test_a_zip_is_opened_where_name_and_content_agree(tmp_path: Path) -> None:
    zipped(tmp_path / "a.ZIP", {"a": b"A"})
    zipped(tmp_path / "report.docx", {"[Content_Types].xml": b""})
    (tmp_path / "film.zip").write_bytes(b"PK\x03\x04" + bytes(124) + b"DICM")
    (tmp_path / "text.zip").write_bytes(b"text")
    found = names(list(intake([tmp_path])), tmp_path)
    assert found == ["a.ZIP!a", "film.zip", "report.docx", "text.zip"]


def test_two_members_of_one_name_are_two_films(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("x", b"2")
    contents = []
    for item in intake([path]):
        assert isinstance(item, Candidate)
        with on_disk(item) as unpacked:
            contents.append(unpacked.read_bytes())
    assert contents == [b"1", b"2"]
    release_archive()


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "C:\\evil", "a/../../evil"])
def test_names_that_lead_out_are_only_names(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (item,) = intake([zipped(tmp_path / "a.zip", {name: b"evil"})])
    assert isinstance(item, Candidate)
    with on_disk(item, inside) as unpacked:
        assert unpacked.parent == inside
        assert unpacked.read_bytes() == b"evil"
    assert {path.name for path in tmp_path.iterdir()} == {"inside", "a.zip"}
    release_archive()


def test_junk_and_zips_inside_a_zip_are_refused(tmp_path: Path) -> None:
    members = {"__MACOSX/._a": b"", "x/.DS_Store": b"", "inner.ZIP": b"PK", "film": b"F"}
    found = list(intake([zipped(tmp_path / "a.zip", members)]))
    assert [type(item) for item in found] == [Refusal, Refusal, Refusal, Candidate]
    assert "zip inside a zip" in found[2].reason  # type: ignore[union-attr]


def test_an_empty_zip_and_a_damaged_zip_are_one_refusal_each(tmp_path: Path) -> None:
    zipped(tmp_path / "empty.zip", {})
    whole = zipped(tmp_path / "cut.zip", {"a": b"A" * 1000}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    found = reasons(list(intake([tmp_path])))
    assert "holds no files" in found["empty.zip"]
    assert "damaged" in found["cut.zip"]


def test_a_password_is_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"film": b"F"}, zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    (item,) = intake([path])
    assert isinstance(item, Refusal)
    assert "password" in item.reason


def test_a_bomb_is_refused_by_what_it_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MEMBER_LIMIT", 1 << 20)
    many = zipped(tmp_path / "many.zip", {str(k): bytes(900_000) for k in range(5)})
    big = zipped(tmp_path / "big.zip", {"a": bytes(1 << 21), "b": os.urandom(1 << 15)})
    (refusal,) = intake([many])
    assert isinstance(refusal, Refusal)
    assert "bomb" in refusal.reason
    large, small = intake([big])
    assert isinstance(large, Refusal)
    assert "too large" in large.reason
    assert isinstance(small, Candidate)


def test_a_bomb_that_lies_is_stopped_while_unpacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (item,) = intake([zipped(tmp_path / "a.zip", {"a": bytes(1 << 22)})])
    monkeypatch.setattr(module, "MEMBER_LIMIT", 1 << 20)
    assert isinstance(item, Candidate)
    with pytest.raises(UnreadableImage, match="stopped"), on_disk(item, tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
    release_archive()


def test_a_damaged_member_is_unreadable(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"A" * 100}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"AAAA", b"AABA", 1))
    (item,) = intake([path])
    assert isinstance(item, Candidate)
    with pytest.raises(UnreadableImage, match="damaged"), on_disk(item):
        pass
    release_archive()


@given(noise=st.binary(max_size=300), cut=st.integers(0, 250))
def test_no_bytes_make_the_intake_fail(
    noise: bytes, cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("noise")
    good = zipped(folder / "good", {"a/b": b"film", "c": b"film"}).read_bytes()
    (folder / "good").unlink()
    for head in (b"PK\x03\x04", b"PK\x05\x06", good[:cut]):
        path = folder / "noise.zip"
        path.write_bytes(head + noise + good[cut:])
        items = list(intake([path]))
        assert items
        for item in items:
            if isinstance(item, Candidate):
                try:
                    with on_disk(item, folder):
                        pass
                except UnreadableImage as error:
                    assert str(folder) not in str(error)  # noqa: PT017
        release_archive()
        assert [left.name for left in folder.iterdir()] == ["noise.zip"]


@given(
    members=st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30),
        st.binary(max_size=50),
        min_size=1,
        max_size=6,
    )
)
def test_every_member_of_a_zip_is_accounted_for(
    members: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("zips") / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
        files = [entry for entry in archive.infolist() if not entry.is_dir()]
    found = list(intake([path]))
    assert len(found) == max(1, len(files))
    assert all(str(item.name).startswith(str(path)) for item in found)


def test_a_media_directory_lists_its_files_once_and_itself(tmp_path: Path) -> None:
    for name in ("DICOMDIR", "IMAGES/A1", "images/b2"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"film")
    files = [("IMAGES", "A1"), ("IMAGES", "A1"), ("IMAGES", "B2"), ("IMAGES", "GONE")]
    found = list(intake([tmp_path / "DICOMDIR"], references=lambda _path: files))
    assert [item.relative for item in found if isinstance(item, Candidate)] == [
        "DICOMDIR",
        "IMAGES/A1",
        "IMAGES/B2",
    ]
    assert "not there" in reasons(found)["GONE"]


@pytest.mark.parametrize(
    "parts", [("..", "secret"), ("/etc/passwd",), ("", "x"), ("a\\..\\x",), ("C:", "x"), ()]
)
def test_a_media_directory_does_not_lead_out(tmp_path: Path, parts: tuple[str, ...]) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "disc").mkdir()
    (tmp_path / "disc/DICOMDIR").write_bytes(b"directory")
    found = list(intake([tmp_path / "disc/DICOMDIR"], references=lambda _path: [parts]))
    assert [type(item) for item in found] == [Candidate, Refusal]


def test_an_unreadable_media_directory_is_left_to_its_reader(tmp_path: Path) -> None:
    (tmp_path / "DICOMDIR").write_bytes(b"no directory at all")
    assert [type(item) for item in intake([tmp_path / "DICOMDIR"])] == [Candidate]


@pytest.mark.shared
def test_a_real_media_directory_is_read(shared: Path) -> None:
    disc = shared / "dicom/dicomdir/pydicom"
    references = referenced_files(disc / "DICOMDIR")
    assert len(references) == 31
    found = list(intake([disc / "DICOMDIR"]))
    assert len(found) == 32
    assert all(isinstance(item, Candidate) for item in found)
