"""`GET /v1/site`: what a site chose, for its widget."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from app.answer.fixed import FixedTexts
from app.answer.record import Contact
from app.api.edge.visit import visit_of
from app.api.responses import problems
from app.api.services import services_of
from app.keys.model import SiteContact, SiteSettings

router = APIRouter(prefix="/v1", tags=["site"])


class Site(BaseModel):
    """What a widget needs to know of its site. `contacts` are always there, for when nothing else can be shown."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "enabled": True,
                    "region": "US",
                    "languages": ["en", "es"],
                    "contacts": [{"label": "Nurse line", "value": "555 0100"}],
                    "emergency_contacts": [{"kind": "emergency", "label": "Emergency", "value": "911"}],
                    "disabled_topics": [],
                }
            ]
        }
    )

    enabled: bool = Field(description="Whether the assistant answers; otherwise show the contacts.")
    region: str
    languages: tuple[str, ...] = Field(description="Languages that the site offers; none means all.")
    contacts: tuple[SiteContact, ...] = Field(description="The site's own contacts.")
    emergency_contacts: tuple[Contact, ...] = Field(description="The region's numbers.")
    disabled_topics: tuple[str, ...]


@router.get("/site", responses=problems(401, 403, 429, 500))
async def site(request: Request) -> Site:
    """Return the public settings of the site whose key is sent, in `X-Caveat-Key` or as `?key=`."""
    services = services_of(request)
    key = visit_of(request.scope).key
    chosen = (key.site if key else None) or SiteSettings()
    region = chosen.region or services.settings.region
    texts = FixedTexts(services.assistant.index.library, "en", region)
    return Site(
        enabled=chosen.enabled,
        region=region,
        languages=chosen.languages,
        contacts=chosen.contacts,
        emergency_contacts=texts.contacts("emergency", "poison_centre", "crisis_line", "substance_helpline"),
        disabled_topics=chosen.disabled_topics,
    )
