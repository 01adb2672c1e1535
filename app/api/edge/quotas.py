"""Quotas in moving windows, counted in memory or in Redis; without Redis it goes on counting in memory."""

from __future__ import annotations

import math
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.errors import StorageError
from redis.asyncio import ConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

WINDOW_SECONDS = 60
RETRY_STORE_SECONDS = 10.0
"""How long Redis is left alone after it failed."""
STORE_TIMEOUT_SECONDS = 0.3
SALT_SECONDS = 2 * 86_400


@dataclass(frozen=True)
class Window:
    """One quota: `amount` a minute for one caller."""

    name: str
    amount: int
    caller: str


@dataclass(frozen=True)
class Standing:
    """How a caller stands after asking to go on: whether it may, what is left, and when the window is free again."""

    allowed: bool
    window: Window
    remaining: int
    reset_seconds: int

    def headers(self) -> dict[str, str]:
        """Return the RateLimit headers (draft-ietf-httpapi-ratelimit-headers), with Retry-After when refused."""
        headers = {
            "RateLimit-Policy": f'"{self.window.name}";q={self.window.amount};w={WINDOW_SECONDS}',
            "RateLimit": f'"{self.window.name}";r={self.remaining};t={self.reset_seconds}',
        }
        return headers if self.allowed else {**headers, "Retry-After": str(max(1, self.reset_seconds))}


@dataclass(frozen=True)
class _Salt:
    day: str = ""
    value: bytes = b""
    is_shared: bool = False


class Quotas:
    """Counts what callers use. `on_fallback` is called once each time that Redis is given up on."""

    def __init__(self, url: str, on_fallback: Callable[[], None]) -> None:
        self._memory = MovingWindowRateLimiter(MemoryStorage())
        self._shared: MovingWindowRateLimiter | None = None
        self._pool: ConnectionPool | None = None
        self._on_fallback = on_fallback
        self._retry_at = 0.0
        self._failing = False
        self._salt = _Salt()
        if not url.startswith("memory"):
            self._pool = ConnectionPool.from_url(
                url,
                socket_timeout=STORE_TIMEOUT_SECONDS,
                socket_connect_timeout=STORE_TIMEOUT_SECONDS,
                retry=Retry(NoBackoff(), 0),  # a question waits once at most; memory counts meanwhile
            )
            storage = RedisStorage(
                f"async+{url}",
                wrap_exceptions=True,
                implementation="redispy",
                connection_pool=self._pool,  # type: ignore[arg-type]
            )
            self._shared = MovingWindowRateLimiter(storage)

    async def take(self, windows: Sequence[Window], cost: int) -> Standing:
        """Return how the caller stands; the cost is taken from every window or, when one refuses, from none."""
        limiter = self._usable()
        if limiter is None:
            return await _take(self._memory, windows, cost)
        try:
            standing = await _take(limiter, windows, cost)
        except (StorageError, RedisError, OSError):
            self._give_up()
            return await _take(self._memory, windows, cost)
        self._failing = False
        return standing

    async def salt(self) -> bytes:
        """Return today's salt: random, the same for all processes that share a Redis, forgotten after two days."""
        today = datetime.now(UTC).date().isoformat()
        is_shared = self._pool is not None
        if self._salt.day != today or (is_shared and not self._salt.is_shared and self._usable() is not None):
            own = self._salt.value if self._salt.day == today else secrets.token_bytes(32)
            self._salt = await self._shared_salt(today, own)
        return self._salt.value

    async def _shared_salt(self, today: str, own: bytes) -> _Salt:
        if self._pool is None or self._usable() is None:
            return _Salt(today, own)
        try:
            async with Redis(connection_pool=self._pool) as redis:
                await redis.set(f"caveat:salt:{today}", own, nx=True, ex=SALT_SECONDS)
                shared = await redis.get(f"caveat:salt:{today}")
        except (RedisError, OSError):
            self._give_up()
            return _Salt(today, own)
        return _Salt(today, shared, is_shared=True) if isinstance(shared, bytes) else _Salt(today, own)

    def _usable(self) -> MovingWindowRateLimiter | None:
        return self._shared if time.monotonic() >= self._retry_at else None

    def _give_up(self) -> None:
        self._retry_at = time.monotonic() + RETRY_STORE_SECONDS
        if not self._failing:
            self._on_fallback()
        self._failing = True

    async def close(self) -> None:
        """Close the connections to Redis."""
        if self._pool is not None:
            await self._pool.aclose()


async def _take(limiter: MovingWindowRateLimiter, windows: Sequence[Window], cost: int) -> Standing:
    standings: list[Standing] = []
    for window in windows:
        item, price = RateLimitItemPerSecond(window.amount, WINDOW_SECONDS), min(cost, window.amount)
        if not await limiter.test(item, window.name, window.caller, cost=price):
            return await _standing(limiter, window, allowed=False)
    for window in windows:
        item, price = RateLimitItemPerSecond(window.amount, WINDOW_SECONDS), min(cost, window.amount)
        # Two requests may pass the test at once; the hit decides.
        allowed = await limiter.hit(item, window.name, window.caller, cost=price)
        standings.append(await _standing(limiter, window, allowed))
        if not allowed:
            break
    return min(standings, key=lambda standing: (standing.allowed, standing.remaining / standing.window.amount))


async def _standing(limiter: MovingWindowRateLimiter, window: Window, allowed: bool) -> Standing:
    item = RateLimitItemPerSecond(window.amount, WINDOW_SECONDS)
    stats = await limiter.get_window_stats(item, window.name, window.caller)
    reset = math.ceil(max(0.0, stats.reset_time - time.time()))
    return Standing(allowed, window, max(0, stats.remaining), min(reset, WINDOW_SECONDS))
