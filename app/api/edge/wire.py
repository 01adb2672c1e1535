"""What arrives and is no HTTP at all: refused in the same form as everything else, before there is a request."""

from __future__ import annotations

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from app.api.edge.headers import API_POLICY
from app.api.problems import MEDIA_TYPE, problem_of_status


class ProblemProtocol(H11Protocol):
    """The server's own protocol; only its refusal of what it cannot parse is a problem object."""

    def send_400_response(self, msg: str) -> None:
        """Answer 400 with `msg`, the server's constant sentence, unless an answer has begun; close the connection."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            body = problem_of_status(400, msg).model_dump_json().encode()
            headers = [
                ("content-type", MEDIA_TYPE),
                ("content-length", str(len(body))),
                ("cache-control", "no-store"),
                ("content-security-policy", API_POLICY),
                ("x-content-type-options", "nosniff"),
                ("connection", "close"),
            ]
            response = h11.Response(status_code=400, headers=headers, reason="Bad Request")
            for event in (response, h11.Data(data=body), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
