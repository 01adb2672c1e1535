"""A card is about what it is asked for, not about what a story names by the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.items import Items
from index.load import load_library
from index.units import units_of
from index.vocabulary import Vocabulary
from tests.index.content_folder import CARD, documents, write

STORY = "my aunt who was put on warfarin last spring keeps asking me whether leaf tea would calm her"


@pytest.mark.parametrize(
    ("phrasings", "is_about"),
    [([STORY], False), ([STORY, f"she says that {STORY}"], True), (["leaf tea with warfarin"], True)],
    ids=["named by the way", "named again and again", "named to the point"],
)
def test_a_card_is_about_what_its_phrasings_name_unless_by_the_way(
    tmp_path: Path, phrasings: list[str], is_about: bool
) -> None:
    files = documents()
    files["topics/leaf.yaml"]["cards"] = [{**CARD, "asked_as": phrasings}]
    files["vocabulary/terms.yaml"].append({"id": "warfarin", "term": "warfarin", "kind": "drug"})
    library = load_library(write(tmp_path, files))
    items = Items.of(library, units_of(library), Vocabulary(library))
    assert ("warfarin" in items.about("leaf-calm")) is is_about
