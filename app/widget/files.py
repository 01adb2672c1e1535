"""Files that are served from memory, compressed once."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from fastapi import Request, Response

FOR_EVER = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"
BRIEFLY = "public, max-age=300"


@dataclass(frozen=True)
class ServedFile:
    """One file: its bytes, its media type and how long it may be kept."""

    body: bytes
    media_type: str
    cache: str = FOR_AN_HOUR

    @cached_property
    def compressed(self) -> bytes:
        """The bytes as gzip, the same for the same bytes."""
        return gzip.compress(self.body, 9, mtime=0)

    @cached_property
    def etag(self) -> str:
        """A validator that changes with the bytes."""
        return f'W/"{hashlib.sha256(self.body).hexdigest()[:20]}"'

    def response(self, request: Request, headers: Mapping[str, str] | None = None) -> Response:
        """Return the file as `request` accepts it: compressed when it may be, nothing when it has it already."""
        sent = {"Cache-Control": self.cache, "Vary": "Accept-Encoding", "ETag": self.etag, **(headers or {})}
        if request.headers.get("if-none-match") == self.etag:
            return Response(status_code=304, headers=sent)
        if _accepts_gzip(request.headers.get("accept-encoding", "")):
            sent["Content-Encoding"] = "gzip"
            return Response(self.compressed, media_type=self.media_type, headers=sent)
        return Response(self.body, media_type=self.media_type, headers=sent)


def _accepts_gzip(accepted: str) -> bool:
    for part in accepted.lower().split(","):
        coding, _, quality = part.partition(";")
        if coding.strip() == "gzip":
            return quality.replace(" ", "") not in ("q=0", "q=0.0")
    return False
