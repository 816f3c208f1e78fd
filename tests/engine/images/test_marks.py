import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.images import geometry
from engine.images.marks import POINTS, REGIONS, History, Mark, MarkKind, Markup, lines_of
from engine.images.measuring import area_px
from engine.types import Spacing, SpacingProvenance

LINE = ((1.0, 2.0), (30.0, 40.0))
BY_READER = SpacingProvenance.BY_READER


def line(row: float = 1.0) -> Mark:
    return Mark.new(MarkKind.DISTANCE, ((row, 2.0), (30.0, 40.0)))


@pytest.mark.parametrize(
    ("kind", "points"),
    [
        (MarkKind.DISTANCE, LINE[:1]),
        (MarkKind.DISTANCE, (LINE[0], LINE[0])),
        (MarkKind.DISTANCE, ((0.0, 0.0), (5e-324, 0.0))),
        (MarkKind.ANGLE, (LINE[0], LINE[1], LINE[1])),
        (MarkKind.COBB, (*LINE, LINE[0], LINE[0])),
        (MarkKind.CARDIOTHORACIC, (*LINE, (0.0, 0.0), (29.0, 38.0), *LINE)),
        (MarkKind.RECTANGLE, ((1.0, 2.0), (1.0, 40.0))),
        (MarkKind.POLYGON, LINE),
        (MarkKind.POLYGON, ((0.0, 0.0), (1.0, 1.0), (2.0, 2.0))),
        (MarkKind.PROBE, ((math.nan, 2.0),)),
        (MarkKind.PROBE, ((math.inf, 2.0),)),
        (MarkKind.TEXT, ((1.0, 2.0),)),
    ],
)
def test_what_could_not_be_measured_is_no_mark(
    kind: MarkKind, points: tuple[tuple[float, float], ...]
) -> None:
    with pytest.raises(ValueError, match=r"has|lies?"):
        Mark.new(kind, points)


@given(
    st.sampled_from([kind for kind in MarkKind if kind is not MarkKind.TEXT]),
    st.lists(st.tuples(st.floats(0, 3000), st.floats(0, 3000)), min_size=6, max_size=6),
    st.floats(1.1e-6, 9e5),
)
def test_whatever_is_a_mark_can_be_measured(
    kind: MarkKind, points: list[tuple[float, float]], side: float
) -> None:
    try:
        mark = Mark.new(kind, points[: POINTS.get(kind, 5)])
    except ValueError:
        return
    spacing = Spacing(side, side, BY_READER)
    Markup(calibration=spacing)
    lines = lines_of(mark)
    match kind:
        case MarkKind.ANGLE:
            assert 0 <= geometry.angle_degrees(spacing, *mark.points) <= 180
        case MarkKind.COBB:
            assert 0 <= geometry.cobb_degrees(spacing, lines[0], lines[1]) <= 90
        case MarkKind.CARDIOTHORACIC:
            thorax, midline, borders = lines
            found = geometry.cardiothoracic(
                spacing, thorax=thorax, midline=midline, borders=borders
            )
            assert found.ratio >= 0
        case kind if kind in REGIONS:
            assert not area_px(mark) < 0


def test_a_text_is_one_readable_line() -> None:
    assert Mark.new(MarkKind.TEXT, LINE[:1], text="Fissur, Ä 3 °").text
    for text in ("two\nlines", "bell\a", "x" * 501, "  "):
        with pytest.raises(ValueError, match="text"):
            Mark.new(MarkKind.TEXT, LINE[:1], text=text)


def test_a_proposal_stays_one_until_its_own_points_are_touched() -> None:
    points = ((50.0, 0.0), (50.0, 90.0), (0.0, 45.0), (99.0, 45.0), (60.0, 30.0), (60.0, 70.0))
    mark = Mark.new(MarkKind.CARDIOTHORACIC, points, proposed=True)
    assert mark.with_point(4, (61.0, 30.0)).proposed
    assert not mark.with_point(0, (51.0, 1.0)).proposed
    assert not mark.moved(1.0, 0.0).proposed


def test_every_kind_but_the_polygon_has_its_number_of_points() -> None:
    assert set(MarkKind) - set(POINTS) == {MarkKind.POLYGON}


def test_markup_keeps_order_and_replaces_in_place() -> None:
    first, second = line(), line(5.0)
    both = Markup().with_mark(first).with_mark(second)
    moved = first.moved(3.0, 0.0)
    assert both.with_mark(moved).marks == (moved, second)
    assert both.without(first.id).marks == (second,)
    with pytest.raises(ValueError, match="id"):
        Markup((first, first))


@pytest.mark.parametrize(
    "spacing",
    [
        Spacing(0.2, 0.2, SpacingProvenance.CALIBRATED),
        Spacing(0.0, 0.2, BY_READER),
        Spacing(math.nan, 0.2, BY_READER),
        Spacing(math.inf, 0.2, BY_READER),
    ],
)
def test_a_calibration_is_two_lengths_by_a_reader(spacing: Spacing) -> None:
    with pytest.raises(ValueError, match="calibration"):
        Markup(calibration=spacing)


@given(st.lists(st.sampled_from(["change", "undo", "redo"]), max_size=30))
def test_undo_and_redo_walk_the_same_way_back_and_forth(steps: list[str]) -> None:
    history, expected, at = History(), [Markup()], 0
    for number, step in enumerate(steps):
        if step == "change":
            made = Markup((line(float(number)),))
            history, expected, at = history.changed(made), [*expected[: at + 1], made], at + 1
        elif step == "undo":
            history, at = history.undone(), max(at - 1, 0)
        else:
            history, at = history.redone(), min(at + 1, len(expected) - 1)
        assert history.now == expected[at]


def test_a_change_that_changes_nothing_is_no_step() -> None:
    history = History().changed(Markup((line(),)))
    assert history.changed(history.now) is history
