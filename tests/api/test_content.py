"""The content over HTTP."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from app.assistant import Assistant
from index.model import Certainty


def test_topics_say_how_much_there_is_on_each(client: TestClient, assistant: Assistant) -> None:
    topics = client.get("/v1/topics").json()["items"]
    assert [topic["id"] for topic in topics] == list(assistant.index.library.topics)
    assert all(sum(topic["by_certainty"].values()) == topic["claims"] for topic in topics)


def test_pages_of_claims_add_up_to_all_of_them(client: TestClient, assistant: Assistant) -> None:
    found: list[str] = []
    offset: int | None = 0
    while offset is not None:
        page = client.get("/v1/claims", params={"limit": 200, "offset": offset}).json()
        found += [claim["id"] for claim in page["items"]]
        offset = page["next_offset"]
    used = [claim.id for claim in assistant.index.library.claims.values() if claim.retired is None]
    assert found == used
    assert page["total"] == len(used)


@pytest.mark.parametrize(
    ("name", "value", "path"),
    [
        ("topic", "dependence", ("topic",)),
        ("certainty", "low", ("evidence", "certainty")),
        ("form", "scope", ("form",)),
        ("role", "risk", ("role",)),
        ("population", "animals", ("evidence", "population")),
    ],
)
def test_each_filter_leaves_only_what_fits(client: TestClient, name: str, value: str, path: tuple[str, ...]) -> None:
    items = client.get("/v1/claims", params={name: value, "limit": 200}).json()["items"]
    assert items
    for item in items:
        found = item
        for step in path:
            found = found[step]
        assert found == value


def test_filters_narrow_each_other(client: TestClient) -> None:
    both = client.get("/v1/claims", params={"topic": "dependence", "certainty": "moderate"}).json()
    one = client.get("/v1/claims", params={"topic": "dependence"}).json()
    assert 0 < both["total"] < one["total"]


def test_a_class_finds_what_belongs_to_it(client: TestClient, assistant: Assistant) -> None:
    library = assistant.index.library
    drug = next(term for claim in library.claims.values() for term in claim.about if len(library.ancestors[term]) > 1)
    above = next(term for term in library.ancestors[drug] if term != drug)
    exact = client.get("/v1/claims", params={"about": drug}).json()["total"]
    assert 0 < exact <= client.get("/v1/claims", params={"about": above}).json()["total"]


@pytest.mark.parametrize(
    "query", ["certainty=sure", "form=poem", "limit=0", "limit=1000", "offset=-1", "limit=x", "colour=red"]
)
def test_a_filter_that_does_not_exist_is_a_problem(client: TestClient, query: str) -> None:
    response = client.get(f"/v1/claims?{query}")
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")


def test_a_claim_carries_its_evidence_its_sources_and_fhirs_code(client: TestClient, assistant: Assistant) -> None:
    for claim in list(assistant.index.library.claims.values())[::60]:
        got = client.get(f"/v1/claims/{claim.id}").json()
        assert (got["text"], got["caveat"]) == (claim.text, claim.caveat)
        assert [source["id"] for source in got["sources"]] == list(claim.sources)
        if claim.certainty is Certainty.NOT_GRADED:
            assert got["fhir_certainty"] is None
        else:
            assert got["fhir_certainty"]["system"] == "http://hl7.org/fhir/certainty-rating"
            assert got["fhir_certainty"]["code"] == claim.certainty


def test_a_source_names_the_claims_that_rest_on_it(client: TestClient, assistant: Assistant) -> None:
    claim = next(iter(assistant.index.library.claims.values()))
    got = client.get(f"/v1/sources/{claim.sources[0]}").json()
    assert claim.id in got["claim_ids"]
    assert got["source"]["title"] == assistant.index.library.sources[claim.sources[0]].title


def test_circulating_claims_carry_their_verdicts(client: TestClient, assistant: Assistant) -> None:
    items = client.get("/v1/circulating").json()["items"]
    assert len(items) == len(assistant.index.library.circulating)
    assert all(item["verdict"] and item["why"] for item in items)


@pytest.mark.parametrize("path", ["/v1/claims/no.such-claim", "/v1/sources/none", "/v1/claims/%00", "/v1/claims/ä"])
def test_an_id_that_does_not_exist_is_a_problem(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()["type"]) == (404, "urn:caveat:problem:not-found")


@pytest.mark.parametrize("path", ["/v1/topics", "/v1/claims?topic=dependence", "/v1/circulating"])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get(path, headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_pages_have_different_tags(client: TestClient) -> None:
    tags = {client.get(f"/v1/claims?limit=1&offset={offset}").headers["etag"] for offset in range(3)}
    assert len(tags) == 3


def test_the_version_says_what_answers(client: TestClient, assistant: Assistant) -> None:
    version = client.get("/v1/version").json()
    assert version["content_version"] == assistant.index.library.version
    assert version["index_version"] == assistant.index.manifest.version
    assert version["claims"] == len(assistant.index.library.claims)
