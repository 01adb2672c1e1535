"""Tune copies of the encoder's last layers on the content: which card a question asks for, which policy it falls under.

Run by `caveat tune` when much content is new; an index build takes the result as it is and fits everything else anew.
Evaluation questions are not read. Needs the `build` extra, and more than half an hour on two cores.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.guard.context import resolve
from app.guard.training import examples
from index.encoder import file_sha256
from index.export import DEFAULT_MODEL, model_folder, open_original
from index.library import Library
from index.tuned import TUNED_FILE, TuningCard, last_layers, pass_through, pooled, write_tuning
from index.vocabulary import Vocabulary

if TYPE_CHECKING:
    import torch

LAYERS = 3
"""Tuned of six."""
EPOCHS = 3
BATCH = 64
RATE, HEAD_RATE, PROTOTYPE_RATE = 1.5e-4, 5e-3, 1e-3
"""Learning rates of the layers, the policies' linear head and the cards' prototypes."""
WARM_UP = 100
POLICY_SCALE, CARD_SCALE = 8.0, 20.0
"""What unit vectors and cosines are multiplied by before the softmax."""
SMOOTHING = 0.05
SEED = 20261127
MAX_TOKENS = 128

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Lesson:
    """One text to learn from: as the search embeds it, the policy and the card that it belongs to, if any."""

    text: str
    policy: int | None
    weight: float
    """Weight of its policy."""
    card: int | None


def lessons(library: Library, pieces: Callable[[str], int]) -> list[Lesson]:
    """Return what `library` teaches: policy examples, phrasings of cards, and the claims that lead them."""
    vocabulary = Vocabulary(library, pieces)
    cards = {card: at for at, card in enumerate(library.cards)}
    card_of = {text: cards[card.id] for card in library.cards.values() for text in (card.title, *card.asked_as)}
    texts, labels, weights, _ = examples(library)
    policies = {label: at for at, label in enumerate(sorted(set(labels)))}
    found = [
        Lesson(resolve(text, (), vocabulary).question, policies[label], weight, card_of.pop(text, None))
        for text, label, weight in zip(texts, labels, weights, strict=True)
    ]
    found += [Lesson(resolve(text, (), vocabulary).question, None, 0.0, card) for text, card in card_of.items()]
    found += [
        Lesson(library.claims[claim].text, None, 0.0, cards[card.id])
        for card in library.cards.values()
        for claim in card.lead_claims
    ]
    return found


def tune(
    library: Library, progress: Progress = lambda _stage, _done, _total: None, path: Path = TUNED_FILE
) -> TuningCard:
    """Train the layers on `library`, write how they differ to `path` and return their card.

    Raises `EncoderError` when the build packages or the weights are missing.
    """
    import torch  # noqa: PLC0415

    torch.manual_seed(SEED)
    origin = model_folder(DEFAULT_MODEL)
    model = open_original(origin)
    transformer, tokenizer = model[0].auto_model.eval(), model.tokenizer.backend_tokenizer
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    taught = lessons(library, lambda word: len(tokenizer.encode(word, add_special_tokens=False).ids))
    below = _states_below(transformer, tokenizer, [lesson.text for lesson in taught], progress)
    tuned = last_layers(transformer, LAYERS)
    _train(tuned, taught, below, progress)
    card = TuningCard(file_sha256(origin / "model.safetensors"), library.version, LAYERS, len(taught))
    write_tuning(card, last_layers(transformer, LAYERS), tuned, path)
    return card


def _states_below(transformer: Any, tokenizer: Any, texts: Sequence[str], progress: Progress) -> list[torch.Tensor]:
    """Return the states of each text's tokens under the tuned layers, in half precision: they never change."""
    import torch  # noqa: PLC0415

    encoded = [torch.tensor(one.ids) for one in tokenizer.encode_batch(list(texts))]
    states: dict[int, torch.Tensor] = {}
    for at in _batches(encoded):
        ids, mask = _padded([encoded[one] for one in at])
        with torch.no_grad():
            found = transformer(input_ids=ids, attention_mask=mask, output_hidden_states=True)
        for row, one in enumerate(at):
            states[one] = found.hidden_states[-1 - LAYERS][row, : len(encoded[one])].half()
        progress("reading the texts", len(states), len(texts))
    return [states[at] for at in range(len(texts))]


def _train(
    layers: torch.nn.ModuleList, taught: Sequence[Lesson], below: list[torch.Tensor], progress: Progress
) -> None:
    import torch  # noqa: PLC0415
    from torch.nn import functional  # noqa: PLC0415

    policies = 1 + max(lesson.policy for lesson in taught if lesson.policy is not None)
    head = torch.nn.Linear(below[0].shape[1], policies)
    prototypes = torch.nn.Parameter(_means(layers, taught, below))
    optimizer = torch.optim.AdamW(
        [
            {"params": layers.parameters(), "lr": RATE},
            {"params": head.parameters(), "lr": HEAD_RATE},
            {"params": [prototypes], "lr": PROTOTYPE_RATE},
        ]
    )
    order = random.Random(SEED)  # noqa: S311 - nothing secret
    batches = [batch for _ in range(EPOCHS) for batch in _shuffled(below, order)]
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_UP) * (1 - step / len(batches))
    )
    layers.train()
    for step, at in enumerate(batches, start=1):
        batch = [taught[one] for one in at]
        vectors = _embed(layers, [below[one] for one in at])
        judged = [row for row, lesson in enumerate(batch) if lesson.policy is not None]
        carded = [row for row, lesson in enumerate(batch) if lesson.card is not None]
        by_policy = functional.cross_entropy(
            head(vectors[judged] * POLICY_SCALE),
            torch.tensor([batch[row].policy for row in judged]),
            reduction="none",
            label_smoothing=SMOOTHING,
        )
        by_card = functional.cross_entropy(
            CARD_SCALE * vectors[carded] @ functional.normalize(prototypes, dim=1).T,
            torch.tensor([batch[row].card for row in carded], dtype=torch.long),
            reduction="sum",
            label_smoothing=SMOOTHING,
        )
        loss = ((by_policy * torch.tensor([batch[row].weight for row in judged])).sum() + by_card) / BATCH
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        progress("training", step, len(batches))
    layers.eval()


def _means(layers: torch.nn.ModuleList, taught: Sequence[Lesson], below: Sequence[torch.Tensor]) -> torch.Tensor:
    """Return the mean vector of each card's texts before training, where its prototype starts."""
    import torch  # noqa: PLC0415

    cards = [lesson.card for lesson in taught if lesson.card is not None]
    carded = [at for at, lesson in enumerate(taught) if lesson.card is not None]
    sums = torch.zeros(max(cards) + 1, below[0].shape[1])
    with torch.no_grad():
        for batch in _batches([below[at] for at in carded]):
            vectors = _embed(layers.eval(), [below[carded[one]] for one in batch])
            sums.index_add_(0, torch.tensor([cards[one] for one in batch]), vectors)
    return torch.nn.functional.normalize(sums, dim=1)


def _embed(layers: torch.nn.ModuleList, states: Sequence[torch.Tensor]) -> torch.Tensor:
    padded, mask = _padded(states)
    return pooled(pass_through(layers, padded.float(), mask), mask)


def _padded(rows: Sequence[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return rows of different lengths as one tensor, and the mask that tells what is theirs."""
    import torch  # noqa: PLC0415

    longest = max(len(row) for row in rows)
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return torch.nn.utils.rnn.pad_sequence(list(rows), batch_first=True), mask


def _batches(rows: Sequence[torch.Tensor]) -> Iterator[list[int]]:
    """Yield the places of `rows` in batches of like length, shortest first."""
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


def _shuffled(rows: Sequence[torch.Tensor], order: random.Random) -> list[list[int]]:
    """Return the places of all `rows` in batches of like length, otherwise in random order."""
    places = list(range(len(rows)))
    order.shuffle(places)
    batches: list[list[int]] = []
    pool = 20 * BATCH  # so much is sorted by length at a time: little padding, yet other company in every epoch
    for start in range(0, len(places), pool):
        near = sorted(places[start : start + pool], key=lambda at: len(rows[at]))
        batches += [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
    order.shuffle(batches)
    return batches
