"""`caveat keys`: make, list, rotate and revoke keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import CaveatError

if TYPE_CHECKING:
    from app.keys.model import SiteSettings
    from app.keys.store import KeyStore, NewKey

app = typer.Typer(no_args_is_help=True, help="Site keys for web pages, secret keys for servers.")


class KeyOptionError(CaveatError):
    code = "key-options"
    status = 422
    title = "The key cannot be made like this"


@app.command()
def create(  # noqa: PLR0913, PLR0917 - each is an option of the command
    name: Annotated[str, typer.Argument(help="What the key is for.")],
    site: Annotated[bool, typer.Option("--site", help="A publishable site key; without it, a secret key.")] = False,
    origin: Annotated[list[str] | None, typer.Option(help="https://example.org or https://*.example.org")] = None,
    language: Annotated[list[str] | None, typer.Option(help="A language that the site offers: en, es ...")] = None,
    region: Annotated[str | None, typer.Option(help="The site's region: US, GB ...")] = None,
    contact: Annotated[list[str] | None, typer.Option(help='A contact to show: "Nurse line=555 0100"')] = None,
    disable_topic: Annotated[list[str] | None, typer.Option(help="A topic that the site does not answer on.")] = None,
    per_minute: Annotated[int | None, typer.Option(min=1, help="Questions a minute; by default the setting.")] = None,
) -> None:
    """Make a key and print it; a secret key is shown this once only."""
    from app.keys.model import KeyKind  # noqa: PLC0415

    if not site and (origin or language or region or contact or disable_topic):
        raise KeyOptionError("these options belong to a site key; add --site")
    if not site:
        _print_new(_store().create(KeyKind.SECRET, name, per_minute))
        return
    if not origin:
        raise KeyOptionError("a site key needs at least one --origin, as https://example.org")
    chosen = {
        "origins": [text.lower().rstrip("/") for text in origin],
        "languages": language or [],
        "region": region,
        "contacts": [_contact(text) for text in contact or []],
        "disabled_topics": disable_topic or [],
    }
    _print_new(_store().create(KeyKind.SITE, name, per_minute, _site(chosen)))


def _site(chosen: Mapping[str, object]) -> SiteSettings:
    from pydantic import ValidationError  # noqa: PLC0415

    from app.keys.model import SiteSettings  # noqa: PLC0415

    try:
        return SiteSettings.model_validate(chosen)
    except ValidationError as error:
        fields = ", ".join(".".join(str(step) for step in detail["loc"]) for detail in error.errors())
        raise KeyOptionError(f"not in the right form: {fields}; see `caveat keys create --help`") from error


def _contact(text: str) -> dict[str, str]:
    label, found, value = text.partition("=")
    if not found:
        raise KeyOptionError('write a contact as "Nurse line=555 0100"')
    return {"label": label, "value": value}


@app.command("list")
def list_keys() -> None:
    """List the keys, without their secrets."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from app.keys.model import utc_now  # noqa: PLC0415

    table = Table("id", "kind", "name", "state", "made", "origins", "key")
    for key in _store().all():
        state = "valid" if key.is_valid(utc_now()) else "revoked" if key.revoked_at else "expired"
        if key.site is not None and not key.site.enabled:
            state += ", paused"
        origins = " ".join(key.site.origins) if key.site else ""
        made = key.created_at.date().isoformat()
        table.add_row(key.id, key.kind, key.name, state, made, origins, key.public_value or "(not kept)")
    Console().print(table)


@app.command()
def revoke(key_id: Annotated[str, typer.Argument(help="The id that `caveat keys list` shows.")]) -> None:
    """Revoke a key for good, within seconds."""
    print(f"Key {_store().revoke(key_id).id} is revoked.")


@app.command()
def rotate(
    key_id: Annotated[str, typer.Argument(help="The id that `caveat keys list` shows.")],
    grace_hours: Annotated[float, typer.Option(min=0, help="How long the old key goes on working.")] = 24.0,
) -> None:
    """Make a new key with the same rights; the old one ends after the grace time."""
    _print_new(_store().rotate(key_id, timedelta(hours=grace_hours)))
    print(f"Key {key_id} works for {grace_hours:g} more hours.")


@app.command()
def pause(key_id: Annotated[str, typer.Argument(help="The id of a site key.")]) -> None:
    """Turn a site's widget into static contacts."""
    print(f"Site key {_store().enable(key_id, False).id} is paused.")


@app.command()
def resume(key_id: Annotated[str, typer.Argument(help="The id of a site key.")]) -> None:
    """Turn a paused site's widget on again."""
    print(f"Site key {_store().enable(key_id, True).id} works again.")


def _store() -> KeyStore:
    from app.keys.store import KeyStore  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415
    from app.store.database import Database  # noqa: PLC0415

    database = Database(Settings().database)
    database.migrate()
    return KeyStore(database)


def _print_new(new: NewKey) -> None:
    print(f"Key {new.key.id} ({new.key.kind}, {new.key.name}):\n{new.value}")
    if new.key.public_value is None:
        print("Keep it now: it is not stored and cannot be shown again.")
