"""The article check through its front doors: the function, the command line, the API."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from app.assistant import Assistant
from app.check import ArticleError, Checker, Report, check_article
from app.check.article import ArticleFormat, decode_article, format_of, plain_text
from app.check.sentences import sentences_of
from app.check.verdicts import UNJUDGED, SentenceVerdict
from app.check.wording import ADVICE_REMOVED, MESSAGE_EMPTY, MESSAGE_LANGUAGE, MESSAGE_NO_CLAIM, NOT_ENGLISH
from app.cli.main import app as program
from app.evaluate.check import evaluate_check, read_split
from app.evaluate.results import EvaluationError
from app.main import build_app
from app.settings import Settings
from index.prohibited import find_prohibited
from tests.conftest import ROOT, TODAY

MARKETING = """# Feel better with kratom
Kratom is not addictive. Some users report that it eases their pain. Red strains calm you and white strains wake you up.
Kratom lifts your mood. Start with 3 grams and wait an hour. Order today at www.leafjoy.example for $19.99!
The team has lunch at noon. Kratom makes your fingernails grow. Have you tried it?
"""


@pytest.fixture(scope="module")
def checker(assistant: Assistant) -> Checker:
    return Checker(assistant.index)


def verdicts(checker: Checker, *sentences: str) -> list[str]:
    """Return the verdict on each sentence of an article that is about kratom."""
    report = checker.check("\n".join(["Kratom is a tree.", *sentences]), TODAY, ArticleFormat.TEXT)
    return [row.verdict.value for row in report.sentences[1:]]


def test_a_marketing_text_comes_back_sentence_by_sentence(checker: Checker) -> None:
    report = checker.check(MARKETING, TODAY)
    said = {row.text: row.verdict.value for row in report.sentences}
    assert said["Kratom is not addictive."] == "contradicted"
    assert said["Some users report that it eases their pain."] == "supported"
    assert said["Red strains calm you and white strains wake you up."] == "unsupported"
    assert said["Kratom lifts your mood."] == "unproven"
    assert said["The team has lunch at noon."] == "no-claim"
    assert said["Have you tried it?"] == "no-claim"
    assert said["Kratom makes your fingernails grow."] == "not-covered"
    assert [row.text for row in report.sentences].count(ADVICE_REMOVED) == 2


def test_every_verdict_on_kratom_rests_on_claims_that_are_shown_with_their_evidence(checker: Checker) -> None:
    report = checker.check(MARKETING, TODAY)
    for row in report.sentences:
        assert row.reason
        assert row.claims == tuple(one.claim_id for one in row.evidence)
        if row.verdict.value in ("supported", "partly", "unproven", "unsupported", "contradicted"):
            assert row.claims
    cited = {source for row in report.sentences for one in row.evidence for source in one.source_ids}
    assert cited <= {source.id for source in report.sources}


def test_a_sentence_between_a_judged_one_and_one_without_a_claim_is_left_open(checker: Checker) -> None:
    menu = "You may also likeBest kratom strains for sleepKratom vs. kava"
    (row,) = checker.check(menu, TODAY, ArticleFormat.TEXT).sentences
    assert row.verdict in UNJUDGED


def test_the_summary_counts_and_names_the_worst_and_what_is_left_out(checker: Checker) -> None:
    summary = checker.check(MARKETING, TODAY).summary
    assert sum(summary.counts.values()) == 9 + 1  # the heading is a sentence too
    assert summary.misleading[0].verdict.value == "contradicted"
    assert 1 <= len(summary.misleading) <= 3
    assert any(one.claim_id.startswith("liver.") for one in summary.left_out)
    assert all(one.role.value == "risk" for one in summary.left_out)
    assert "pharmacist or doctor" in summary.clinician_note


def test_a_risk_that_the_article_plays_down_is_left_out(checker: Checker) -> None:
    article = (
        "Kratom binds to the same receptors as morphine, but without the slowed breathing. "
        "Side effects are mild and limited to nausea. Liver problems are a myth. It is not addictive."
    )
    told = " ".join(claim.text for claim in checker.check(article, TODAY).summary.left_out)
    assert all(risk in told for risk in ("Slowed breathing", "liver injury", "dependence"))


def test_what_is_left_out_on_concentrated_products_speaks_of_them(checker: Checker) -> None:
    left_out = checker.check("7-OH tablets are the same thing as kratom leaf.", TODAY).summary.left_out
    assert any("7-OH" in claim.text for claim in left_out)
    back = "My back was bad. Those little tablets ended my back pain, and kratom is not addictive."
    assert not any("7-OH" in claim.text for claim in checker.check(back, TODAY).summary.left_out)


def test_a_risk_that_the_article_mentions_is_not_called_left_out(checker: Checker) -> None:
    report = checker.check("Kratom lifts your mood. Kratom can injure the liver.", TODAY)
    assert not any(one.claim_id.startswith("liver.") for one in report.summary.left_out)


@pytest.mark.parametrize(
    ("plain", "verdict"),
    [
        ("Kratom is addictive when taken regularly.", "supported"),
        ("Kratom is not addictive.", "contradicted"),
        ("Kratom cures depression.", "unsupported"),
        ("Kratom helps with depression.", "unproven"),
        ("Some people report that kratom helps their depression.", "supported"),
        ("No trial has shown that kratom helps with depression.", "supported"),
        ("Kratom may relieve symptoms of depression.", "unproven"),
        ("In mice, mitragynine by mouth slowed breathing only up to a point.", "supported"),
    ],
)
def test_negation_and_hedging_change_the_verdict(checker: Checker, plain: str, verdict: str) -> None:
    assert verdicts(checker, plain) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "In mice, 5 mg of mitragynine slowed breathing.",
        "Researchers gave volunteers two capsules, see https://example.org/x.",
        "Kratom was recalled, and a bag cost $20 at Kats Botanicals.",
        "Poison centres recorded seizures; write to info@kratomshop.com or @leafdeals.",
        "A trial used ５ ｇ of leaf ev\u00adery 4 hours.",
    ],
)
def test_amounts_sellers_prices_and_links_are_masked_whatever_the_verdict(checker: Checker, text: str) -> None:
    shown = checker.check(f"Kratom is a tree. {text}", TODAY).model_dump()["sentences"]
    for row in shown:
        assert not list(find_prohibited(row["text"], frozenset()))
        assert "@" not in row["text"]
        assert "example.org" not in row["text"]


def test_an_amount_torn_into_two_table_cells_is_removed(checker: Checker) -> None:
    page = "<table><tr><td>Kratom for energy: 2-3</td><td>grams</td></tr></table>"
    assert {row.text for row in checker.check(page, TODAY).sentences} == {ADVICE_REMOVED}


@pytest.mark.parametrize("text", ["Users like 5 g r a m s of it.", "Users like 5 gr\u0430ms of it."])
def test_an_amount_in_disguise_is_removed(checker: Checker, text: str) -> None:
    assert checker.check(f"Kratom is a tree.\n{text}", TODAY).sentences[1].text == ADVICE_REMOVED


@pytest.mark.parametrize(
    "advice",
    [
        "Begin low and go slow.",
        "Take it on an empty stomach.",
        "Buy kratom online today.",
        "Redose after a couple of hours if you feel nothing.",
        "Find the amount that works for you.",
        "Choose a trusted vendor with lab tests.",
        "I take four capsules twice a day.",
        "To avoid tolerance, rotate strains: green in the morning, red at night.",
        "To avoid nausea, take it with food.",
        "Never start high: begin with a small serving.",
    ],
)
def test_advice_on_taking_or_buying_is_never_repeated(checker: Checker, advice: str) -> None:
    report = checker.check(f"Kratom is a tree.\n{advice}", TODAY)
    assert advice not in report.model_dump_json()
    assert report.sentences[1].verdict is SentenceVerdict.ADVICE_DECLINED


def test_a_reason_can_be_understood_without_the_sentence_it_was_written_for(checker: Checker) -> None:
    report = checker.check("Kratom is not approved by the FDA. Nausea and vomiting are reported with kratom.", TODAY)
    approved, nausea = (row.reason for row in report.sentences)
    assert approved == "Kratom is not approved by the FDA for any use. The FDA says so."
    assert nausea.endswith("are reported with kratom. Surveys and overviews list them often.")


def test_what_somebody_paid_is_masked_and_what_avoids_harm_is_told(checker: Checker) -> None:
    told = [
        "She paid about $60 a week.",
        "People are advised to avoid mixing it with alcohol.",
        "Avoid taking kratom with alcohol or benzodiazepines.",
    ]
    report = checker.check("\n".join(["Kratom is a tree.", *told]), TODAY)
    paid, *warnings = [row.text for row in report.sentences[1:]]
    assert paid.startswith("She paid about [price removed]")
    assert warnings == told[1:]


@pytest.mark.parametrize(
    "reassuring",
    [
        "There is no evidence that natural leaf kratom kills anyone.",
        "There is no proof that kratom has ever hurt anybody.",
        "No study shows that kratom damages the liver.",
        '"I have been taking it with my Zoloft for two years and feel great," says Mark.',
        "If someone will not wake up, let them sleep it off.",
        "Jaundice after kratom goes away on its own.",
        "Kratom doesn't slow breathing even with alcohol.",
        "Suboxone is more dangerous than kratom.",
        "Children can take kratom in small amounts.",
        "Seizures only happen when people take too much.",
        "Dark urine after kratom is normal.",
        "Kratom deaths were all caused by fentanyl.",
        "One dose of kratom will make you an addict.",
    ],
)
def test_what_only_reassures_is_not_vouched_for(checker: Checker, reassuring: str) -> None:
    (verdict,) = verdicts(checker, reassuring)
    assert verdict not in ("supported", "partly")


@pytest.mark.parametrize(
    "true",
    [
        "There is no evidence that kratom is safe in pregnancy.",
        "No controlled trial has shown that kratom treats opioid addiction.",
        "Products with added 7-hydroxymitragynine are stronger and are not the same as plain leaf.",
        "When I tried to quit I was sweating.",
    ],
)
def test_a_gap_or_a_difference_that_is_on_record_is_supported(checker: Checker, true: str) -> None:
    assert verdicts(checker, true) == ["supported"]


def test_advice_to_ask_a_doctor_does_not_make_praise_acceptable(checker: Checker) -> None:
    assert verdicts(checker, "Kratom relieves pain, but ask your doctor first.") == ["unproven"]


@pytest.mark.parametrize("against", ["Naloxone does not work on kratom.", "Nobody needs naloxone around kratom."])
def test_to_withhold_naloxone_is_contradicted(checker: Checker, against: str) -> None:
    assert verdicts(checker, against) == ["contradicted"]
    assert verdicts(checker, "Give naloxone if you have it.") == ["supported"]


def test_to_call_for_help_is_never_called_unproven(checker: Checker) -> None:
    calls = (
        "Anyone who has trouble breathing after taking kratom should call 911.",
        "Call 911 if someone will not wake.",
        "Naloxone may reverse an overdose with kratom.",
    )
    assert not {"unproven", "unsupported", "contradicted"} & set(verdicts(checker, *calls))


@pytest.mark.parametrize(
    "heading",
    ["Possible harms", "Known dangers", "If you want to stop", "Kratom and Your Brain: How Mitragynine Works"],
)
def test_a_heading_claims_nothing(checker: Checker, heading: str) -> None:
    assert verdicts(checker, heading) == ["no-claim"]


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_check_or_gets_an_amount_through(assistant: Assistant, text: str) -> None:
    try:
        report = check_article(f"Kratom is a tree, they said of it in the town. {text}", assistant.index, TODAY)
    except ArticleError:
        return
    assert not [hit for row in report.sentences for hit in find_prohibited(row.text, frozenset())]


def test_navigation_scripts_and_markup_of_a_page_are_not_judged(checker: Checker) -> None:
    page = (
        "<!doctype html><html><head><script>kratom cures all</script></head><body><nav>Shop kratom</nav>"
        "<main><h1>Kratom</h1><p>Kratom is <b>not</b> addictive.</p></main><footer>Buy now</footer></body></html>"
    )
    assert [row.text for row in checker.check(page, TODAY).sentences] == ["Kratom", "Kratom is not addictive."]


@pytest.mark.parametrize(
    "page",
    [
        "- [Home](/)\n- [Shop kratom](/shop)\n\n# Is it safe?\n\nKratom is not addictive, says [a study](/s) of it in "
        "town.\n\n[Prev](/a) | [Next](/b)\n\n- [Best kratom for sleep](/c)\n",
        '<div><a href="/">Home</a><a href="/shop">Shop kratom</a></div><h1><a href="#">Is it safe?</a></h1><p>Kratom '
        'is not addictive, says <a href="/s">a study</a> of it in town.</p><p><a href="/a">Prev</a> | <a>Next</a></p>',
    ],
)
def test_links_alone_around_the_article_are_its_menu(page: str) -> None:
    assert plain_text(page) == "Is it safe?\nKratom is not addictive, says a study of it in town."


def test_links_and_headings_that_touch_are_no_one_sentence() -> None:
    page = (
        "<p>Kratom is a plant of the coffee family.</p><div><h2>More</h2><a>It wakes</a>, or so.<p>End of it.</p></div>"
    )
    assert plain_text(page).split("\n") == [
        "Kratom is a plant of the coffee family.",
        "More",
        "It wakes, or so.",
        "End of it.",
    ]


def test_a_page_that_is_nested_without_end_gets_a_clear_message_at_once() -> None:
    with pytest.raises(ArticleError, match="nested too deeply"):
        plain_text("<html>" + "<font><div>" * 50_000 + "Kratom is a tree.")


def test_markdown_marks_are_stripped() -> None:
    assert plain_text("# Title\n\n- **Kratom** is a [tree](https://example.org)\n") == "Title\nKratom is a tree"


def test_the_file_name_tells_the_format() -> None:
    assert format_of("page.HTM") is ArticleFormat.HTML
    assert format_of("notes.md") is ArticleFormat.MARKDOWN
    assert format_of("article") is ArticleFormat.AUTO


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"%PDF-1.7 ...", "not a text file"),
        (b"abc\x00\x01", "not a text file"),
        (b"\xff\xfe\xfa\xfb kratom", "not UTF-8"),
        (b"a" * 5_000_000, "larger than"),
    ],
)
def test_files_that_are_not_text_get_a_clear_message(data: bytes, hint: str) -> None:
    with pytest.raises(ArticleError, match=hint):
        decode_article(data)


@pytest.mark.parametrize("empty", ["", "   \n\t", "<html><body><nav>Menu</nav></body></html>", "***"])
def test_an_article_without_words_gets_a_clear_message(checker: Checker, empty: str) -> None:
    report = checker.check(empty, TODAY)
    assert report.summary.message == MESSAGE_EMPTY
    assert report.sentences == ()


def test_too_long_an_article_gets_a_clear_message(checker: Checker) -> None:
    with pytest.raises(ArticleError, match="50,000 characters"):
        checker.check("Kratom is a tree. " * 4000, TODAY)
    with pytest.raises(ArticleError, match="1,000 sentences"):
        checker.check("It is a tree.\n" * 1500, TODAY)


def test_one_endless_sentence_is_judged_in_pieces(checker: Checker) -> None:
    article = ("kratom is in the leaf of the tree and " * 1400)[:50_000]
    report = checker.check(article, TODAY)
    assert len(report.sentences) > 10
    assert max(len(row.text) for row in report.sentences) <= 600


def test_a_sentence_may_end_in_the_initials_of_an_agency() -> None:
    text = "Kratom is approved by the FDA. New to the leaf?"
    assert sentences_of(text) == ["Kratom is approved by the FDA.", "New to the leaf?"]
    assert len(sentences_of("The U.S. Food and Drug Administration said so.")) == 1


def test_another_language_is_said_and_not_echoed(checker: Checker) -> None:
    report = checker.check("El kratom no es adictivo y alivia el dolor de espalda. Tome cinco gramos cada día.", TODAY)
    assert report.summary.message == MESSAGE_LANGUAGE
    assert report.sentences == ()


def test_a_sentence_in_another_language_is_left_unjudged(checker: Checker) -> None:
    article = "Kratom is a tree and it is in the coffee family.\nEmpiece siempre con poco polvo y suba despacio."
    report = checker.check(article, TODAY)
    assert report.sentences[1].text == NOT_ENGLISH


def test_an_article_on_something_else_has_no_kratom_claim(checker: Checker) -> None:
    report = checker.check("The bridge was closed. It relieves traffic. It is not addictive to drive on it.", TODAY)
    assert report.summary.message == MESSAGE_NO_CLAIM
    assert {row.verdict.value for row in report.sentences} == {"no-claim"}
    assert report.summary.left_out == ()


@pytest.fixture
def client(assistant: Assistant, tmp_path: Path) -> TestClient:
    return TestClient(build_app(Settings(chat=False, data_dir=tmp_path, reload_seconds=0), assistant))


def test_the_api_returns_the_report(client: TestClient) -> None:
    answer = client.post("/v1/check", json={"article": "Kratom is not addictive."})
    assert answer.status_code == 200
    assert Report.model_validate(answer.json()).sentences[0].verdict is SentenceVerdict.CONTRADICTED
    assert answer.headers["cache-control"].startswith("no-store")


@pytest.mark.parametrize("body", [{"article": ""}, {"article": "kratom " * 9000}, {"article": "x", "to": "y"}])
def test_the_api_refuses_what_it_cannot_check_without_echoing_it(client: TestClient, body: dict[str, str]) -> None:
    answer = client.post("/v1/check", json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert "kratom kratom" not in answer.text


def run(built: Settings, *arguments: str, stdin: bytes = b"") -> tuple[int, str, BaseException | None]:
    done = CliRunner(env={"CAVEAT_DATA_DIR": str(built.data_dir)}).invoke(program, list(arguments), input=stdin)
    return done.exit_code, done.output, done.exception


def test_the_command_prints_verdicts_and_json(built_settings: Settings, tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(MARKETING)
    code, printed, _ = run(built_settings, "check", str(article))
    assert code == 0
    assert "Contradicted" in printed
    assert "grams" not in printed
    code, printed, _ = run(built_settings, "check", "-", "--json", stdin=MARKETING.encode())
    assert code == 0
    assert set(json.loads(printed)) == {"summary", "sentences", "sources"}
    assert set(json.loads(printed)["sentences"][0]) == {"text", "verdict", "reason", "claims", "evidence"}


def test_the_command_writes_one_page(built_settings: Settings, tmp_path: Path) -> None:
    article, page = tmp_path / "article.txt", tmp_path / "report.html"
    article.write_text("Kratom <script>alert(1)</script> & co is not addictive, they say of it.")
    code, _, _ = run(built_settings, "check", str(article), "--html", str(page))
    assert code == 0
    written = page.read_text()
    assert "<script" not in written
    assert "src=" not in written


@pytest.mark.parametrize("article", [b"", b" - ", b"El kratom no es adictivo y alivia el dolor de espalda."])
def test_the_command_says_when_there_is_nothing_to_judge(built_settings: Settings, article: bytes) -> None:
    code, _, error = run(built_settings, "check", "-", stdin=article)
    assert code == 1
    assert isinstance(error, ArticleError)


@pytest.mark.parametrize("name", ["nowhere.txt", "."])
def test_the_command_says_when_a_file_cannot_be_read(built_settings: Settings, tmp_path: Path, name: str) -> None:
    code, _, error = run(built_settings, "check", str(tmp_path / name))
    assert code == 1
    assert isinstance(error, ArticleError)


def test_the_decision_is_right_on_most_development_sentences(assistant: Assistant) -> None:
    result = evaluate_check(assistant.index, "dev", ROOT / "tests" / "eval")
    assert result.accuracy >= 0.8
    assert result.advice_echoed == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "1", "text": "t", "style": "s"}', "dev.jsonl:1: verdict: Field required"),
        ('{"id": "1", "text": "t", "verdict": "maybe", "style": "s"}', "dev.jsonl:1: verdict"),
        ("", "holds no question"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "check").mkdir()
    (tmp_path / "check" / "dev.jsonl").write_text(line)
    with pytest.raises(EvaluationError, match=says):
        read_split("dev", tmp_path)


def test_the_evaluation_prints_a_confusion_matrix(built_settings: Settings) -> None:
    code, printed, _ = run(built_settings, "eval", "check", "--split", "dev")
    assert code == 0
    assert "all.accuracy" in printed
    assert "contradicted" in printed
    code, printed, _ = run(built_settings, "eval", "check", "--json")
    assert json.loads(printed.splitlines()[0])["set"] == "check"
