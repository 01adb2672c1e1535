"""What the check vouches for: nothing against or beyond its evidence, and no figure or law that it does not hold."""

from __future__ import annotations

import pytest

from app.assistant import Assistant
from app.check import Checker
from app.check.advice import gives_advice
from app.check.article import ArticleFormat
from app.check.at_sight import is_headline, is_title
from app.check.clauses import clauses_of
from app.check.figures import figures_held, figures_of
from app.check.law import Finding, judge_law, places_of, read_laws
from app.check.novelty import Words
from app.check.opposites import says_the_opposite
from app.check.stance import carries_over, stance
from app.check.vouching import goes_beyond, tells_a_gap, turned_round
from app.check.wording import ADVICE_REMOVED
from tests.conftest import TODAY

LAWS = read_laws(
    enumerate(
        [
            "Alabama has listed the two main active compounds of kratom in Schedule I since May 2016.",
            "Florida's act has forbidden the sale of kratom to people under 21 since July 2023.",
            "Thailand took kratom off its narcotics list on 24 August 2021.",
            "A bill filed in Ohio would ban kratom.",
            "Georgia put 7-OH in Schedule I.",
        ]
    )
)


@pytest.fixture(scope="module")
def checker(assistant: Assistant) -> Checker:
    return Checker(assistant.index)


def verdicts(checker: Checker, *sentences: str) -> list[str]:
    """Return the verdict on each sentence of an article that is about kratom."""
    report = checker.check("\n".join(["Kratom is a tree.", *sentences]), TODAY, ArticleFormat.TEXT)
    return [row.verdict.value for row in report.sentences[1:]]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Kratom is legal in Alabama.", Finding.CONTRADICTS),
        ("Alabama outlawed it in 2016.", Finding.AGREES),
        ("Alabama outlawed it in 2009.", Finding.OPEN),
        ("Florida sets no age for buyers.", Finding.CONTRADICTS),
        ("In Florida there is no age limit.", Finding.CONTRADICTS),
        ("Florida forbids sales to people under 21.", Finding.AGREES),
        ("Florida forbids sales to people under 18.", Finding.CONTRADICTS),
        ("Thailand still bans it.", Finding.CONTRADICTS),
        ("It is banned in Alabama and Idaho.", None),
        ("Alabama lawmakers will vote on a bill to make it legal.", None),
        ("7-OH is legal in Alabama.", None),
        ("Ohio bans it.", None),
        ("Georgia bans it.", None),
    ],
)
def test_a_statement_on_the_law_of_a_place_is_judged_by_the_claims_on_that_place(
    text: str, finding: Finding | None
) -> None:
    found = judge_law(text, LAWS)
    assert (found[0] if found else None) is finding


def test_places_are_named_once_whatever_they_are_called() -> None:
    assert places_of("Britain and the UK, then West Virginia") == ["united kingdom", "west virginia"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Kratom is legal in Indiana.", "contradicted"),
        ("Indiana has outlawed kratom.", "supported"),
        ("Kratom is legal in Idaho.", "not-covered"),
        ("In Sweden you can buy it freely.", "contradicted"),
    ],
)
def test_the_law_of_a_place_is_never_guessed_from_that_of_another(checker: Checker, text: str, verdict: str) -> None:
    assert verdicts(checker, text) == [verdict]


def test_figures_are_held_when_rounded_and_years_only_when_the_same() -> None:
    assert figures_of("Calls rose from 13 in 2011 to 682, about 1.7 million in all; call 1-800-222-1222.") == [
        (13, False),
        (2011, False),
        (682, False),
        (1_700_000, False),
    ]
    assert figures_held("Nearly 200 people fell ill.", ["It made 199 people ill in 41 states."])
    assert not figures_held("About 900 people fell ill.", ["It made 199 people ill in 41 states."])
    assert not figures_held("The outbreak of 2016.", ["The outbreak of 2018."])
    assert not figures_held("Forty of them died.", ["Nobody died."])
    assert not figures_held("Forty of them died.", ["Of the patients, 38% went to hospital."])
    assert figures_held("Some 40 percent went to hospital.", ["Of the patients, 38% went to hospital."])
    assert figures_held("People fell ill.", [])


def test_a_figure_that_nothing_holds_is_not_vouched_for(checker: Checker) -> None:
    right = "The 2018 Salmonella outbreak linked to kratom made 199 people ill in 41 states."
    assert verdicts(checker, right, right.replace("199", "5,400")) == ["supported", "not-covered"]


def test_words_that_turn_the_meaning_are_opposites_unless_both_are_denied() -> None:
    assert says_the_opposite("Every bag has the same strength.", "Each bag can differ from the last.")
    assert says_the_opposite("A urine test picks it up.", "A urine test does not pick it up.")
    assert not says_the_opposite("No state has banned it.", "It is not illegal.")
    assert not says_the_opposite("It tastes bitter.", "It varies in strength.")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The stories about kratom and liver injury are made up.", "contradicted"),
        ("Kratom withdrawal is a scare story.", "contradicted"),
        ("The strength never differs from one kratom bag to another.", "contradicted"),
        ("How long kratom withdrawal lasts is not known.", "supported"),
        ("Nobody has measured kratom in breast milk.", "supported"),
        ("I cannot quit kratom.", "supported"),
        ("Rat studies show that kratom relieves pain in people.", "partly"),
        ("Case reports describe buprenorphine for kratom dependence; no guideline exists.", "supported"),
    ],
)
def test_denials_gaps_and_animal_findings_get_the_verdict_of_what_they_say(
    checker: Checker, text: str, verdict: str
) -> None:
    assert verdicts(checker, text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "All fifty states have outlawed kratom.",
        "It carries warnings, but the experts who call kratom addictive are mistaken.",
        "Kratom has the blessing of the regulators.",
        "The clerk swore that nobody gets hooked on the leaf.",
        "Everyone who drinks kratom gets seizures.",
    ],
)
def test_what_goes_beyond_the_evidence_is_not_vouched_for(checker: Checker, text: str) -> None:
    assert verdicts(checker, text)[0] not in ("supported", "partly")


def test_the_share_of_a_sentence_that_its_evidence_lacks_counts_rare_words_more() -> None:
    words = Words(["Kratom is banned in some states.", "Kratom is sold in some states.", "Kratom has an excise tax."])
    evidence = ["Kratom is banned in some states."]
    assert words.novelty("States banned kratom.", evidence) == 0
    assert words.novelty("", evidence) == 0
    rare, common = (
        words.novelty("An excise tax on kratom.", evidence),
        words.novelty("Kratom sold in states.", evidence),
    )
    assert 1 > rare > common > 0


def test_a_sentence_near_nothing_is_judged_by_the_clause_that_is_clear(checker: Checker) -> None:
    long = "It's no harmless stand-in, he wrote: people can get dependent on it, and many sleep badly when they stop."
    assert verdicts(checker, "Kratom is a tree.", long)[1] == "supported"


def test_a_sentence_on_kratom_is_never_called_textbook_knowledge(checker: Checker) -> None:
    mix = "Taking kratom with benzodiazepines, alcohol or opioids adds to the risk of slowed breathing."
    assert verdicts(checker, "Kratom is a tree.", mix)[1] != "background"


def test_a_worse_and_a_milder_comparison_are_opposites() -> None:
    assert says_the_opposite("It is worse than heroin.", "Its withdrawal is mild compared with heroin.")
    assert not says_the_opposite("It is worse than heroin.", "It is more dangerous than fentanyl.")


def test_a_headline_on_something_unknown_claims_nothing() -> None:
    assert is_headline("Council to Vote on Kratom Sales Near Schools")
    assert not is_headline("The council will vote on kratom sales.")
    assert not is_headline("Kratom sales grew in Denver")


def test_beyond_and_turned_round_look_at_both_sentences() -> None:
    some, every = "Some states banned it.", "All states banned it."
    assert goes_beyond(every, stance(every), stance(some))
    assert not goes_beyond(every, stance(every), stance(every))
    assert turned_round("Addiction is a myth.", stance("Addiction is a myth."), "It can be addictive.")
    gap, soothing = "It has not been studied in mothers.", "There is no evidence that it harms the liver."
    assert tells_a_gap(gap, stance(gap))
    assert not tells_a_gap(soothing, stance(soothing))


def test_a_finding_in_animals_is_carried_over_only_when_told_of_people() -> None:
    told, seen = "Mouse studies show that it relieves pain.", "In mice, it eased pain in a heat test."
    assert carries_over(told, stance(told))
    assert not carries_over(seen, stance(seen))


def test_clauses_that_can_stand_alone_are_told_apart() -> None:
    text = "Some people feel sick at first, but it is perfectly safe for everyone."
    assert clauses_of(text) == ["Some people feel sick at first", "it is perfectly safe for everyone"]
    assert clauses_of("It is bitter.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Never dose two days in a row.",
        "Lemon juice helps to pull the alkaloids out of the powder.",
        "Grapefruit juice beforehand makes it hit harder.",
        "DM me if you want a vendor.",
        "My favourite supplier has fresh leaf again.",
        "Leave a couple of days off so that it keeps working.",
        "Save the red for evenings.",
        "I usually drink mine on waking.",
        "Go up a little until you feel it.",
        "Have it with crackers and never on a full stomach.",
        "Chase it with orange juice and keep it to weekends.",
        "He should space it four hours from his blood-pressure tablets.",
        "First pack half price, while stocks last.",
    ],
)
def test_advice_worded_indirectly_is_taken_out(checker: Checker, text: str) -> None:
    assert gives_advice(text)
    report = checker.check(f"Kratom is a tree.\n{text}", TODAY, ArticleFormat.TEXT)
    assert report.sentences[-1].text == ADVICE_REMOVED


@pytest.mark.parametrize(
    "text",
    [
        "Don't mix it with xanax or booze, that has killed people.",
        "A single capsule will get you addicted.",
        "Smoke shops sell it in packets.",
        "People who took it twice a day reported withdrawal.",
        "The two main alkaloids differ.",
        "The ordinance would fine violators up to $1,000 per sale.",
        "One packet is enough to stop a teenager's heart.",
    ],
)
def test_warnings_and_descriptions_are_no_advice(text: str) -> None:
    assert not gives_advice(text)


def test_a_short_title_claims_nothing_unless_it_speaks_of_a_harm_or_a_benefit() -> None:
    assert is_title("Golden Leaf")
    assert not is_title("Pain Relief Naturally")
    assert not is_title("It is bitter.")
    assert not is_title("Kratom Facts")


@pytest.mark.parametrize(
    "text",
    [
        "Kratom was outlawed across the whole country last spring.",
        "Kratom never turns up on any test for drugs.",
        "Our 7-OH tablets are simply a purer kind of leaf.",
        "Nobody got well, and several people died in the outbreak.",
        "The agency has yet to produce a shred of evidence that kratom does harm.",
        "Naloxone always reverses kratom, so you are covered.",
        "Kratom withdrawal was gone within the hour after a spoonful of green.",
        "More than seven states have put an excise tax on kratom.",
        "County counts kratom deaths of the past year",
    ],
)
def test_what_says_more_than_its_evidence_is_not_vouched_for(checker: Checker, text: str) -> None:
    assert verdicts(checker, "Kratom is a tree.", text)[1] not in ("supported", "partly", "background")


@pytest.mark.parametrize(
    "text",
    [
        "people who claim its not addictive are lying",
        "dont mix it with benzos, people have died from that",
        "nobody really knows what years of it do",
    ],
)
def test_warnings_without_apostrophes_are_no_denials(checker: Checker, text: str) -> None:
    assert verdicts(checker, "Kratom is a tree.", text)[1] != "contradicted"
