"""What arrives and never becomes a request: refused in the same form as everything else."""

from __future__ import annotations

import asyncio
import socket
from http import HTTPStatus

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from app.api.edge.headers import API_POLICY
from app.api.problems import MEDIA_TYPE, problem_of_status

HEAD_SECONDS = 15.0
"""How long the head of a request may take from its first byte on; a connection on which nothing is sent may stay."""


class ProblemProtocol(H11Protocol):
    """The server's own protocol; refuses what it cannot parse, and a head that never ends, with a problem object."""

    _unfinished: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection on which nothing waits for the other side to confirm what it got.

        asyncio sees to that for a socket that it opened itself, and not for the one that several workers share: there
        the end of an answer would wait 40 ms behind its head.
        """
        connection = transport.get_extra_info("socket")
        if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        """Take in what came, and begin or stop to wait for the rest of a head."""
        super().data_received(data)
        if not (self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]):
            self._wait_no_more()
        elif self._unfinished is None:
            self._unfinished = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._wait_no_more()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer 400 with `msg`, the server's constant sentence, and close the connection."""
        self._refuse(400, msg)

    def _give_up(self) -> None:
        self._refuse(408, f"the head of the request did not arrive within {HEAD_SECONDS:g} seconds")

    def _wait_no_more(self) -> None:
        if self._unfinished is not None:
            self._unfinished.cancel()
            self._unfinished = None

    def _refuse(self, status: int, detail: str) -> None:
        """Answer with a problem, unless an answer has begun, and close the connection."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            body = problem_of_status(status, detail).model_dump_json().encode()
            headers = [
                ("content-type", MEDIA_TYPE),
                ("content-length", str(len(body))),
                ("cache-control", "no-store"),
                ("content-security-policy", API_POLICY),
                ("x-content-type-options", "nosniff"),
                ("connection", "close"),
            ]
            response = h11.Response(status_code=status, headers=headers, reason=HTTPStatus(status).phrase)
            for event in (response, h11.Data(data=body), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
