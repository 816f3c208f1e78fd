"""Steps that bring a store to the form of `engine.triage.schema`; alembic reads them as files."""
