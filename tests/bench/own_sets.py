"""Our own content as four collections in BEIR's form: `python -m tests.bench.own_sets FOLDER`.

`caveat eval retrieval --set FOLDER/NAME` then measures lexical, vector and fused search on each.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.evaluate.collection import Collection, Document
from app.evaluate.encoder_check import own_collection
from index.library import Library
from index.load import CONTENT_DIR, load_library

BEFORE = (
    "Good evening, I hope this is the right place to write to. I work nights in a warehouse and have three children.",
    "Sorry for the long message, I have not slept much and my sister told me to write everything down.",
    "We moved here two years ago, the neighbours are kind, and somebody at the market started talking to me about it.",
    "I am retired, I read a lot, and my doctor's next free appointment is in five weeks.",
)
AFTER = (
    "Thank you for any answer, even a short one. I will show it to my wife when she is back from work.",
    "That is all, I think. Please excuse my spelling, I am writing this on my phone on the bus.",
    "I have looked at several pages already and they all say something else, so I would rather ask.",
)
"""What stands around a question in a long message: nothing about kratom."""


def own_collections(content: Path) -> list[Collection]:
    """Return claims by phrasings and by marketing statements, cards as long passages, and these by long messages."""
    library = load_library(content)
    by_phrasing = own_collection(content)
    statements = {one.id: one for one in library.circulating.values() if one.claims}
    by_statement = Collection(
        "claims-by-statements",
        by_phrasing.documents,
        {one.id: one.claim for one in statements.values()},
        {one.id: dict.fromkeys(one.claims, 1) for one in statements.values()},
    )
    passages = tuple(Document(card, "", _passage(library, card)) for card in library.cards)
    own = {card: {card: 1} for card in library.cards}
    cards = Collection("cards", passages, by_phrasing.queries, own)
    messages = Collection("cards-by-messages", passages, dict(_messages(by_phrasing.queries)), own)
    return [by_phrasing, by_statement, cards, messages]


def write(collection: Collection, folder: Path) -> None:
    """Write a collection into `folder` as `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = ({"_id": one.id, "title": one.title, "text": one.text} for one in collection.documents)
    _lines(folder / "corpus.jsonl", documents)
    _lines(folder / "queries.jsonl", ({"_id": name, "text": text} for name, text in collection.queries.items()))
    judged = [
        f"{query}\t{document}\t{grade}" for query, one in collection.qrels.items() for document, grade in one.items()
    ]
    (folder / "qrels.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *judged]) + "\n", encoding="utf-8")


def _passage(library: Library, card_id: str) -> str:
    card = library.cards[card_id]
    claims = [library.claims[claim] for claim in dict.fromkeys((*card.lead_claims, *card.claims))]
    return " ".join([card.lead or "", *(f"{claim.text} {claim.caveat or ''}" for claim in claims)])


def _messages(queries: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for at, (name, text) in enumerate(queries.items()):
        yield name, f"{BEFORE[at % len(BEFORE)]} {text}. {AFTER[at % len(AFTER)]}"


def _lines(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Write the collections into the folder that is named."""
    for collection in own_collections(CONTENT_DIR):
        write(collection, Path(sys.argv[1]) / collection.name)
        sys.stdout.write(
            f"{collection.name}: {len(collection.documents)} documents, {len(collection.queries)} queries\n"
        )


if __name__ == "__main__":
    main()
