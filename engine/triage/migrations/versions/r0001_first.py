"""The first form of the store.

A step is never changed once it was released: it says in full what the tables were then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPEND_ONLY = ("assessments", "reads", "notes", "measurements", "settings", "audit")


def upgrade() -> None:
    """Make all tables, and have the database itself refuse changes to what is only added to."""
    _films()
    _reading()
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
    )
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
    )
    op.bulk_insert(head, [{"id": 1, "number": 0, "sha256": ""}])
    _append_only()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False, server_default="") for name in names]


def _study() -> sa.Column[str]:
    return sa.Column("study_key", sa.Text, sa.ForeignKey("studies.key"), nullable=False)


def _films() -> None:
    op.create_table(
        "studies",
        _id(),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        *_texts("accession_number", "patient_id", "issuer_of_patient_id", "patient_name"),
        *_texts("birth_date", "sex", "study_date", "study_time", "study_description", "met_at"),
    )
    op.create_table(
        "images",
        _id(),
        sa.Column("location", sa.Text, nullable=False, unique=True),
        *_texts("name", "relative"),
        sa.Column("size", sa.BigInteger),
        sa.Column("mtime_ns", sa.BigInteger),
        *_texts("content_sha256"),
        sa.Column("study_key", sa.Text, sa.ForeignKey("studies.key")),
        *_texts("sop_instance_uid", "status", "reason"),
        sa.Column("identity", sa.JSON, nullable=False),
        sa.Column("warnings", sa.JSON, nullable=False),
        sa.Column("thumbnail_png", sa.LargeBinary),
        sa.Column("read_ms", sa.Double, nullable=False),
        *_texts("met_at"),
    )
    for column in ("content_sha256", "study_key", "sop_instance_uid"):
        op.create_index(f"ix_images_{column}", "images", [column])
    op.create_table(
        "assessments",
        _id(),
        sa.Column("content_sha256", sa.Text, nullable=False),
        *_texts("model_id", "model_version", "model_sha256", "graph_sha256"),
        *_texts("preprocessing_sha256", "correction"),
        sa.Column("assessment", sa.JSON, nullable=False),
        sa.Column("offset", sa.JSON),
        *_texts("made_at"),
        sa.UniqueConstraint(
            "content_sha256",
            "model_sha256",
            "preprocessing_sha256",
            "correction",
            name="uq_assessments_what_by_what",
        ),
    )
    op.create_index("ix_assessments_model", "assessments", ["model_sha256"])


def _reading() -> None:
    op.create_table(
        "reads",
        _id(),
        _study(),
        *_texts("reader", "state"),
        sa.Column("verdicts", sa.JSON, nullable=False),
        sa.Column("settings", sa.JSON, nullable=False),
        *_texts("at"),
    )
    op.create_table("notes", _id(), _study(), *_texts("reader", "text", "at"))
    op.create_table(
        "measurements",
        _id(),
        sa.Column("film_key", sa.Text, nullable=False),
        *_texts("reader"),
        sa.Column("markup", sa.JSON, nullable=False),
        *_texts("at"),
    )
    op.create_table(
        "settings",
        _id(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        *_texts("at"),
    )
    op.create_index("ix_reads_study_key", "reads", ["study_key"])
    op.create_index("ix_notes_study_key", "notes", ["study_key"])
    op.create_index("ix_measurements_film_key", "measurements", ["film_key"])
    op.create_index("ix_settings_name", "settings", ["name"])


def _append_only() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in APPEND_ONLY:
            for change in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION hilum_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append-only'; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION hilum_append_only()"
        )
