"""The results' table as Parquet, for what reads millions of rows; needs the extra ``archive``."""

from pathlib import Path
from typing import Any, Self

from engine.errors import NotExported

_NUMBERS = ("urgency", "_probability", "_ms")
_GROUP = 10_000


class ParquetTable:
    """Writes ``results.parquet``, which appears when the run is over.

    Parameters
    ----------
    columns : list of str
        Those of `engine.exchange.results.Results`.

    Raises
    ------
    NotExported
        Without pyarrow.
    """

    def __init__(self, folder: Path, columns: list[str]) -> None:
        try:
            import pyarrow as pa
            from pyarrow import parquet
        except ImportError as error:
            raise NotExported('Parquet needs pyarrow. Type: pip install ".[archive]"') from error
        kinds = [
            (name, pa.float64() if name.endswith(_NUMBERS) else pa.string()) for name in columns
        ]
        self._schema = pa.schema(kinds)
        self._path = folder / "results.parquet"
        self._part = folder / "results.parquet.part"
        self._writer = parquet.ParquetWriter(self._part, self._schema)
        self._rows: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        """Return the writer."""
        return self

    def __exit__(self, *_: object) -> None:
        """Finish the file."""
        self._flush()
        self._writer.close()
        self._part.replace(self._path)

    def write(self, cells: list[object]) -> None:
        """Write a line of the table."""
        named = zip(self._schema.names, cells, strict=True)
        self._rows.append({name: None if value == "" else value for name, value in named})
        if len(self._rows) == _GROUP:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
        self._rows.clear()
