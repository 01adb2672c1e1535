"""A slip in the words that tell what guard words mean gives one line that names file, line, language and the fix."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from index.cue_words import CueWords
from index.load import CONTENT_DIR
from index.yaml_lines import read_yaml


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"language": "es", "law": ["ley("]}, "no regular expression"),
        ({"language": "es", "law": [r"\S+ley"]}, "lower case"),
        ({"language": "es", "law": []}, "at least 1"),
        ({"language": "es", "laws": ["ley"]}, "laws"),
    ],
)
def test_a_slip_is_refused(entry: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says.replace("(", r"\(")):
        CueWords.model_validate(entry)


def test_every_language_of_the_content_has_cues() -> None:
    entries = read_yaml(Path(CONTENT_DIR) / "policy" / "cues.yaml").data
    languages = {CueWords.model_validate(entry).language for entry in entries}
    assert languages >= {path.stem for path in (Path(CONTENT_DIR) / "glossary").glob("??.yaml")}
