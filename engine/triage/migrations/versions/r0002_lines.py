"""What a list says of every film, apart from pictures and documents: see `engine.triage.lines`.

`engine.triage.listing.complete` writes the lines of what was stored before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    image = sa.ForeignKey("images.id")
    op.create_table(
        "lines",
        sa.Column("image_id", sa.Integer, image, primary_key=True, autoincrement=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
