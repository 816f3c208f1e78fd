"""The store's tables; `engine.triage.migrations` brings a database to this form.

What happens is added and never changed: assessments, reads, notes, measurements, settings, audit.
The latest of its kind holds, by ``id`` and not by the clock, which may jump.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s"})


STUDY_IDENTITY = (
    "accession_number",
    "patient_id",
    "issuer_of_patient_id",
    "patient_name",
    "birth_date",
    "sex",
    "study_date",
    "study_time",
    "study_description",
)
"""What a study keeps of its films' `engine.types.Identity`."""


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


studies = Table(
    "studies",
    metadata,
    Column("id", Integer, primary_key=True),
    # Study Instance UID (0020,000D); "film:" and the content's hash where the file has none.
    Column("key", Text, nullable=False, unique=True),
    *map(_text, STUDY_IDENTITY),
    _text("met_at"),
)

images = Table(
    "images",
    metadata,
    Column("id", Integer, primary_key=True),
    # A file URI; of an archive's member also its place in the archive's directory.
    Column("location", Text, nullable=False, unique=True),
    _text("name"),
    _text("relative"),
    # As of the reading that the row speaks of; null: to be read again in any case.
    Column("size", BigInteger),
    Column("mtime_ns", BigInteger),
    Column("content_sha256", Text, index=True, nullable=False, server_default=""),
    Column("study_key", Text, ForeignKey("studies.key"), index=True),
    Column("sop_instance_uid", Text, index=True, nullable=False, server_default=""),
    _text("status"),
    _text("reason"),
    Column("identity", JSON, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("thumbnail_png", LargeBinary),
    Column("read_ms", Double, nullable=False),
    _text("met_at"),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content_sha256", Text, nullable=False),
    _text("model_id"),
    _text("model_version"),
    _text("model_sha256"),
    _text("graph_sha256"),
    _text("preprocessing_sha256"),
    _text("correction"),
    Column("assessment", JSON, nullable=False),
    Column("offset", JSON),
    _text("made_at"),
    UniqueConstraint(
        "content_sha256",
        "model_sha256",
        "preprocessing_sha256",
        "correction",
        name="uq_assessments_what_by_what",
    ),
)

# Of every image what a list says of it: see `engine.triage.lines`.
lines = Table(
    "lines",
    metadata,
    Column("image_id", Integer, ForeignKey("images.id"), primary_key=True, autoincrement=False),
    Column("line", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

reads = Table(
    "reads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study_key", Text, ForeignKey("studies.key"), nullable=False, index=True),
    _text("reader"),
    _text("state"),
    Column("verdicts", JSON, nullable=False),
    Column("settings", JSON, nullable=False),
    _text("at"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study_key", Text, ForeignKey("studies.key"), nullable=False, index=True),
    _text("reader"),
    _text("text"),
    _text("at"),
)

measurements = Table(
    "measurements",
    metadata,
    Column("id", Integer, primary_key=True),
    # What `engine.images.keeping.film_key` names a film by.
    Column("film_key", Text, nullable=False, index=True),
    _text("reader"),
    Column("markup", JSON, nullable=False),
    _text("at"),
)

settings = Table(
    "settings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("value", JSON, nullable=False),
    _text("at"),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("message", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("sha256", Text, nullable=False),
)

# One row: the audit's last entry, so that its removal is noticed. Writers lock it first of all.
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
)

APPEND_ONLY = ("assessments", "reads", "notes", "measurements", "settings", "audit")

Index("ix_assessments_model", assessments.c.model_sha256)
