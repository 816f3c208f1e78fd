"""Every public set is read in exactly its published layout; a set found wanting says what to do."""

import json
import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from training.config import LEAVES, ConfigError
from training.datasets.cohen import finding as cohen_finding
from training.datasets.layout import age_group, word
from training.datasets.registry import READERS, in_task, read
from training.datasets.sample import Sample

Known = dict[str, tuple[str, ...]]

COHEN = (
    "patientid,offset,sex,age,finding,RT_PCR_positive,survival,view,modality,date,location,folder,"
    "filename,doi,url,license,clinical_notes,other_notes,\n"
    '2,0,M,65,Pneumonia/Viral/COVID-19,Y,Y,PA,X-ray,2020,"Hanoi, Vietnam",images,a.jpeg,,,,,,\n'
    "2,3,M,65,Pneumonia/Viral/COVID-19,Y,Y,AP Supine,X-ray,2020,,images,b.jpeg,,,,,,\n"
    "2,4,M,65,Pneumonia/Viral/COVID-19,Y,Y,L,X-ray,2020,,images,lateral.jpeg,,,,,,\n"
    "2,5,M,65,Pneumonia/Viral/COVID-19,Y,Y,Axial,CT,2020,,volumes,ct.nii.gz,,,,,,\n"
    "3,,F,7,Pneumonia/Bacterial/Streptococcus,,,AP,X-ray,2017,,images,c.png,,,,,,\n"
    "4,,F,,Tuberculosis,,,AP erect,X-ray,2017,,images,d.png,,,,,,\n"
    "5,,F,,todo,,,PA,X-ray,2017,,images,e.png,,,,,,\n"
    "6,,F,40,No Finding,,,PA,X-ray,2017,,images,absent.png,,,,,,\n"
)
MIRROR = (
    "Patientid,offset,sex,age,finding,survival,view,date,location,filename,doi, url,license,notes\n"
    '1, ,,15,"COVID-19, ARDS",,PA,2019,,a.jpeg,,,,\n'
    "3,4,M,74,SARS,N,PA,2004,,b.jpeg,,,,\n"
    "3,4,M,74,SARS,N,CT,2004,,c.jpeg,,,,\n"
)
NIH = (
    "Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View Position,"
    "OriginalImage[Width,Height],OriginalImagePixelSpacing[x,y],\n"
    "00000001_000.png,No Finding,0,1,58,M,PA,2682,2749,0.143,0.143,\n"
    "00000001_001.png,Cardiomegaly|Effusion,1,1,58,M,PA,2894,2729,0.143,0.143,\n"
    "00000002_000.png,Edema|Infiltration,0,2,9,F,AP,2500,2048,0.168,0.168,\n"
    "00000003_000.png,,0,3,81,F,PA,2582,2991,0.143,0.143,\n"
    "00000004_000.png,Pneumonia,0,4,82,M,AP,2500,2048,0.168,0.168,\n"
)
RSNA = (
    "patientId,class\n0004cfab,No Lung Opacity / Not Normal\n00313ee0,Normal\n"
    "00436515,Lung Opacity\n00436515,Lung Opacity\n00569f44,Normal\n"
)
BOXES = (
    "patientId,x,y,width,height,Target\n0004cfab,,,,,0\n00313ee0,,,,,0\n"
    "00436515,264.0,152.0,213.0,379.0,1\n00436515,562.0,152.0,256.0,453.0,1\n00569f44,,,,,0\n"
)


def place(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


def known(samples: tuple[Sample, ...], root: Path) -> Known:
    return {
        s.path.relative_to(root).as_posix(): (s.finding, s.group, s.split, s.view, s.age_group)
        for s in samples
    }


def kermany(root: Path) -> Path:
    return place(
        root,
        "chest_xray/train/NORMAL/IM-0115-0001.jpeg",
        "chest_xray/train/NORMAL/NORMAL2-IM-0383-0001.jpeg",
        "chest_xray/train/PNEUMONIA/person1_bacteria_1.jpeg",
        "chest_xray/train/PNEUMONIA/person1_virus_2.jpeg",
        "chest_xray/train/PNEUMONIA/.DS_Store",
        "chest_xray/val/NORMAL/NORMAL2-IM-1427-0001.jpeg",
        "chest_xray/val/PNEUMONIA/person1946_bacteria_4874.jpeg",
        "chest_xray/test/NORMAL/IM-0001-0001.jpeg",
        "chest_xray/test/PNEUMONIA/person1_virus_6.jpeg",
        "__MACOSX/chest_xray/train/._NORMAL",
    )


def radiography(root: Path) -> Path:
    top = "COVID-19_Radiography_Dataset"
    names = ("COVID/{}/COVID-1", "COVID/{}/COVID-20", "COVID/{}/COVID-21")
    names += ("Lung_Opacity/{}/Lung_Opacity-1", "Normal/{}/Normal-1")
    names += ("Viral Pneumonia/{}/Viral Pneumonia-1",)
    for kind in ("images", "masks"):
        place(root, *(f"{top}/{name.format(kind)}.png" for name in names))
    return place(root, f"{top}/COVID.metadata.xlsx", f"{top}/README.md.txt")


def cohen(root: Path) -> Path:
    names = ("a.jpeg", "b.jpeg", "lateral.jpeg", "c.png", "d.png", "e.png")
    place(root, *(f"images/{name}" for name in names))
    (root / "metadata.csv").write_text(COHEN, encoding="utf-8")
    return root


def covid19_three(root: Path) -> Path:
    classes = ("Covid/01.jpeg", "Normal/01.jpeg", "Viral Pneumonia/01.jpeg")
    return place(root, *(f"Covid19-dataset/{s}/{c}" for s in ("train", "test") for c in classes))


def rsna(root: Path) -> Path:
    place(root, *(f"stage_2_train_images/{n}.dcm" for n in ("0004cfab", "00313ee0", "00436515")))
    place(root, "stage_2_test_images/0000a175.dcm")
    (root / "stage_2_detailed_class_info.csv").write_text(RSNA, encoding="utf-8")
    (root / "stage_2_train_labels.csv").write_text(BOXES, encoding="utf-8")
    return root


def nih(root: Path) -> Path:
    place(root, "images_001/images/00000001_000.png", "images_001/images/00000001_001.png")
    place(root, "images_002/images/00000002_000.png", "images_002/images/00000003_000.png")
    (root / "Data_Entry_2017.csv").write_text(NIH, encoding="utf-8")
    (root / "train_val_list.txt").write_text("00000001_000.png\n00000001_001.png", encoding="utf-8")
    (root / "test_list.txt").write_text("00000002_000.png\n00000003_000.png", encoding="utf-8")
    return root


def folders(root: Path) -> Path:
    return place(
        root, "train/normal/a.png", "val/COVID-19/b.JPG", "test/Viral Pneumonia/ward/c.dcm"
    )


LAYOUTS: dict[str, Callable[[Path], Path]] = {
    "cohen": cohen,
    "covid19_three": covid19_three,
    "folders": folders,
    "kermany": kermany,
    "nih": nih,
    "radiography_database": radiography,
    "rsna": rsna,
}


@pytest.mark.parametrize("kind", sorted(set(READERS) - {"manifest"}))
def test_every_reader_by_name_gives_films_that_exist_of_scoped_groups(
    kind: str, tmp_path: Path
) -> None:
    samples = read(kind, LAYOUTS[kind](tmp_path / "set"))
    assert samples == read(kind, tmp_path / "set")
    assert len({s.path for s in samples}) == len(samples)
    for sample in samples:
        assert sample.path.is_file()
        assert re.fullmatch("(?!_)[a-z0-9_]+(?<!_)", sample.finding)
        assert sample.group.startswith(f"{sample.source}:")
        assert sample.split in {"train", "val", "test", ""}


def test_folders_with_splits_take_them_and_know_common_class_names(tmp_path: Path) -> None:
    assert known(read("folders", folders(tmp_path / "Our Ward")), tmp_path / "Our Ward") == {
        "train/normal/a.png": ("normal", "our_ward:train/normal/a.png", "train", *["unknown"] * 2),
        "val/COVID-19/b.JPG": ("covid19", "our_ward:val/COVID-19/b.JPG", "val", *["unknown"] * 2),
        "test/Viral Pneumonia/ward/c.dcm": (
            "viral_pneumonia",
            "our_ward:test/Viral Pneumonia/ward/c.dcm",
            "test",
            *["unknown"] * 2,
        ),
    }


def test_folders_without_splits_leave_them_open_and_keep_a_strange_class_own_word(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place(tmp_path, "Normal/a.png", "Pleural Effusion/b.png", "Normal/masks/a.png", "stray.png")
    samples = read("folders", tmp_path)
    assert [(s.finding, s.split) for s in samples] == [("normal", ""), ("pleural_effusion", "")]
    assert "1 left out: films outside the class folders" in caplog.text
    with caplog.at_level(logging.INFO):
        assert [s.finding for s in in_task(samples)] == ["normal"]
    assert "1 films left out: pleural_effusion is outside the task" in caplog.text


def test_kermany_takes_cause_and_patient_from_the_name(tmp_path: Path) -> None:
    root = kermany(tmp_path) / "chest_xray"
    child = ("AP", "child")
    assert known(read("kermany", tmp_path), root) == {
        "train/NORMAL/IM-0115-0001.jpeg": ("normal", "kermany:IM-0115", "train", *child),
        "train/NORMAL/NORMAL2-IM-0383-0001.jpeg": (
            "normal",
            "kermany:NORMAL2-IM-0383",
            "train",
            *child,
        ),
        "train/PNEUMONIA/person1_bacteria_1.jpeg": (
            "bacterial_pneumonia",
            "kermany:person1",
            "train",
            *child,
        ),
        "train/PNEUMONIA/person1_virus_2.jpeg": (
            "viral_pneumonia",
            "kermany:person1",
            "train",
            *child,
        ),
        "val/NORMAL/NORMAL2-IM-1427-0001.jpeg": (
            "normal",
            "kermany:NORMAL2-IM-1427",
            "val",
            *child,
        ),
        "val/PNEUMONIA/person1946_bacteria_4874.jpeg": (
            "bacterial_pneumonia",
            "kermany:person1946",
            "val",
            *child,
        ),
        "test/NORMAL/IM-0001-0001.jpeg": ("normal", "kermany:IM-0001", "test", *child),
        "test/PNEUMONIA/person1_virus_6.jpeg": (
            "viral_pneumonia",
            "kermany:test:person1",
            "test",
            *child,
        ),
    }
    assert read("kermany", root) == read("kermany", tmp_path)


def test_kermany_moves_val_films_of_train_patients_to_train(tmp_path: Path) -> None:
    root = place(kermany(tmp_path), "chest_xray/train/PNEUMONIA/person1946_bacteria_4875.jpeg")
    (both,) = {s.split for s in read("kermany", root) if s.group == "kermany:person1946"}
    assert both == "train"


def test_kermany_first_archive_has_other_names_and_no_val(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place(tmp_path, "train/NORMAL/NORMAL-1003233-0001.jpeg", "test/NORMAL/NORMAL-28501-0001.jpeg")
    place(tmp_path, "train/PNEUMONIA/BACTERIA-1008087-0001.jpeg", "test/PNEUMONIA/renamed.jpeg")
    films = {s.path.stem: (s.finding, s.group) for s in read("kermany", tmp_path)}
    assert films["BACTERIA-1008087-0001"] == ("bacterial_pneumonia", "kermany:1008087")
    assert films["renamed"] == ("pneumonia", "kermany:test:renamed")
    assert "1 film names tell neither virus nor bacteria" in caplog.text


def test_radiography_database_reads_images_without_masks_and_groups_covid_neighbours(
    tmp_path: Path,
) -> None:
    root = radiography(tmp_path) / "COVID-19_Radiography_Dataset"
    name = "radiography_database"
    assert known(read(name, tmp_path), root) == {
        "COVID/images/COVID-1.png": ("covid19", f"{name}:covid19:block0", "", "frontal", "adult"),
        "COVID/images/COVID-20.png": ("covid19", f"{name}:covid19:block0", "", "frontal", "adult"),
        "COVID/images/COVID-21.png": ("covid19", f"{name}:covid19:block1", "", "frontal", "adult"),
        "Lung_Opacity/images/Lung_Opacity-1.png": (
            "lung_opacity",
            f"{name}:lung_opacity:Lung_Opacity-1",
            "",
            "frontal",
            "unknown",
        ),
        "Normal/images/Normal-1.png": (
            "normal",
            f"{name}:normal:Normal-1",
            "",
            "frontal",
            "unknown",
        ),
        "Viral Pneumonia/images/Viral Pneumonia-1.png": (
            "viral_pneumonia",
            f"{name}:viral_pneumonia:Viral Pneumonia-1",
            "",
            "frontal",
            "child",
        ),
    }


def test_cohen_keeps_frontal_films_and_counts_the_rest(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert known(read("cohen", cohen(tmp_path)), tmp_path / "images") == {
        "a.jpeg": ("covid19", "cohen:2", "", "PA", "adult"),
        "b.jpeg": ("covid19", "cohen:2", "", "AP supine", "adult"),
        "c.png": ("bacterial_pneumonia", "cohen:3", "", "AP", "child"),
        "d.png": ("tuberculosis", "cohen:4", "", "AP", "unknown"),
    }
    for reason in (
        "1 left out: not a frontal view",
        "1 left out: not a radiograph",
        "1 left out: no finding stated",
        "1 left out: in metadata.csv, but not in the images folder",
    ):
        assert reason in caplog.text


def test_cohen_mirror_has_no_modality_and_no_folder_column(tmp_path: Path) -> None:
    place(tmp_path, "images/a.jpeg", "images/b.jpeg", "images/c.jpeg")
    (tmp_path / "metadata.csv").write_text(MIRROR, encoding="utf-8")
    assert known(read("cohen", tmp_path), tmp_path / "images") == {
        "a.jpeg": ("covid19", "cohen:1", "", "PA", "child"),
        "b.jpeg": ("viral_pneumonia", "cohen:3", "", "PA", "adult"),
    }


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("No Finding", "normal"),
        ("COVID-19", "covid19"),
        ("Pneumonia", "lung_opacity"),
        ("Pneumonia/Viral/Herpes ", "viral_pneumonia"),
        ("Pneumonia/Viral/Influenza/H1N1", "viral_pneumonia"),
        ("Pneumonia/Bacterial/Staphylococcus/MRSA", "bacterial_pneumonia"),
        ("Pneumonia/Bacterial/E.Coli", "bacterial_pneumonia"),
        ("Klebsiella", "bacterial_pneumonia"),
        ("Pneumonia/Fungal/Pneumocystis", "lung_opacity"),
        ("Pneumonia/Lipoid", "lung_opacity"),
        ("Streptococcus, Influenza", "lung_opacity"),
        ("Tuberculosis", "tuberculosis"),
    ],
)
def test_cohen_findings_are_leaves_or_their_own_word(stated: str, expected: str) -> None:
    assert cohen_finding(stated) == expected


def test_covid19_three_takes_both_splits_and_joins_no_names(tmp_path: Path) -> None:
    samples = read("covid19_three", covid19_three(tmp_path))
    expected = {(s, f) for s in ("train", "test") for f in ("covid19", "normal", "viral_pneumonia")}
    assert {(s.split, s.finding) for s in samples} == expected
    assert len({s.group for s in samples}) == 6


def test_rsna_takes_a_film_once_and_keeps_not_normal_outside_the_task(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    samples = read("rsna", rsna(tmp_path))
    assert known(samples, tmp_path / "stage_2_train_images") == {
        "0004cfab.dcm": (
            "no_lung_opacity_not_normal",
            "rsna:0004cfab",
            "",
            "frontal",
            "unknown",
        ),
        "00313ee0.dcm": ("normal", "rsna:00313ee0", "", "frontal", "unknown"),
        "00436515.dcm": ("lung_opacity", "rsna:00436515", "", "frontal", "unknown"),
    }
    assert "1 left out: in the tables, but not in stage_2_train_images" in caplog.text
    assert {s.finding for s in in_task(samples)} == {"normal", "lung_opacity"}


def test_rsna_mapping_names_the_patients_as_chest_xray14_does(tmp_path: Path) -> None:
    mapping = [{"img_id": "00000012_003.png", "subset_img_id": "00313ee0", "orig_labels": []}]
    name = "pneumonia-challenge-dataset-mappings_2018.json"
    (rsna(tmp_path) / name).write_text(json.dumps(mapping), encoding="utf-8")
    groups = {s.path.stem: s.group for s in read("rsna", tmp_path)}
    assert groups["00313ee0"] == "nih:12"
    assert groups["00436515"] == "rsna:00436515"


def test_nih_maps_its_labels_and_takes_the_published_lists(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    films = {s.path.name: s for s in read("nih", nih(tmp_path))}
    assert {
        name: (s.finding, s.group, s.split, s.view, s.age_group) for name, s in films.items()
    } == {
        "00000001_000.png": ("normal", "nih:1", "train", "PA", "adult"),
        "00000001_001.png": ("cardiomegaly_effusion", "nih:1", "train", "PA", "adult"),
        "00000002_000.png": ("lung_opacity", "nih:2", "test", "AP", "child"),
    }
    assert "1 left out: no label stated" in caplog.text
    assert "1 left out: in Data_Entry_2017.csv, but in no images folder" in caplog.text


def test_nih_in_one_folder_without_lists_leaves_the_split_open(tmp_path: Path) -> None:
    place(tmp_path, "images/00000001_000.png")
    (tmp_path / "Data_Entry_2017_v2020.csv").write_text(NIH, encoding="utf-8")
    (sample,) = read("nih", tmp_path)
    assert (sample.finding, sample.split) == ("normal", "")


def rewrite(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("kind", sorted(READERS))
@pytest.mark.parametrize("there", [True, False])
def test_an_empty_or_missing_folder_is_refused_by_name(
    kind: str, there: bool, tmp_path: Path
) -> None:
    root = tmp_path / "nothing"
    if there:
        root.mkdir()
    with pytest.raises(ConfigError, match="nothing"):
        read(kind, root)


@pytest.mark.parametrize("kind", ["cohen", "nih", "rsna"])
def test_a_table_whose_films_are_all_missing_is_refused(kind: str, tmp_path: Path) -> None:
    for path in LAYOUTS[kind](tmp_path).rglob("*"):
        if path.suffix in {".png", ".jpeg", ".dcm"}:
            path.unlink()
    with pytest.raises(ConfigError, match="gives no film"):
        read(kind, tmp_path)


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        ("folders", "train/normal/a.png", "normal holds no film: fill it or remove it"),
        ("kermany", "chest_xray/test/NORMAL/IM-0001-0001.jpeg", "NORMAL holds no film"),
        (
            "radiography_database",
            "COVID-19_Radiography_Dataset/Normal/images/Normal-1.png",
            "images holds no film",
        ),
        ("covid19_three", "Covid19-dataset/test/Normal/01.jpeg", "Normal holds no film"),
    ],
)
def test_an_empty_class_is_refused(kind: str, name: str, message: str, tmp_path: Path) -> None:
    (LAYOUTS[kind](tmp_path) / name).unlink()
    with pytest.raises(ConfigError, match=message):
        read(kind, tmp_path)


@pytest.mark.parametrize(
    ("kind", "names", "message"),
    [
        ("folders", ["extra/a.png"], "'extra' beside split folders"),
        ("folders", ["val/x.txt"], ""),
        ("kermany", ["chest_xray/train/NORMAL/person3_virus_1.jpeg"], "named as another class"),
        ("kermany", ["chest_xray/train/PNEUMONIA/IM-0200-0001.jpeg"], "named as another class"),
        ("kermany", ["chest_xray/test/NORMAL/IM-0115-0002.jpeg"], "splits 'train' and 'test'"),
        ("covid19_three", ["Covid19-dataset/test/Flu/1.png"], "unknown class 'flu'"),
    ],
)
def test_a_contradicting_tree_is_refused(
    kind: str, names: list[str], message: str, tmp_path: Path
) -> None:
    place(LAYOUTS[kind](tmp_path), *names)
    if not message:
        assert read(kind, tmp_path)
        return
    with pytest.raises(ConfigError, match=message):
        read(kind, tmp_path)


@pytest.mark.parametrize(
    ("kind", "name", "old", "new", "message"),
    [
        ("cohen", "metadata.csv", "finding", "diagnosis", "metadata.csv lacks .* 'finding'"),
        ("nih", "Data_Entry_2017.csv", "Patient ID", "Who", "lacks the column 'patient id'"),
        ("nih", "Data_Entry_2017.csv", "Edema|", "Cough|", "00000002_000.png: 'cough' is not"),
        ("nih", "Data_Entry_2017.csv", "Edema|", "No Finding|", "'No Finding' stands beside"),
        ("nih", "test_list.txt", "2_000", "1_000", "00000001_000.png is in train_val_list.txt"),
        ("nih", "test_list.txt", "00000002_000", "00000001_001", "is in train_val_list.txt"),
        ("nih", "train_val_list.txt", "_001", "_002", "patient nih:1 stands in the splits"),
        ("rsna", "stage_2_detailed_class_info.csv", "class", "label", "lacks the column 'class'"),
        ("rsna", "stage_2_detailed_class_info.csv", "Normal\n", "Odd\n", "unknown class"),
        ("rsna", "stage_2_detailed_class_info.csv", "5,Lung Opacity", "5,Normal", "two classes"),
        ("rsna", "stage_2_train_labels.csv", "0004cfab,,,,,0", "0004cfab,,,,,1", "contradicts"),
    ],
)
def test_a_faulty_table_is_refused_by_file_and_reason(
    kind: str, name: str, old: str, new: str, message: str, tmp_path: Path
) -> None:
    rewrite(LAYOUTS[kind](tmp_path), name, old, new)
    with pytest.raises(ConfigError, match=message):
        read(kind, tmp_path)


def test_covid19_three_without_test_is_refused(tmp_path: Path) -> None:
    place(tmp_path, *(f"train/{c}/1.png" for c in ("Covid", "Normal", "Viral Pneumonia")))
    with pytest.raises(ConfigError, match="test lacks the class 'covid19'"):
        read("covid19_three", tmp_path)


def test_kermany_without_test_is_refused_and_a_renamed_normal_is_normal(tmp_path: Path) -> None:
    place(tmp_path, "train/NORMAL/renamed.jpeg", "train/PNEUMONIA/person1_virus_2.jpeg")
    with pytest.raises(ConfigError, match="NORMAL is missing: unpack the data set again"):
        read("kermany", tmp_path)
    place(tmp_path, "test/NORMAL/IM-0001-0001.jpeg", "test/PNEUMONIA/person1_virus_6.jpeg")
    films = {s.path.stem: (s.finding, s.group) for s in read("kermany", tmp_path)}
    assert films["renamed"] == ("normal", "kermany:train:renamed")


def test_a_manifest_is_a_kind_as_well(tmp_path: Path) -> None:
    table = tmp_path / "manifest.csv"
    table.write_text(
        "file,split,source,label,in_task,group_id,view,age_group\n"
        "x/a.jpg,val,x,other_opacity,1,g1,PA,adult\nx/b.jpg,val,x,lung_nodule,0,g2,PA,adult\n",
        encoding="utf-8",
    )
    path = tmp_path / "x" / "a.jpg"
    assert read("manifest", table) == (
        Sample(path, "lung_opacity", "g1", "x", "val", view="PA", age_group="adult"),
    )


def test_a_split_folder_without_classes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="has no class folders"):
        read("folders", place(tmp_path, "train/a.png"))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00n", b'patientid,finding\n"' + b"x" * 200_000])
def test_a_table_that_is_no_csv_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_bytes(content)
    with pytest.raises(ConfigError, match=r"metadata\.csv"):
        read("cohen", tmp_path)


@pytest.mark.parametrize("content", ["[", "[1]", "{}x", '[{"img_id": 3, "subset_img_id": "a"}]'])
def test_a_broken_rsna_mapping_is_refused(content: str, tmp_path: Path) -> None:
    name = "pneumonia-challenge-dataset-mappings_2018.json"
    (rsna(tmp_path) / name).write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be read as RSNA's mapping"):
        read("rsna", tmp_path)


def test_an_unknown_kind_is_refused_with_the_choice(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="choose one of cohen, covid19_three"):
        read("chexpert", tmp_path)


def test_labels_become_one_word_and_ages_groups() -> None:
    assert word(" No Lung Opacity / Not Normal") == "no_lung_opacity_not_normal"
    assert all(word(leaf) == leaf for leaf in LEAVES)
    assert [age_group(age) for age in ("17", "18", "58.0", "", "nan", "-1")] == [
        "child",
        "adult",
        "adult",
        "unknown",
        "unknown",
        "unknown",
    ]
