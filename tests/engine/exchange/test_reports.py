"""Tables of reports are read as they come, and every row that fails says why."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.exchange.reports import UnreadableReports, read_reports, reports_of, study_key
from engine.triage.discordance import Verdict

FINDINGS = ("normal", "covid19", "lung_opacity", "pneumonia", "abnormal")


@pytest.mark.parametrize(
    "text",
    [
        "accession,abnormal,COVID-19\nA1,yes,0\nA2,,+\n",
        "Accession Number;Covid_19;ABNORMAL;remarks\r\nA1;nein;ja;x\r\n\r\nA2;x;?;\r\n",
        "order\tfinding\tverdict\na1\tabnormal\t1\na1\tCOVID\tnegative\na2\tcovid19\tTRUE\n",
    ],
)
def test_tables_of_every_habit_say_the_same(text: str) -> None:
    found = reports_of(text, FINDINGS)
    assert found.key == "accession_number"
    assert not found.problems
    assert set(found.verdicts) == {
        Verdict("a1", "abnormal", present=True),
        Verdict("a1", "covid19", present=False),
        Verdict("a2", "covid19", present=True),
    }


def test_a_row_that_fails_says_why_and_never_what_stood_there() -> None:
    text = "file,abnormal,covid19\n,1,0\nC:\\x\\DOE.dcm,maybe,1\nsecond.dcm\nthird.dcm,1,1,extra\n"
    found = reports_of(text, FINDINGS)
    assert found.problems == (
        "Line 2 does not say which study it is about.",
        "Line 3: abnormal is neither yes nor no.",
    )
    assert [v.study for v in found.verdicts] == ["doe.dcm", "third.dcm", "third.dcm"]
    other = reports_of("study,finding,verdict\n1.2,stroke,1\n1.2,abnormal,1\n", FINDINGS)
    assert other.problems == ("Line 2 names a finding that the model does not have.",)
    assert other.verdicts == (Verdict("1.2", "abnormal", present=True),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "No column says which study"),
        ("abnormal\n1\n", "No column says which study"),
        ("accession,stroke\nA,1\n", "named after a finding"),
        ('accession,abnormal\n"' + "x" * 200_000 + '",1\n', "damaged at line"),
    ],
)
def test_a_table_that_is_none_is_refused(text: str, says: str) -> None:
    with pytest.raises(UnreadableReports, match=says):
        reports_of(text, FINDINGS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "reports.csv"
    path.write_bytes("file,abnormal\nMüller.dcm,sí\n".encode(encoding))
    found = read_reports(path, FINDINGS)
    assert found.verdicts == (Verdict("müller.dcm", "abnormal", present=True),)
    assert study_key("file", "zip.zip!Inner/Müller.DCM") == "müller.dcm"


def test_a_table_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReports, match="cannot be read"):
        read_reports(tmp_path / "absent.csv", FINDINGS)
    large = tmp_path / "large.csv"
    with large.open("wb") as stream:
        stream.truncate((64 << 20) + 1)
    with pytest.raises(UnreadableReports, match="larger"):
        read_reports(large, FINDINGS)


@settings(deadline=None)
@given(st.text())
def test_whatever_it_is_it_is_read_or_refused(text: str) -> None:
    for start in ("", "accession,abnormal\n", "file;finding;verdict\n"):
        try:
            found = reports_of(start + text, FINDINGS)
        except UnreadableReports:
            continue
        assert all(v.study for v in found.verdicts)
