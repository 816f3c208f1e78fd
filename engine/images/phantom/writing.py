"""The phantom as a DX For Presentation object (PS3.3 A.26, C.8.11), explicit VR little endian."""

import io

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian

from engine.images.phantom.exposure import Phantom, uid
from engine.types import Window


def dicom_bytes(phantom: Phantom) -> bytes:
    """Return the phantom's film as the bytes of a DICOM file: the same for the same film."""
    dataset = Dataset()
    _identify(dataset, phantom)
    _acquisition(dataset, phantom)
    _pixels(dataset, phantom)
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = UID(uid("implementation"))
    meta.ImplementationVersionName = "HILUM_PHANTOM"
    dataset.file_meta = meta
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def _identify(dataset: Dataset, phantom: Phantom) -> None:
    """Patient, study, series, equipment and SOP common modules."""
    who = phantom.radiograph.identity
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.PatientName = who.patient_name
    dataset.PatientID = who.patient_id
    dataset.PatientBirthDate = who.birth_date
    dataset.PatientSex = who.sex
    dataset.PatientAge = who.age
    dataset.QualityControlImage = "YES"
    dataset.PatientComments = "Numerical phantom: no person"
    dataset.StudyInstanceUID = who.study_instance_uid
    dataset.StudyDate = dataset.SeriesDate = dataset.AcquisitionDate = who.study_date
    dataset.ContentDate = dataset.InstanceCreationDate = who.study_date
    dataset.StudyTime = dataset.SeriesTime = dataset.AcquisitionTime = who.study_time
    dataset.ContentTime = dataset.InstanceCreationTime = who.study_time
    dataset.StudyID = who.accession_number
    dataset.AccessionNumber = who.accession_number
    dataset.ReferringPhysicianName = ""
    dataset.StudyDescription = who.study_description
    dataset.SeriesDescription = who.series_description
    dataset.Modality = who.modality
    dataset.PresentationIntentType = "FOR PRESENTATION"
    dataset.SeriesInstanceUID = who.series_instance_uid
    dataset.SeriesNumber = who.series_number
    dataset.InstanceNumber = who.instance_number
    dataset.Manufacturer = who.manufacturer
    dataset.ManufacturerModelName = who.model_name
    dataset.InstitutionName = who.institution_name
    dataset.SoftwareVersions = "phantom 1"
    dataset.DeviceSerialNumber = "0"
    dataset.SOPClassUID = who.sop_class_uid
    dataset.SOPInstanceUID = who.sop_instance_uid


def _acquisition(dataset: Dataset, phantom: Phantom) -> None:
    """DX positioning, detector, anatomy, distances."""
    who, truth, spec = phantom.radiograph.identity, phantom.truth, phantom.spec
    orientation = phantom.radiograph.orientation
    dataset.BodyPartExamined = who.body_part_examined
    dataset.AnatomicRegionSequence = [_code("51185008", "SCT", "Chest")]
    dataset.ViewPosition = who.view_position
    dataset.ViewCodeSequence = [
        {
            "PA": _code("399348003", "SCT", "Postero-anterior"),
            "AP": _code("399067008", "SCT", "Antero-posterior"),
            "LL": _code("399173006", "SCT", "Left lateral"),
        }[who.view_position]
    ]
    dataset.ViewCodeSequence[0].ViewModifierCodeSequence = []
    dataset.PatientOrientation = [orientation.row, orientation.column] if orientation else ""
    dataset.ImageLaterality = who.image_laterality
    dataset.PositionerType = "NONE"
    dataset.DetectorType = "SCINTILLATOR"
    dataset.DetectorID = "PHANTOM"
    dataset.ImagerPixelSpacing = [f"{truth['pitch_mm']:.8g}"] * 2
    dataset.DistanceSourceToDetector = f"{truth['sid_mm']:.6g}"
    dataset.DistanceSourceToPatient = f"{truth['source_to_middle_mm']:.6g}"
    dataset.EstimatedRadiographicMagnificationFactor = f"{truth['magnification']:.12g}"
    dataset.KVP = who.kvp
    dataset.ExposureInmAs = float(who.exposure_mas)
    dataset.Exposure = who.exposure_mas
    dataset.AcquisitionContextSequence = []
    if spec.supine:
        dataset.PatientOrientationCodeSequence = [_code("102538003", "SCT", "recumbent")]


def _pixels(dataset: Dataset, phantom: Phantom) -> None:
    film = phantom.radiograph
    dataset.ImageType = ["ORIGINAL", "PRIMARY", ""]
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = film.photometric
    dataset.Rows, dataset.Columns = film.shape
    dataset.BitsAllocated = 16
    dataset.BitsStored = film.bits_stored
    dataset.HighBit = film.bits_stored - 1
    dataset.PixelRepresentation = 0
    dataset.RescaleIntercept, dataset.RescaleSlope, dataset.RescaleType = "0", "1", "US"
    dataset.PixelIntensityRelationship = "LOG"
    dataset.PixelIntensityRelationshipSign = -1 if film.inverted else 1
    dataset.PresentationLUTShape = "INVERSE" if film.inverted else "IDENTITY"
    dataset.LossyImageCompression = "00"
    dataset.BurnedInAnnotation = "NO"
    windows = [voi for voi in film.vois if isinstance(voi, Window)]
    dataset.WindowCenter = [f"{window.center:g}" for window in windows]
    dataset.WindowWidth = [f"{window.width:g}" for window in windows]
    dataset.WindowCenterWidthExplanation = [window.explanation for window in windows]
    dataset.PixelData = film.stored.astype("<u2").tobytes()


def _code(value: str, scheme: str, meaning: str) -> Dataset:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    return item
