"""Films without their person: whatever corner a name hides in."""

import copy
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.datadict import dictionary_has_tag, dictionary_VR
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRBigEndian, ImplicitVRLittleEndian, RLELossless

from engine.errors import NonImage, NotExported, UnreadableImage
from engine.exchange.deidentification import METHOD_MASKED, _actions, deidentified, is_identifying
from engine.exchange.pictures import masked, save_beside, stored_png
from engine.images.film import read_film
from engine.images.phantom.writing import dicom_bytes
from engine.images.reading import read_radiograph
from engine.types import Radiograph

SECRET = "Oblomov"
UID_SECRET = "1.2.826.99.1234567.8"


@pytest.fixture(scope="module")
def plain() -> Dataset:
    """A small DX film, its person's name nowhere yet."""
    from pydicom.dataset import FileMetaDataset
    from pydicom.uid import DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian

    dataset = Dataset()
    dataset.SOPClassUID = DigitalXRayImageStorageForPresentation
    dataset.SOPInstanceUID = UID_SECRET
    dataset.StudyInstanceUID = UID_SECRET + ".1"
    dataset.Modality = "DX"
    dataset.BodyPartExamined = "CHEST"
    dataset.Rows, dataset.Columns, dataset.SamplesPerPixel = 6, 8, 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 11
    dataset.PixelRepresentation = 0
    dataset.PixelData = np.arange(100, 148, dtype=np.uint16).tobytes()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    return dataset


def written(dataset: Dataset, folder: Path, name: str = "film.dcm") -> Path:
    path = folder / name
    dataset.save_as(path, enforce_file_format=True)
    return path


def cleaned(dataset: Dataset, folder: Path, **changes: object) -> Dataset:
    content = deidentified(written(dataset, folder), **changes)  # type: ignore[arg-type]
    assert SECRET.encode() not in content
    assert UID_SECRET.encode() not in content
    return dcmread(BytesIO(content))


TEXTS = sorted(
    tag
    for tag in _actions()
    if len(tag) == 2
    and tag[0] != 2
    and tag != (0x0008, 0x0018)
    and dictionary_has_tag(tag)
    and dictionary_VR(tag) in ("LO", "LT", "PN", "SH", "ST", "UC", "UT", "AE")
)


def test_every_text_of_the_profile_goes_at_every_depth(plain: Dataset, tmp_path: Path) -> None:
    assert len(TEXTS) > 250
    top, inner, innermost = copy.deepcopy(plain), Dataset(), Dataset()
    for tag in TEXTS:
        for dataset in (top, inner, innermost):
            dataset.add_new(tag, dictionary_VR(tag), SECRET)
    inner.ConceptNameCodeSequence = [innermost]
    # Sequences that the profile itself leaves alone.
    top.AnatomicRegionSequence = [inner]
    top.ViewCodeSequence = [copy.deepcopy(inner)]
    clean = cleaned(top, tmp_path)
    assert len(clean.AnatomicRegionSequence) == 1, "the sequence itself stays"


def test_what_no_table_lists_goes_too(plain: Dataset, tmp_path: Path) -> None:
    dataset = copy.deepcopy(plain)
    dataset.private_block(0x0029, "MAKER", create=True).add_new(1, "LO", SECRET)
    item = Dataset()
    item.private_block(0x0029, "MAKER", create=True).add_new(1, "LO", SECRET)
    dataset.AnatomicRegionSequence = [item]
    dataset.add_new(0x00185FFE, "LO", SECRET)  # an even tag that the Standard does not know
    dataset.add_new(0x60000022, "LO", "kept")
    dataset.add_new(0x60004000, "LT", SECRET)
    dataset.add_new(0x50000005, "US", 1)
    dataset.add_new(0x50003000, "OB", SECRET.encode() + b"\0")
    dataset.preamble = SECRET.encode().ljust(128, b"\0")
    dataset.file_meta.SourceApplicationEntityTitle = SECRET
    dataset.file_meta.PrivateInformationCreatorUID = UID_SECRET
    dataset.file_meta.PrivateInformation = SECRET.encode() + b"\0"
    clean = cleaned(dataset, tmp_path)
    assert not [element for element in clean.iterall() if element.tag.is_private]


def test_dates_and_uids_are_replaced_consistently(plain: Dataset, tmp_path: Path) -> None:
    dataset = copy.deepcopy(plain)
    dataset.StudyDate = dataset.PatientBirthDate = "19610412"
    dataset.StudyTime = "090700"
    reference = Dataset()
    reference.ReferencedSOPClassUID = dataset.SOPClassUID
    reference.ReferencedSOPInstanceUID = UID_SECRET
    dataset.ReferencedInstanceSequence = [reference]
    first = cleaned(dataset, tmp_path)
    again = cleaned(dataset, tmp_path)
    assert "19610412" not in str(first)
    assert first.SOPInstanceUID == first.file_meta.MediaStorageSOPInstanceUID
    assert first.SOPInstanceUID == again.SOPInstanceUID
    assert first.StudyInstanceUID != first.SOPInstanceUID


def test_the_file_says_what_was_done_and_keeps_what_is_needed(
    plain: Dataset, tmp_path: Path
) -> None:
    clean = cleaned(plain, tmp_path)
    assert clean.PatientIdentityRemoved == "YES"
    assert clean.DeidentificationMethodCodeSequence[0].CodeValue == "113100"
    assert clean.LongitudinalTemporalInformationModified == "REMOVED"
    assert clean.BodyPartExamined == "CHEST"
    assert clean.PixelData == plain.PixelData


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRBigEndian, RLELossless])
def test_pixels_lie_in_the_new_file_as_in_the_old(
    syntax: str, plain: Dataset, tmp_path: Path
) -> None:
    dataset = copy.deepcopy(plain)
    if syntax == RLELossless:
        dataset.compress(RLELossless)
    elif syntax == ExplicitVRBigEndian:
        pixels = np.frombuffer(dataset.PixelData, "<u2").astype(">u2")
        dataset.PixelData = pixels.tobytes()
        dataset["PixelData"].VR = "OW"
    dataset.file_meta.TransferSyntaxUID = syntax
    path = written(dataset, tmp_path)
    content = deidentified(path)
    assert dcmread(BytesIO(content)).file_meta.TransferSyntaxUID == syntax
    np.testing.assert_array_equal(read_film(content).stored, read_film(path.read_bytes()).stored)


@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
@pytest.mark.parametrize("compressed", [False, True])
def test_masks_blacken_their_rectangles_and_nothing_else(
    photometric: str, compressed: bool, plain: Dataset, tmp_path: Path
) -> None:
    dataset = copy.deepcopy(plain)
    dataset.PhotometricInterpretation = photometric
    if compressed:
        dataset.compress(RLELossless)
    clean = cleaned(dataset, tmp_path, masks=((1, 2, 3, 20),))
    pixels = np.frombuffer(clean.PixelData, np.uint16).reshape(6, 8)
    expected = np.arange(100, 148, dtype=np.uint16).reshape(6, 8)
    expected[1:3, 2:] = 100 if photometric == "MONOCHROME2" else 147
    np.testing.assert_array_equal(pixels, expected)
    assert METHOD_MASKED in clean.DeidentificationMethod


@pytest.mark.parametrize("compressed", [False, True])
def test_a_plane_in_unused_bits_goes_with_what_describes_it(
    compressed: bool, plain: Dataset, tmp_path: Path
) -> None:
    dataset = copy.deepcopy(plain)
    words = np.frombuffer(plain.PixelData, np.uint16).copy()
    words[::3] |= 0x8000
    dataset.PixelData = words.tobytes()
    for element, vr, value in (
        (0x0010, "US", 6), (0x0011, "US", 8), (0x0022, "LO", SECRET), (0x0040, "CS", "G"),
        (0x0050, "SS", [1, 1]), (0x0100, "US", 16), (0x0102, "US", 15),
    ):  # fmt: skip
        dataset.add_new(0x60000000 | element, vr, value)
    if compressed:
        dataset.compress(RLELossless)
    assert read_film(written(dataset, tmp_path).read_bytes()).radiograph.overlays
    clean = cleaned(dataset, tmp_path)
    assert clean.PixelData == plain.PixelData
    assert not [element for element in clean if element.tag.group == 0x6000]


def test_nothing_leaves_behind_the_pixels(plain: Dataset, tmp_path: Path) -> None:
    dataset = copy.deepcopy(plain)
    dataset.PixelData = plain.PixelData + SECRET.encode() + b"\0"
    assert cleaned(dataset, tmp_path).PixelData == plain.PixelData


@given(bits=st.integers(1, 16), spare=st.integers(0, 15), signed=st.booleans(), dirty=st.booleans())
@settings(max_examples=60, deadline=None)
def test_unused_bits_are_emptied_and_signs_stay(
    bits: int,
    spare: int,
    signed: bool,
    dirty: bool,
    plain: Dataset,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    dataset, shift = copy.deepcopy(plain), min(spare, 16 - bits)
    dataset.BitsStored, dataset.HighBit = bits, bits - 1 + shift
    dataset.PixelRepresentation = int(signed)
    values = np.resize(np.arange(1 << bits), 48).astype(np.int64)
    if signed:
        values -= (values >> (bits - 1)) << bits
    unused = 0xFFFF & ~(((1 << bits) - 1) << shift)
    words = (values << shift) & 0xFFFF
    if dirty:
        words[::2] ^= unused
    dataset.PixelData = words.astype("<u2").tobytes()
    folder = tmp_path_factory.mktemp("films")
    clean = cleaned(dataset, folder)
    found = read_film(written(clean, folder, "clean.dcm").read_bytes()).stored
    np.testing.assert_array_equal(found, values.reshape(6, 8))
    if not dirty:
        assert clean.PixelData == dataset.PixelData
    elif unused and not signed:
        assert int(np.frombuffer(clean.PixelData, "<u2").max()) < 1 << bits


def test_colour_and_all_frames_are_masked(plain: Dataset, tmp_path: Path) -> None:
    dataset = copy.deepcopy(plain)
    dataset.SamplesPerPixel, dataset.PlanarConfiguration = 3, 0
    dataset.PhotometricInterpretation = "RGB"
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit, dataset.NumberOfFrames = 7, 2
    dataset.PixelData = np.full((2, 6, 8, 3), 200, np.uint8).tobytes()
    dataset["PixelData"].VR = "OB"
    clean = cleaned(dataset, tmp_path, masks=((0, 0, 2, 8),))
    pixels = np.frombuffer(clean.PixelData, np.uint8).reshape(2, 6, 8, 3)
    assert not pixels[:, :2].any()
    assert (pixels[:, 2:] == 200).all()


def test_a_mask_outside_the_film_is_refused(plain: Dataset, tmp_path: Path) -> None:
    with pytest.raises(NotExported, match="outside"):
        deidentified(written(plain, tmp_path), masks=((50, 50, 60, 60),))


def test_what_cannot_be_cleaned_is_refused(plain: Dataset, tmp_path: Path) -> None:
    picture = tmp_path / "film.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    with pytest.raises(NotExported, match="Only DICOM"):
        deidentified(picture)
    report = copy.deepcopy(plain)
    for keyword in ("PixelData", "Rows", "Columns", "BitsAllocated"):
        delattr(report, keyword)
    with pytest.raises(NonImage):
        deidentified(written(report, tmp_path))


@given(junk=st.binary(min_size=1, max_size=40), place=st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_damaged_files_end_in_a_sentence(
    junk: bytes, place: int, plain: Dataset, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(plain, tmp_path_factory.mktemp("films"))
    data = bytearray(path.read_bytes())
    place = 132 + place % (len(data) - 132)
    data[place : place + len(junk)] = junk
    path.write_bytes(bytes(data))
    said, content = "", b""
    try:
        content = deidentified(path)
    except (UnreadableImage, NotExported) as error:
        said = str(error)
    assert said.endswith(".") or content


def test_the_phantom_comes_back_to_the_same_pixels(tmp_path: Path) -> None:
    from engine.images.phantom.exposure import expose
    from engine.images.phantom.spec import PhantomSpec

    path = tmp_path / "phantom.dcm"
    path.write_bytes(dicom_bytes(expose(PhantomSpec(seed=1), 256)))
    before = read_radiograph(path)
    content = deidentified(path)
    np.testing.assert_array_equal(read_film(content).stored, before.stored)
    assert before.identity.patient_name.encode() not in content


def test_identifying_is_what_the_profile_changes() -> None:
    assert is_identifying(0x0010, 0x0010)
    assert is_identifying(0x0029, 0x1001)
    assert is_identifying(0x6002, 0x4000)
    assert not is_identifying(0x0028, 0x0010)


# pictures


def film_of(stored: np.ndarray) -> Radiograph:
    return Radiograph(stored, "film", "DX", bits_stored=16)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.int16, np.uint32])
def test_a_png_holds_the_stored_values(kind: type) -> None:
    import cv2

    values = np.array([[0, 1, 5], [90, 120, 7]], kind)
    found = cv2.imdecode(np.frombuffer(stored_png(film_of(values)), np.uint8), -1)
    assert found.dtype == np.uint16
    shift = 32768 if kind is np.int16 else 0
    np.testing.assert_array_equal(found.astype(int) - shift, values)


def test_values_beyond_16_bits_are_refused() -> None:
    with pytest.raises(NotExported, match="16 bits"):
        stored_png(film_of(np.array([[0, 70000]], np.uint32)))


def test_masking_leaves_the_film_itself_alone() -> None:
    values = np.arange(12, dtype=np.uint16).reshape(3, 4) + 1
    before = values.copy()
    assert (masked(values, [(0, 0, 2, 2)])[:2, :2] == 1).all()
    np.testing.assert_array_equal(values, before)


def test_a_source_is_never_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "film.dcm"
    source.write_bytes(b"film")
    link = tmp_path / "link.dcm"
    link.symlink_to(source)
    for target in (source, link, tmp_path / "." / "film.dcm"):
        with pytest.raises(NotExported, match="never overwritten"):
            save_beside(target, b"new", [tmp_path / "other", source])
    assert source.read_bytes() == b"film"
    save_beside(tmp_path / "new.png", b"new", [source])
    assert (tmp_path / "new.png").read_bytes() == b"new"
    with pytest.raises(NotExported, match="cannot be written"):
        save_beside(tmp_path / "absent" / "new.png", b"new", [source])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["film.dcm", "link.dcm", "new.png"]
