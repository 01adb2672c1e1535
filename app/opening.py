"""Build and open what the settings name: the index with its guard artifacts, and the assistant on it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.assistant import Assistant, Limits
from app.check import judged
from app.guard import cleared, training, word_table
from app.guard.head import FOLDER
from app.settings import Settings
from index.opened import OpenedIndex, open_index

if TYPE_CHECKING:
    from index.build import BuildReport


def build(settings: Settings, progress: Callable[[str, int, int], None]) -> BuildReport:
    """Build the index that `settings` describe and return what was done."""
    from index.build import build_index, served_folder  # noqa: PLC0415

    return build_index(
        settings.content_dir,
        settings.index_root,
        encoder_name=settings.encoder,
        precision=settings.precision,
        artifacts={
            FOLDER: partial(training.train_head, served=served_folder(settings.index_root)),
            judged.ARTIFACT: judged.write_judged,
            cleared.ARTIFACT: cleared.write_cleared,
            word_table.ARTIFACT: word_table.write_words,
        },
        artifacts_sha256=artifacts_sha256(),
        progress=progress,
    )


def artifacts_sha256() -> str:
    """Return the hash of what shapes the parts of an index that the application adds."""
    shapes = (training.settings_sha256(), judged.ARTIFACT_SHA256, cleared.ARTIFACT_SHA256, word_table.SHAPE)
    return hashlib.sha256(" ".join(shapes).encode()).hexdigest()


def open_served(settings: Settings) -> OpenedIndex:
    """Return the index that `settings` serve. Raises an index error that says what to do."""
    return open_index(settings.index_root, artifacts_sha256(), threads=settings.threads)


def open_assistant(settings: Settings) -> Assistant:
    """Return the assistant on the served index."""
    limits = Limits(settings.max_question_chars, settings.max_history_turns)
    return Assistant(open_served(settings), limits, settings.region)
