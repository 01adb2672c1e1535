"""The errors of Caveat. Each carries a stable `code`, an HTTP status and a sentence that a visitor may read.

CaveatError
├── ContentError      the content folder does not validate; carries every problem found
├── EncoderError      the encoder cannot be built or loaded
├── IndexMissingError no index has been built yet
├── IndexStaleError   the index on disk does not belong to this content, encoder or settings
├── IndexBrokenError  the index on disk is incomplete or damaged
├── QuestionError     the question or history cannot be answered as sent
├── BusyError         more questions are waiting than can be answered soon
└── AnswerTimeError   an answer took longer than the set time
"""

from __future__ import annotations


class CaveatError(Exception):
    """Base of every error that Caveat raises on purpose."""

    code = "internal"
    status = 500
    title = "Something went wrong"


class EncoderError(CaveatError):
    code = "encoder"
    status = 503
    title = "The encoder is not available"


class IndexMissingError(CaveatError):
    code = "index-missing"
    status = 503
    title = "No index has been built"


class IndexStaleError(CaveatError):
    code = "index-stale"
    status = 503
    title = "The index does not match the content"


class IndexBrokenError(CaveatError):
    code = "index-broken"
    status = 503
    title = "The index is damaged"


class QuestionError(CaveatError):
    """A question or history that breaks a stated limit; `field` names the part at fault, never its text."""

    code = "invalid-question"
    status = 422
    title = "The question cannot be read"

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(f"{field}: {detail}")
        self.field = field
        self.detail = detail


class BusyError(CaveatError):
    code = "busy"
    status = 503
    title = "Too many questions are waiting"


class AnswerTimeError(CaveatError):
    code = "time-limit"
    status = 503
    title = "The answer took too long"
