"""What int8 saves: one question embedded by the served encoder, in full precision, and by the original model.

`python -m tests.bench.precision`; needs the build extra.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from app.evaluate.retrieval import encoder_folder
from app.settings import Settings
from index.encoder import Encoder
from index.export import DEFAULT_MODEL, export_encoder, model_folder
from tests.bench.shared import heading, percentile_cells, questions, seconds_of, table

QUESTIONS = 200


def main() -> None:
    """Print the table."""
    asked = questions()
    torch.set_num_threads(1)
    served = Encoder(encoder_folder(Settings().index_root), cache_size=0)
    with tempfile.TemporaryDirectory() as folder:
        export_encoder(DEFAULT_MODEL, "fp32", Path(folder) / "fp32")
        full = Encoder(Path(folder) / "fp32", cache_size=0)
    original = SentenceTransformer(str(model_folder(DEFAULT_MODEL)), device="cpu")
    ways = {
        "onnxruntime, int8 (served)": served.encode_one,
        "onnxruntime, fp32": full.encode_one,
        "sentence-transformers with torch, fp32": lambda text: original.encode(text, show_progress_bar=False),
    }
    print(heading(f"Embedding of one question, one thread, {QUESTIONS} questions"))
    taken = {name: seconds_of(work, asked[:QUESTIONS], asked[-10:]) for name, work in ways.items()}
    least = float(np.median(taken["onnxruntime, int8 (served)"]))
    rows = [
        [name, *percentile_cells(seconds, (50, 95)), f"{np.median(seconds) / least:.1f}x"]
        for name, seconds in taken.items()
    ]
    print(table(("encoder", "p50 ms", "p95 ms", "time to int8"), rows))


if __name__ == "__main__":
    main()
