"""The shapes of the OpenAI Chat Completions protocol, as far as they mean something here."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, field_validator
from pydantic.config import JsonDict

from app.answer.record import Answer, Evidence, Outcome, Reason, Source, StatementEvidence
from app.render.citations import Citation

MODEL_NAME = "caveat"
_TEXT: JsonDict = {"type": "string", "pattern": r"\S"}
_PART: JsonDict = {"type": "object", "properties": {"text": _TEXT}, "required": ["text"]}
_HAS_A_QUESTION: JsonDict = {
    "type": "object",
    "properties": {"role": {"const": "user"}, "content": {"anyOf": [_TEXT, {"type": "array", "contains": _PART}]}},
    "required": ["role", "content"],
}
"""What one of the messages must be, as JSON Schema."""


class ContentPart(BaseModel):
    """One part of a message; only text is read."""

    type: str
    text: str | None = None


class ChatMessage(BaseModel):
    """One message. Only the user's own messages are believed: others never change what may be answered."""

    role: Literal["user", "assistant", "system", "developer", "tool", "function"]
    content: str | list[ContentPart] | None = None

    @property
    def text(self) -> str:
        """The text of the message."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.text)
        return self.content or ""

    @property
    def is_question(self) -> bool:
        """Whether the user wrote it and it has text."""
        return self.role == "user" and bool(self.text.strip())


class StreamOptions(BaseModel):
    """Options of a stream."""

    include_usage: StrictBool = False


class ChatRequest(BaseModel):
    """A chat completion request. Sampling options are accepted and mean nothing: answers are curated."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"model": MODEL_NAME, "messages": [{"role": "user", "content": "Is kratom addictive?"}]}]
        }
    )

    model: str = Field(description=f"Always `{MODEL_NAME}`.")
    messages: list[ChatMessage] = Field(
        min_length=1,
        description="The last message of the user that has text is the question.",
        json_schema_extra={"contains": _HAS_A_QUESTION},
    )
    stream: StrictBool = False
    stream_options: StreamOptions | None = None
    n: Literal[1] = 1
    region: str | None = Field(default=None, pattern=r"^[A-Z]{2}$", description="Our own: as in /v1/ask.")
    language: str | None = Field(default=None, pattern=r"^[a-z]{2,3}$", description="Our own: as in /v1/ask.")

    @field_validator("messages")
    @classmethod
    def _has_a_question(cls, messages: list[ChatMessage]) -> list[ChatMessage]:
        if not any(message.is_question for message in messages):
            raise ValueError("no message of the user has text; the last one that has is the question")
        return messages

    @property
    def turns(self) -> list[ChatMessage]:
        """The conversation up to the question, which comes last."""
        last = max(at for at, message in enumerate(self.messages) if message.is_question)
        return self.messages[: last + 1]


class UrlCitation(BaseModel):
    """What is cited at which characters (code points) of the message."""

    start_index: int
    end_index: int
    title: str
    url: str


class Annotation(BaseModel):
    """One citation, where the protocol has its place."""

    type: Literal["url_citation"] = "url_citation"
    url_citation: UrlCitation


class ClaimEvidence(BaseModel):
    """The evidence of one statement."""

    claim_id: str
    evidence: StatementEvidence
    source_ids: tuple[str, ...]


class AnswerEvidence(BaseModel):
    """Our own addition to each completion: the evidence behind it, in codes and words."""

    answer_id: str
    outcome: Outcome
    reason: Reason | None
    overall: Evidence
    clinician_note: str
    claims: tuple[ClaimEvidence, ...]
    sources: tuple[Source, ...]
    content_version: str
    index_version: str


class CompletionMessage(BaseModel):
    """The answer: complete Markdown with evidence in words, the clinician note and the sources."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None
    annotations: list[Annotation]


class Choice(BaseModel):
    """The one choice."""

    index: Literal[0] = 0
    message: CompletionMessage
    finish_reason: Literal["stop"] = "stop"
    logprobs: None = None


class Usage(BaseModel):
    """Always zero: no tokens are counted, and nothing is billed."""

    prompt_tokens: Literal[0] = 0
    completion_tokens: Literal[0] = 0
    total_tokens: Literal[0] = 0


class ChatCompletion(BaseModel):
    """A chat completion."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str = MODEL_NAME
    choices: tuple[Choice]
    usage: Usage = Usage()
    evidence: AnswerEvidence


class ModelCard(BaseModel):
    """The one model."""

    id: str = MODEL_NAME
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = "caveat"


class ModelList(BaseModel):
    """The list of models."""

    object: Literal["list"] = "list"
    data: tuple[ModelCard, ...] = (ModelCard(),)


def evidence_of(answer: Answer) -> AnswerEvidence:
    """Return the evidence behind `answer`."""
    return AnswerEvidence(
        answer_id=answer.id,
        outcome=answer.outcome,
        reason=answer.reason,
        overall=answer.evidence,
        clinician_note=answer.clinician_note,
        claims=tuple(
            ClaimEvidence(claim_id=one.claim_id, evidence=one.evidence, source_ids=one.source_ids)
            for one in answer.statements
        ),
        sources=answer.sources,
        content_version=answer.content_version,
        index_version=answer.index_version,
    )


def annotations_of(found: list[Citation]) -> list[Annotation]:
    """Return the citations that have an address; `evidence.sources` holds the others too."""
    return [
        Annotation(
            url_citation=UrlCitation(
                start_index=citation.start,
                end_index=citation.end,
                title=citation.source.title,
                url=citation.source.url,
            )
        )
        for citation in found
        if citation.source.url
    ]
