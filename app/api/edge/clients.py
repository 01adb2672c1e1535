"""Whose request it is, for counting only: the address, believed from trusted proxies alone, and only as a hash."""

from __future__ import annotations

import hashlib
import hmac
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.types import Scope

from app.api.edge.visit import header
from index.errors import CaveatError

IPV6_PREFIX = 64
"""One household or host usually holds a whole /64, so that counting single IPv6 addresses would limit nobody."""


class ProxySettingError(CaveatError):
    code = "settings"
    title = "The settings cannot be used"


class Clients:
    """Finds and hashes client addresses. Proxies are trusted only when they are named."""

    def __init__(self, trusted_proxies: tuple[str, ...]) -> None:
        """Raise `ProxySettingError` for a proxy that is not an address or network."""
        try:
            self._trusted = tuple(ip_network(text, strict=False) for text in trusted_proxies)
        except ValueError as error:
            raise ProxySettingError(
                'CAVEAT_TRUSTED_PROXIES must list addresses: ["10.0.0.2", "10.1.0.0/16"]'
            ) from error

    def hashed(self, scope: Scope, salt: bytes) -> str:
        """Return the client's address hashed with `salt`, which changes daily, so that it cannot be traced back."""
        return hmac.new(salt, self._network(scope).encode(), hashlib.sha256).hexdigest()[:24]

    def _network(self, scope: Scope) -> str:
        address = _parsed((scope.get("client") or ("", 0))[0])
        if address is None:
            return "unknown"
        forwarded = (header(scope, b"x-forwarded-for") or "").split(",")
        while forwarded and self._is_trusted(address):
            before = _parsed(forwarded.pop().strip())
            if before is None:
                break
            address = before
        if isinstance(address, IPv6Address):
            return str(IPv6Network((address, IPV6_PREFIX), strict=False))
        return str(address)

    def _is_trusted(self, address: IPv4Address | IPv6Address) -> bool:
        networks: tuple[IPv4Network | IPv6Network, ...] = self._trusted
        return any(address in network for network in networks)


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address
