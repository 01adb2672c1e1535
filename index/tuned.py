"""The tuned layers: the encoder's last layers a second time, trained on this library's questions.

The general encoder is trained to tell subjects apart, and here every text has the same one. `caveat tune` trains copies
of its last layers to tell which card a question asks for and which policy it falls under; below them one pass serves
both. What the training changed is kept as a low-rank difference to the general weights (Hu and others, LoRA: Low-Rank
Adaptation of Large Language Models, 2021), so that the file stays small and says from which model it starts.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from index.errors import EncoderError

if TYPE_CHECKING:
    import torch

TUNED_FILE = Path(__file__).with_name("tuned.npz")
RANK = 128
"""Rank of the difference of each matrix."""

_CARD = "card"
_LEFT, _RIGHT, _WHOLE = ".left", ".right", ".whole"


@dataclass(frozen=True)
class TuningCard:
    """What tuned layers come from."""

    origin_sha256: str
    """SHA-256 of the weights that they start from."""
    content_version: str
    """The content that they were trained on; later content is told apart by them as well."""
    layers: int
    """How many of the last layers were trained."""
    texts: int
    """How many texts they were trained on."""


def read_tuning(path: Path = TUNED_FILE) -> tuple[TuningCard, Mapping[str, NDArray[np.float16]]]:
    """Return the card and the differences in a file. Raises `EncoderError` when it cannot be read."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            card = TuningCard(**json.loads(str(arrays[_CARD])))
            return card, {name: arrays[name] for name in arrays.files if name != _CARD}
    except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise EncoderError(f"the tuned layers in {path} cannot be read; run `caveat tune`") from error


def write_tuning(card: TuningCard, general: torch.nn.Module, tuned: torch.nn.Module, path: Path = TUNED_FILE) -> None:
    """Write how the layers `tuned` differ from `general`, each matrix at `RANK`, in half precision."""
    arrays: dict[str, Any] = {_CARD: np.asarray(json.dumps(asdict(card)))}
    before = dict(general.named_parameters())
    for name, after in tuned.named_parameters():
        change = (after - before[name]).detach().numpy()
        if change.ndim == 1:
            arrays[name + _WHOLE] = change.astype(np.float16)
            continue
        left, sizes, right = np.linalg.svd(change, full_matrices=False)
        root = np.sqrt(sizes[:RANK])
        arrays[name + _LEFT] = (left[:, :RANK] * root).astype(np.float16)
        arrays[name + _RIGHT] = (root[:, None] * right[:RANK]).astype(np.float16)
    np.savez_compressed(path, **arrays)


def last_layers(transformer: Any, count: int) -> torch.nn.ModuleList:
    """Return copies of the last `count` layers of a BERT encoder."""
    import torch  # noqa: PLC0415 - torch is needed only to build

    return torch.nn.ModuleList(copy.deepcopy(layer) for layer in transformer.encoder.layer[-count:])


def with_differences(layers: torch.nn.ModuleList, differences: Mapping[str, NDArray[np.float16]]) -> None:
    """Add the differences to the weights of `layers`. Raises `EncoderError` when they do not fit."""
    import torch  # noqa: PLC0415

    with torch.no_grad():
        for name, weights in layers.named_parameters():
            try:
                if name + _WHOLE in differences:
                    change = differences[name + _WHOLE].astype(np.float32)
                else:
                    left, right = (differences[name + part].astype(np.float32) for part in (_LEFT, _RIGHT))
                    change = left @ right
                weights.add_(torch.from_numpy(change))
            except (KeyError, ValueError, RuntimeError) as error:
                raise EncoderError(f"the tuned layers hold no fitting '{name}'; run `caveat tune`") from error


def pass_through(layers: torch.nn.ModuleList, states: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
    """Return the token states, of shape (texts, tokens, dimensions), after `layers`."""
    hidden = (1.0 - attention_mask[:, None, None, :].to(states.dtype)) * -1e4
    for layer in layers:
        found = layer(states, hidden)
        states = found[0] if isinstance(found, tuple) else found
    return states


def pooled(states: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
    """Return the unit vectors of texts: the mean of their tokens' states, normalised."""
    import torch  # noqa: PLC0415

    mask = attention_mask.unsqueeze(-1).to(states.dtype)
    mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
    return torch.nn.functional.normalize(mean, p=2, dim=1)
