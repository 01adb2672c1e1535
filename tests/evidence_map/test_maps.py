"""The evidence map: what is drawn, linked and said in words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from app.assistant import Assistant
from app.cli.main import app as program
from app.evidence_map import map_page, receptor_map_svg, receptor_table, topic_map_svg, topic_table
from index.library import Library
from index.model import Population

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def library(assistant: Assistant) -> Library:
    return assistant.index.library


@pytest.fixture(scope="module", params=["topics", "receptors"])
def drawn(request: pytest.FixtureRequest, library: Library) -> str:
    return topic_map_svg(library) if request.param == "topics" else receptor_map_svg(library)


def test_a_map_has_a_title_a_description_and_real_text(drawn: str) -> None:
    root = ElementTree.fromstring(drawn)  # noqa: S314 - our own drawing
    assert root.findall(f"{SVG}title")[0].text
    assert root.findall(f"{SVG}desc")[0].text
    assert len(root.findall(f".//{SVG}text")) > 50


def test_every_mark_links_to_a_claim_on_its_topic_page(drawn: str, library: Library) -> None:
    root = ElementTree.fromstring(drawn)  # noqa: S314 - our own drawing
    links = root.findall(f".//{SVG}a")
    assert len(links) > 40
    for link in links:
        _, topic, claim = re.fullmatch(r"(/topics/)([a-z0-9-]+)#(.+)", link.attrib["href"]).groups()  # type: ignore[union-attr]
        assert library.topic_of[claim] == topic
        assert link.attrib["aria-label"]


def test_a_map_needs_no_style_no_script_and_no_other_host(drawn: str) -> None:
    assert "style=" not in drawn
    assert "<script" not in drawn
    assert set(re.findall(r"https?://[^\"' ]+", drawn)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_a_map_takes_the_colour_of_the_page(drawn: str) -> None:
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn))
    assert colours <= {"currentColor", "none", "transparent"}


def test_the_numbers_add_up_to_the_claims(library: Library) -> None:
    expected = [
        claim.id
        for claim in library.claims.values()
        if claim.retired is None
        and library.topic_of[claim.id] in library.topics
        and library.topic_of[claim.id] != "assistant"  # what is said of ourselves is no evidence
    ]
    assert sum(cell.count for cell in topic_table(library)) == len(expected)


def test_every_mechanism_is_on_the_receptor_map(library: Library) -> None:
    expected = {claim.id for claim in library.claims.values() if claim.mechanism and claim.retired is None}
    assert {claim for one in receptor_table(library) for claim in one.claims} == expected


ASKED_FOR = (
    *(
        "mu-receptor",
        "kappa-receptor",
        "delta-receptor",
        "alpha-2-receptor",
        "five-ht1a-receptor",
        "five-ht2b-receptor",
    ),
    *("d2-receptor", "serotonin-transporter", "noradrenaline-transporter", "dopamine-transporter"),
    *("cox-2", "cyp3a4", "cyp2d6", "herg-channel"),
)


def test_no_target_is_called_unstudied_that_a_claim_speaks_of(library: Library) -> None:
    marked = {one.target for one in receptor_table(library)}
    assert [target for target in ASKED_FOR if target not in marked] == []


def test_people_are_on_the_receptor_map_where_people_were_tested(library: Library) -> None:
    seen = {(one.target, one.model) for one in receptor_table(library)}
    assert ("cyp3a4", Population.HUMANS) in seen
    assert ("cyp2d6", Population.HUMANS) in seen


def test_a_phone_shows_the_names_of_the_rows_with_the_first_marks(library: Library) -> None:
    for svg in (topic_map_svg(library), receptor_map_svg(library)):
        root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
        first = min(float(path.attrib["transform"].split("(")[1].split(",")[0]) for path in _marks(root))
        assert first < 60, "the marks stand under the names, not far to their right"


def _marks(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [path for link in root.iter(f"{SVG}a") for path in link.iter(f"{SVG}path")]


def test_the_page_is_one_file_that_asks_for_nothing(library: Library) -> None:
    page = map_page(library)
    assert re.findall(r"<(?:script|link|img|iframe|object)\b", page) == []
    assert re.findall(r"url\(|@import|\bsrc=", page) == []
    assert page.count("<title id=") == page.count("<desc id=") == 2
    assert len(re.findall(r' id="([^"]+)"', page)) == len(set(re.findall(r' id="([^"]+)"', page)))
    for name in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', page):
        assert f'id="{name}"' in page


def test_the_page_has_each_map_as_a_table_too(library: Library) -> None:
    page = map_page(library)
    assert page.count("<table>") == 2
    assert page.count("<svg") == 2
    assert "CYP2D6" in page


def test_the_command_writes_both_maps_and_the_page(tmp_path: Path) -> None:
    done = CliRunner().invoke(program, ["map", "--svg", str(tmp_path / "maps"), "--html", str(tmp_path / "map.html")])
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "maps").iterdir()) == ["receptor-map.svg", "topic-map.svg"]
    assert "prefers-color-scheme" in (tmp_path / "maps" / "topic-map.svg").read_text()
    assert (tmp_path / "map.html").read_text().startswith("<!doctype html>")


def test_the_command_says_where_it_cannot_write(tmp_path: Path) -> None:
    assert CliRunner().invoke(program, ["map"]).exit_code == 1
    (tmp_path / "file").write_text("")
    assert CliRunner().invoke(program, ["map", "--svg", str(tmp_path / "file" / "below")]).exit_code == 1


def test_a_claim_on_retracted_work_alone_is_not_drawn(library: Library) -> None:
    taken_out = next(claim for claim in library.claims.values() if claim.mechanism)
    sources = {
        name: source.model_copy(update={"retracted": name in taken_out.sources})
        for name, source in library.sources.items()
    }
    after = replace(library, sources=sources)
    assert taken_out.id not in {claim for one in receptor_table(after) for claim in one.claims}
    assert sum(cell.count for cell in topic_table(after)) < sum(cell.count for cell in topic_table(library))
