"""Exact search over unit vectors in one table, held in memory while it is served."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.encoder import Vectors

VECTORS_FILE = "vectors.npy"
IDS_FILE = "ids.json"


@dataclass(frozen=True)
class VectorTable:
    """Unit vectors as rows, with the id of each row."""

    ids: tuple[str, ...]
    rows: Vectors

    @classmethod
    def load(cls, folder: Path) -> VectorTable:
        """Return the table saved in `folder`, in memory: a file that is cut short while serving harms nothing."""
        ids = tuple(json.loads((folder / IDS_FILE).read_text()))
        return cls(ids, np.load(folder / VECTORS_FILE))

    def save(self, folder: Path) -> None:
        """Write the table into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / VECTORS_FILE, np.ascontiguousarray(self.rows, dtype=np.float32))
        (folder / IDS_FILE).write_text(json.dumps(list(self.ids)))

    def similarities(self, vector: Vectors) -> Vectors:
        """Return the cosine of `vector` with every row."""
        similarities: Vectors = self.rows @ vector
        return similarities

    def subset(self, ids: Sequence[str]) -> VectorTable:
        """Return the table of `ids`, in their order. Raises `KeyError` for an id that is not here."""
        at = {unit_id: row for row, unit_id in enumerate(self.ids)}
        return VectorTable(tuple(ids), np.asarray(self.rows[[at[unit_id] for unit_id in ids]]))


class UnitVectors(NamedTuple):
    """The vectors of an index's units, in their order."""

    general: VectorTable
    tuned: VectorTable
