"""Presentation states: read, applied, and saved as a new object that reads back the same."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import generate_uid

from engine.commands import render_png
from engine.errors import NonImage, UnreadableImage
from engine.exchange.softcopy_writing import Unsaved, softcopy_file, write_softcopy
from engine.images.framing import oriented
from engine.images.reading import read_radiograph
from engine.images.softcopy import (
    IN_COLOUR,
    STATE_ALONE,
    Annotation,
    Area,
    Graphic,
    Softcopy,
    TextNote,
    on_film,
    presented,
)
from engine.images.softcopy_reading import read_softcopy
from engine.images.windowing import render
from engine.types import (
    LookupTable,
    Overlay,
    Radiograph,
    Rescale,
    Shutter,
    Spacing,
    Voi,
    VoiFunction,
    Window,
    frozen,
)

FILM = np.arange(6 * 9, dtype=np.uint16).reshape(6, 9) * 70
POINTS = st.tuples(
    st.integers(-4, 40).map(lambda n: n / 4), st.integers(-4, 40).map(lambda n: n / 4)
)
WORDS = st.text("Aé右肺\n ", max_size=9).map(str.strip)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    dataset = Dataset()
    values: dict[str, Any] = {
        "SpecificCharacterSet": "ISO_IR 100",
        "SOPClassUID": "1.2.840.10008.5.1.4.1.1.1.1",
        "SOPInstanceUID": "1.2.3.4",
        "StudyInstanceUID": "1.2.3",
        "SeriesInstanceUID": "1.2.3.1",
        "PatientName": "Müller^Jörg",
        "PatientID": "P1",
        "Rows": 6,
        "Columns": 9,
        "SamplesPerPixel": 1,
        "PhotometricInterpretation": "MONOCHROME1",
        "BitsAllocated": 16,
        "BitsStored": 12,
        "HighBit": 11,
        "PixelRepresentation": 0,
        "ImagerPixelSpacing": [0.2, 0.1],
        "PixelData": FILM.tobytes(),
    }
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    path = tmp_path / "film.dcm"
    dataset["PixelData"].VR = "OW"
    dataset.save_as(path, implicit_vr=False, little_endian=True)
    return path


@pytest.fixture
def film(source: Path) -> Radiograph:
    return read_radiograph(source)


@st.composite
def windows(draw: st.DrawFn) -> Voi:
    function = draw(st.sampled_from(VoiFunction))
    width = draw(st.integers(1, 5000))
    return Window(draw(st.integers(-100, 4000)), width, function, draw(WORDS).replace("\n", ""))


@st.composite
def tables(draw: st.DrawFn) -> LookupTable:
    entries = draw(st.lists(st.integers(0, 4095), min_size=2, max_size=9))
    return LookupTable(draw(st.integers(0, 900)), frozen(np.array(entries, np.uint16)), 12, "t")


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    layer = draw(st.sampled_from(["A", "B"]))
    units: Any = draw(st.sampled_from(["PIXEL", "DISPLAY"]))
    if draw(st.booleans()):
        sizes: dict[Any, int] = {"POINT": 1, "POLYLINE": 3, "CIRCLE": 2, "ELLIPSE": 4}
        kind = draw(st.sampled_from(sorted(sizes)))
        points = draw(st.lists(POINTS, min_size=sizes[kind], max_size=sizes[kind]))
        filled = kind != "POINT" and draw(st.booleans())
        return Graphic(kind, tuple(points), filled, units, layer)
    text, anchor = draw(WORDS), draw(POINTS)
    if draw(st.booleans()):
        return TextNote(text, anchor=anchor, anchor_visible=True, anchor_units=units, layer=layer)
    return TextNote(text, anchor, draw(POINTS), justification="RIGHT", box_units=units, layer=layer)


@st.composite
def views(draw: st.DrawFn) -> Softcopy:
    top, left = draw(st.integers(-3, 4)), draw(st.integers(-3, 4))
    notes = draw(st.lists(annotations(), max_size=5))
    return Softcopy(
        label=draw(st.sampled_from(["HILUM", "AS READ 2"])),
        description=draw(WORDS).replace("\n", ""),
        modality=draw(st.one_of(st.just(Rescale(-0.5, 100)), tables())),
        voi=draw(st.one_of(windows(), tables())),
        inverted=draw(st.booleans()),
        shutter=draw(
            st.sampled_from(
                [
                    None,
                    Shutter((1, 2, 5, 7), grey=1.0),
                    Shutter(circle=(3, 4, 2)),
                    Shutter(polygon=((0, 0), (5, 0), (0, 8))),
                ]
            )
        ),
        overlay_groups=draw(st.sampled_from([(), (0x6000,), (0x6002, 0x601E)])),
        flipped_h=draw(st.booleans()),
        rotation_deg=draw(st.sampled_from([0, 90, 180, 270])),
        area=Area(top, left, top + draw(st.integers(1, 9)), left + draw(st.integers(1, 9))),
        annotations=tuple(sorted(notes, key=lambda note: note.layer)),
    )


def same(one: Voi | Rescale | None, other: Voi | Rescale | None) -> bool:
    if isinstance(one, LookupTable) and isinstance(other, LookupTable):
        plain = frozen(np.zeros(1, np.uint16))
        alike = np.array_equal(one.values, other.values)
        return alike and _fields(replace(one, values=plain)) == _fields(
            replace(other, values=plain)
        )
    return one == other


def _fields(table: LookupTable) -> tuple[object, ...]:
    return table.first_mapped, table.bits, table.explanation


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(view=views())
def test_what_is_saved_reads_back_the_same(
    view: Softcopy, source: Path, film: Radiograph, tmp_path: Path
) -> None:
    before = source.read_bytes()
    target = tmp_path / f"{generate_uid()}.dcm"
    written = write_softcopy(target, source, film, view)
    state = read_softcopy(target)
    back = state.for_film(film)
    assert back is not None
    assert state.warnings == ()
    assert same(back.modality, view.modality)
    assert same(back.voi, view.voi)
    shutters = [
        shutter and (shutter.rectangle, shutter.circle, shutter.polygon, shutter.grey)
        for shutter in (back.shutter, view.shutter)
    ]
    assert shutters[0] == shutters[1]
    compared = [
        replace(one, modality=Rescale(), voi=None, shutter=None, creator="") for one in (back, view)
    ]
    ordered = sorted(compared[0].annotations, key=lambda note: (note.layer, repr(note)))
    assert ordered == sorted(view.annotations, key=lambda note: (note.layer, repr(note)))
    assert replace(compared[0], annotations=()) == replace(compared[1], annotations=())
    dataset = dcmread(target)
    assert dataset.PatientName == "Müller^Jörg"
    assert dataset.StudyInstanceUID == "1.2.3"
    assert dataset.SOPInstanceUID == written.sop_instance_uid not in ("1.2.3.4", "")
    assert source.read_bytes() == before


def test_a_bitmap_shutter_is_saved(source: Path, film: Radiograph, tmp_path: Path) -> None:
    plane = Overlay(0x6000, 1, 2, frozen(np.eye(4, dtype=bool)))
    target = tmp_path / "ps.dcm"
    write_softcopy(target, source, film, Softcopy(shutter=Shutter(bitmap=plane)))
    back = read_softcopy(target).for_film(film)
    assert back is not None
    assert back.shutter is not None
    assert back.shutter.bitmap is not None
    assert np.array_equal(back.shutter.bitmap.mask, plane.mask)


def test_a_states_own_overlay_hides_the_films_of_that_group(
    source: Path, film: Radiograph, tmp_path: Path
) -> None:
    """PS3.3 C.11.7; a plane that reaches beyond the film is clipped to it."""
    rows, columns = film.shape
    drawn = np.zeros((rows + 3, columns + 5), bool)
    drawn[1, :] = True
    own = Overlay(0x6002, 1, 2, frozen(drawn))
    of_film = tuple(
        Overlay(group, 0, 0, frozen(np.ones((2, 2), bool))) for group in (0x6000, 0x6002, 0x6004)
    )
    target = tmp_path / "ps.dcm"
    write_softcopy(target, source, film, Softcopy(overlay_groups=(0x6000, 0x6002), overlays=(own,)))
    state = read_softcopy(target).for_film(film)
    assert state is not None
    shown = presented(replace(film, overlays=of_film), state).overlays
    assert [plane.group for plane in shown] == [0x6000, 0x6002]
    assert np.array_equal(shown[1].mask, drawn[: rows - 1, : columns - 2])
    assert (shown[1].top, shown[1].left) == (1, 2)
    elsewhere = replace(own, top=rows)
    beside = presented(film, Softcopy(overlay_groups=(0x6002,), overlays=(elsewhere,)))
    assert beside.overlays == ()


def test_a_state_replaces_the_films_own_grey_scale(film: Radiograph) -> None:
    """No inversion for MONOCHROME1, no rescale, no window but the state's (PS3.4 N.2.1)."""
    film = replace(film, modality=Rescale(2, 7), vois=(Window(1, 1),))
    whole = presented(film, Softcopy())
    expected = np.rint(film.stored / 4095 * 255)
    assert np.array_equal(render(whole, whole.vois[0]), expected)
    inverse = presented(film, Softcopy(inverted=True))
    assert np.abs(render(inverse, inverse.vois[0]) - (255 - expected)).max() <= 1
    scrambled = np.array([9, 0, 5], np.uint16)
    table = presented(film, Softcopy(presentation=LookupTable(0, frozen(scrambled), 4)))
    index = np.rint(film.stored / 4095 * 2).astype(int)
    assert np.array_equal(render(table, table.vois[0]), np.rint(scrambled[index] / 15 * 255))


@pytest.mark.parametrize("first", [-4, 65532])
@pytest.mark.parametrize("kind", ["modality", "voi"])
def test_a_table_begins_below_zero_where_its_film_does(
    kind: str, first: int, source: Path, tmp_path: Path
) -> None:
    """However the first value mapped is typed: only the film says whether it has a sign."""
    film = read_radiograph(source)
    ramp = frozen(np.arange(0, 4096, 512, dtype=np.uint16))
    given: dict[str, Any] = {kind: LookupTable(first, ramp, 12)}
    softcopy = Softcopy(**given)
    state = tmp_path / "state.dcm"
    write_softcopy(state, source, film, softcopy)
    read = read_softcopy(state).for_film(film)
    assert read is not None
    stored = np.array([[-9, -4, 0, 3, 9]], np.int16)
    signed = replace(film, stored=stored, bits_stored=12, padding=None)
    shown = presented(signed, read)
    values = render(shown, shown.vois[0])[0].astype(int)
    expected = np.array([0, 0, 4 * 512, 7 * 512, 7 * 512]) / 4095 * 255
    assert np.abs(values - expected).max() <= 1


def test_a_state_without_a_shutter_opens_the_film_and_a_blind_one_is_left_out(
    film: Radiograph,
) -> None:
    shut = replace(film, shutter=Shutter((0, 0, 2, 2)))
    assert presented(shut, Softcopy()).shutter is None
    planes = tuple(
        Overlay(group, 0, 0, frozen(np.ones((2, 2), bool))) for group in (0x6000, 0x6002)
    )
    drawn = presented(replace(film, overlays=planes), Softcopy(overlay_groups=(0x6002, 0x6004)))
    assert [plane.group for plane in drawn.overlays] == [0x6002]
    blind = presented(film, Softcopy(shutter=Shutter((90, 90, 95, 95))))
    assert blind.shutter is None
    assert "shutter" in blind.warnings[-1]


def test_a_state_for_another_film_or_frame_says_nothing_of_this_one(
    source: Path, film: Radiograph, tmp_path: Path
) -> None:
    second = replace(film, frames=3, frame=1)
    write_softcopy(tmp_path / "ps.dcm", source, second, Softcopy(voi=Window(5, 10)))
    state = read_softcopy(tmp_path / "ps.dcm")
    assert state.for_film(second) is not None
    assert state.for_film(film) is None
    stranger = replace(film.identity, sop_instance_uid="9")
    assert state.for_film(replace(second, identity=stranger)) is None


def test_nothing_is_overwritten_and_only_dicom_films_have_states(
    source: Path, film: Radiograph, tmp_path: Path
) -> None:
    before = source.read_bytes()
    with pytest.raises(Unsaved, match="already"):
        write_softcopy(source, source, film, Softcopy())
    assert source.read_bytes() == before
    text = tmp_path / "text.txt"
    text.write_text("no film")
    with pytest.raises(Unsaved, match="text"):
        write_softcopy(tmp_path / "ps.dcm", text, film, Softcopy())
    with pytest.raises(UnreadableImage, match="Not a greyscale"):
        read_softcopy(source)
    with pytest.raises(ValueError, match="90"):
        Softcopy(rotation_deg=45)


def _without_place(state: Dataset) -> None:
    note = state.GraphicAnnotationSequence[0].TextObjectSequence[0]
    del note.AnchorPoint


def _odd_points(state: Dataset) -> None:
    state.GraphicAnnotationSequence[0].GraphicObjectSequence[0].GraphicData = [1.0, 2.0, 3.0]


def _endless(state: Dataset) -> None:
    item = state.GraphicAnnotationSequence[0]
    item.TextObjectSequence[0].UnformattedTextValue = "x" * 5000
    state.GraphicAnnotationSequence = [item] * 3000


def _area(state: Dataset, **attributes: object) -> None:
    for keyword, value in attributes.items():
        setattr(state.DisplayedAreaSelectionSequence[0], keyword, value)


@pytest.mark.parametrize(
    ("harm", "noted"),
    [
        (lambda state: setattr(state, "ImageRotation", 45), "Image Rotation"),
        (_without_place, "has no place"),
        (_odd_points, "graphic of the presentation state"),
        (_endless, "too long"),
        (_endless, "the first 2000"),
        (lambda state: _area(state, DisplayedAreaTopLeftHandCorner=[1, 2, 3]), "displayed area"),
        (lambda state: _area(state, DisplayedAreaTopLeftHandCorner=[1, 1 << 30]), "displayed area"),
        (lambda state: _area(state, PresentationSizeMode="MAGNIFY"), ""),
        (lambda state: setattr(state.SoftcopyVOILUTSequence[0], "WindowWidth", 0), "Window 5 / 0"),
        (lambda state: setattr(state, "ShutterShape", "BITMAP"), "Shutter Shape"),
    ],
)
def test_a_malformed_part_of_a_state_is_left_out_by_name(
    harm: Callable[[Dataset], None], noted: str, source: Path, film: Radiograph, tmp_path: Path
) -> None:
    notes = (Graphic("POLYLINE", ((1, 2), (3, 4))), TextNote("12 mm", anchor=(2, 2)))
    target = tmp_path / "ps.dcm"
    write_softcopy(target, source, film, Softcopy(voi=Window(5, 10), annotations=notes))
    dataset = dcmread(target)
    harm(dataset)
    dataset.save_as(target)
    state = read_softcopy(target)
    softcopy = state.for_film(film)
    assert softcopy is not None
    assert render(presented(film, softcopy)).shape == film.shape
    if noted:
        assert any(noted in warning for warning in state.warnings), state.warnings
    else:
        assert softcopy.area is not None
        assert softcopy.area.mode == "SCALE TO FIT"


def test_a_state_that_refers_to_nothing_is_refused(
    source: Path, film: Radiograph, tmp_path: Path
) -> None:
    target = tmp_path / "ps.dcm"
    write_softcopy(target, source, film, Softcopy())
    dataset = dcmread(target)
    dataset.ReferencedSeriesSequence = []
    dataset.save_as(target)
    with pytest.raises(UnreadableImage, match="no image"):
        read_softcopy(target)


def test_the_command_renders_by_a_state(source: Path, film: Radiograph, tmp_path: Path) -> None:
    view = Softcopy(voi=Window(1800, 900), flipped_h=True, rotation_deg=90)
    write_softcopy(tmp_path / "ps.dcm", source, film, view)
    arguments: dict[str, Any] = {"frame": 0, "number": None, "window": None}
    encoded = render_png(source, **arguments, state=tmp_path / "ps.dcm")
    shown = cv2.imdecode(np.frombuffer(encoded, np.uint8), cv2.IMREAD_UNCHANGED)
    plain = render(replace(film, inverted=False), Window(1800, 900))
    assert np.array_equal(shown, np.rot90(plain[:, ::-1], -1))
    stranger = replace(film, frames=2, frame=1)
    write_softcopy(tmp_path / "other.dcm", source, stranger, view)
    with pytest.raises(UnreadableImage, match="does not refer"):
        render_png(source, **arguments, state=tmp_path / "other.dcm")


def test_pixels_have_no_millimetres_in_a_state(
    source: Path, film: Radiograph, tmp_path: Path
) -> None:
    write_softcopy(tmp_path / "mm.dcm", source, film, Softcopy())
    write_softcopy(tmp_path / "px.dcm", source, replace(film, spacing=Spacing()), Softcopy())
    mm, px = (
        dcmread(tmp_path / f"{name}.dcm").DisplayedAreaSelectionSequence[0] for name in ("mm", "px")
    )
    assert (mm.PresentationPixelSpacing, "PresentationPixelSpacing" in px) == ([0.2, 0.1], False)


@settings(deadline=None)
@given(st.integers(0, 3), st.booleans(), st.booleans())
def test_pictures_turn_as_letters_do(turns: int, flipped_h: bool, flipped_v: bool) -> None:
    picture = np.arange(6).reshape(2, 3)
    shown = oriented(picture, rotation_deg=90 * turns, flipped_h=flipped_h, flipped_v=flipped_v)
    flipped = picture[::-1] if flipped_v else picture
    flipped = flipped[:, ::-1] if flipped_h else flipped
    assert np.array_equal(shown, np.rot90(flipped, -turns))


@settings(deadline=None)
@given(st.integers(0, 3), st.booleans(), st.integers(0, 4), st.integers(0, 3))
def test_display_units_are_shares_of_the_area_as_it_is_seen(
    turns: int, flipped: bool, row: int, column: int
) -> None:
    """The pixel that lies there on the screen is the pixel that is pointed at."""
    numbers = np.arange(6 * 9).reshape(6, 9)
    area = Area(1, 2, 6, 6)
    screen = oriented(numbers[1:6, 2:6], rotation_deg=90 * turns, flipped_h=flipped)
    down, along = np.argwhere(screen == numbers[1 + row, 2 + column])[0] + 0.5
    point = (down / screen.shape[0], along / screen.shape[1])
    dot = Graphic("POINT", (point,), units="DISPLAY")
    note = TextNote("t", point, point, anchor=point, box_units="DISPLAY", anchor_units="DISPLAY")
    mixed = replace(note, anchor=(3, 4), anchor_units="PIXEL")
    view = Softcopy(
        rotation_deg=90 * turns, flipped_h=flipped, area=area, annotations=(dot, note, mixed)
    )
    drawn, written, half = on_film(view, numbers.shape)
    assert isinstance(drawn, Graphic)
    assert isinstance(written, TextNote)
    assert isinstance(half, TextNote)
    assert drawn.points[0] == pytest.approx((1 + row, 2 + column))
    assert written.top_left == written.anchor == drawn.points[0]
    assert (drawn.units, written.box_units, written.anchor_units) == ("PIXEL",) * 3
    assert half.anchor == (3, 4)


def test_a_presentation_table_is_saved_with_the_reader_s_inversion(
    source: Path, film: Radiograph, tmp_path: Path
) -> None:
    table = LookupTable(0, frozen(np.array([0, 9, 4, 15], np.uint16)), 4)
    view = Softcopy(voi=Window(2000, 3000), presentation=table, inverted=True)
    shown = presented(film, view)
    target = tmp_path / "ps.dcm"
    target.write_bytes(softcopy_file(source, film, view))
    back = read_softcopy(target).for_film(film)
    assert back is not None
    again = presented(film, back)
    difference = render(shown, shown.vois[0]).astype(int) - render(again, again.vois[0])
    assert np.abs(difference).max() <= 1  # a half is rounded to the even one


def test_a_state_is_dated_and_named_and_is_no_film(
    source: Path, film: Radiograph, tmp_path: Path
) -> None:
    target = tmp_path / "ps.dcm"
    written = write_softcopy(target, source, film, Softcopy())
    state = read_softcopy(target)
    assert state.sop_instance_uid == written.sop_instance_uid
    assert (len(state.date), len(state.time)) == (8, 6)
    with pytest.raises(NonImage) as refusal:
        read_radiograph(target)
    assert str(refusal.value) == STATE_ALONE


def test_what_is_not_applied_is_named(source: Path, film: Radiograph, tmp_path: Path) -> None:
    target = tmp_path / "ps.dcm"
    write_softcopy(target, source, film, Softcopy(annotations=(Graphic("POINT", ((1, 1),)),)))
    dataset = dcmread(target)
    dataset.DisplayedAreaSelectionSequence[0].PresentationPixelAspectRatio = [1, 2]
    dataset.MaskSubtractionSequence = [Dataset()]
    compound = Dataset()
    compound.CompoundGraphicType = "ARROW"
    dataset.GraphicAnnotationSequence[0].CompoundGraphicSequence = [compound]
    dataset.save_as(target)
    notes = " ".join(read_softcopy(target).warnings)
    for words in ("Mask subtraction", "compound graphics", "not square"):
        assert words in notes, words
    colour = Radiograph(np.zeros((4, 5, 3), np.uint8), "c", "DX")
    assert presented(colour, Softcopy()).warnings == (IN_COLOUR,)


@pytest.mark.shared
def test_states_of_the_corpus_look_as_an_independent_viewer_shows_them(shared: Path) -> None:
    folder = shared / "dicom"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        rows = [row for row in csv.DictReader(manifest) if row["presentation_state_for"]]
    compared = 0
    for row in rows:
        radiograph = read_radiograph(folder / row["presentation_state_for"])
        softcopy = read_softcopy(folder / row["path"]).for_film(radiograph)
        assert (softcopy is None) == (not row["render_png"]), row["path"]
        if softcopy is None:
            continue
        shown = presented(radiograph, softcopy)
        turned = oriented(
            render(shown, shown.vois[0]),
            rotation_deg=softcopy.rotation_deg,
            flipped_h=softcopy.flipped_h,
        )
        theirs = cv2.imread(str(folder / row["render_png"]), cv2.IMREAD_UNCHANGED)
        assert theirs is not None
        assert np.abs(turned.astype(int) - theirs).max() <= 2, row["path"]
        compared += 1
    assert compared >= 8
