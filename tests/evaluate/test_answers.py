"""`caveat eval answers`, the calibration and the golden answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from app.answer.confidence import FEATURES, calibration
from app.answer.record import Outcome
from app.assistant import Assistant
from app.cli.main import app
from app.evaluate import answers, golden, guard, plots
from app.evaluate.calibrate import asked_of, fit_logistic
from app.evaluate.results import EvaluationError, Versions
from app.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = Versions(content_version="c", index_version="i")


def write_set(folder: Path, *rows: dict[str, object]) -> Path:
    (folder / "answers").mkdir()
    (folder / "answers" / "dev.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def row(row_id: str, question: str, expect: str, accept: list[str] | None = None) -> dict[str, object]:
    return {"id": row_id, "group": "g", "question": question, "expect": expect, "accept": accept or []}


@pytest.fixture
def served(built_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAVEAT_DATA_DIR", str(built_settings.data_dir))


def test_right_wrong_and_abstained_are_told_apart(tmp_path: Path, assistant: Assistant) -> None:
    folder = write_set(
        tmp_path,
        row("1", "is kratom legal in alabama", "answered", ["law-alabama"]),
        row("2", "is kratom legal in alabama", "answered", ["law-arkansas"]),
        row("3", "how do i centre a div", "not_covered"),
    )
    judged = list(answers.judge(assistant, answers.read_split(folder, "dev")))
    assert [one.is_right for one in judged] == [True, False, True]
    by_name = {figure.metric: figure.value for figure in answers.figures(judged, "dev", VERSIONS)}
    assert by_name["right-first"] == 0.5
    assert by_name["abstention"] == 1.0
    assert by_name["complete"] == 1.0
    assert by_name["auroc"] == 1.0
    assert by_name["unanswerable-not-answered"] == by_name["abstention-at-5"] == 1.0


def test_abstention_is_compared_where_a_share_of_the_answerable_is_turned_away() -> None:
    answerable = [at / 100 for at in range(100)]
    assert answers.abstained_at(answerable, [0.01, 0.04, 0.05, 0.5], 0.05) == 2
    assert answers.abstained_at([], [0.1], 0.05) == 0


def test_the_confidence_is_fitted_on_what_may_be_answered_in_both_kinds_of_sets(tmp_path: Path) -> None:
    rows = answers.read_split(
        write_set(tmp_path, row("1", "one", "answered", ["x"]), row("2", "two", "not_covered")), "dev"
    )
    expected = (("answered", None), ("not_covered", "off_topic"), ("declined", "dosing"), ("urgent", "emergency"))
    guarded = [
        guard.Row.model_validate({"id": expect, "question": expect, "expect": expect, "reason": reason, "slice": "s"})
        for expect, reason in expected
    ]
    asked = [(one.turns[-1].content, one.answerable) for one in asked_of(rows, guarded)]
    assert asked == [("one", True), ("two", False), ("answered", True), ("not_covered", False)]


def test_the_risk_of_answering_everything_counts_every_question_that_cannot_be_answered(assistant: Assistant) -> None:
    judged = list(answers.judge(assistant, answers.read_split(ROOT / "tests/eval", "dev")[:20]))
    curve = answers.risk_coverage(judged)
    assert curve[-1][0] == 1.0
    assert all(0 <= risk <= 1 for _, risk in curve)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "1"}', "dev.jsonl:1 is not a question"),
        ('{"id": "1", "colour": "red"}', "dev.jsonl:1 has other keys"),
        ('{"id": "1", "group": "g", "question": "q", "expect": "maybe"}', "dev.jsonl:1 is not a question"),
        ("nonsense", "dev.jsonl:1"),
        ("[1]", "dev.jsonl:1 is not a JSON object"),
        ("", "holds no question"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "dev.jsonl").write_text(line + "\n" if line else "")
    with pytest.raises(EvaluationError) as error:
        answers.read_split(tmp_path, "dev")
    assert says in str(error.value)


def test_an_id_given_twice_and_an_unknown_accepted_id_are_refused(tmp_path: Path, assistant: Assistant) -> None:
    folder = write_set(tmp_path, row("1", "a", "answered"), row("1", "b", "answered"))
    with pytest.raises(EvaluationError, match="gives the id '1' again"):
        answers.read_split(folder, "dev")
    (folder / "answers" / "dev.jsonl").write_text(json.dumps(row("1", "a", "answered", ["no-such-card"])) + "\n")
    with pytest.raises(EvaluationError, match="neither a card nor a claim"):
        list(answers.judge(assistant, answers.read_split(folder, "dev")))


@pytest.mark.usefixtures("served")
def test_the_command_lists_the_errors(tmp_path: Path) -> None:
    folder = write_set(tmp_path, row("x-1", "is kratom legal in alabama", "answered", ["law-arkansas"]))
    shown = CliRunner().invoke(app, ["eval", "answers", "--data", str(folder), "--errors"])
    assert shown.exit_code == 0, shown.output
    assert "x-1" in shown.stdout
    assert "law-alabama" in shown.stdout


def test_the_shipped_calibration_names_every_feature_and_its_reason() -> None:
    assert set(calibration().weights) == set(FEATURES)
    assert 0 < calibration().threshold < 1
    assert "cross-validation" in calibration().reason


def test_the_fit_separates_what_can_be_separated() -> None:
    table = np.asarray([[0.9, 0.2], [0.8, 0.9], [0.2, 0.1], [0.1, 0.8]] * 10)
    positive = np.asarray([True, True, False, False] * 10)
    weights, bias = fit_logistic(table, positive)
    assert (((table @ weights + bias) > 0) == positive).all()
    assert weights[0] > abs(weights[1])


def test_an_unknown_medicine_is_not_covered_and_still_gets_what_holds_for_any_medicine(assistant: Assistant) -> None:
    answer = assistant.ask("kratom with norvaxidol?")
    assert answer.outcome is Outcome.NOT_COVERED
    assert "norvaxidol" in answer.lead
    assert answer.statements
    assert answer.clinician_note


def test_an_illness_that_nothing_is_known_of_is_not_covered(assistant: Assistant) -> None:
    assert assistant.ask("kratom and keratoconus").outcome is Outcome.NOT_COVERED


def test_every_golden_answer_is_as_accepted(assistant: Assistant) -> None:
    changed = golden.compare(assistant, ROOT / "tests" / "golden")
    assert not changed, f"read `caveat eval golden`, then accept: {[one.question for one in changed]}"


def test_golden_answers_are_pinned_to_the_content(assistant: Assistant) -> None:
    assert golden.pinned_to(ROOT / "tests" / "golden") == assistant.index.manifest.content_version


def test_a_changed_answer_shows_its_difference_until_it_is_accepted(tmp_path: Path, assistant: Assistant) -> None:
    turns = [{"role": "user", "content": "is kratom addictive"}]
    path = tmp_path / golden.FILE
    path.write_text(json.dumps({"content_version": "", "answers": [{"turns": turns, "answer": {"lead": "No."}}]}))
    changed = golden.compare(assistant, tmp_path)
    assert any(line.startswith("-") and "No." in line for line in changed[0].diff)
    assert golden.accept(assistant, tmp_path) == 1
    assert golden.compare(assistant, tmp_path) == []


def test_a_golden_file_that_is_missing_or_malformed_is_named(tmp_path: Path, assistant: Assistant) -> None:
    with pytest.raises(EvaluationError, match="no golden answers at"):
        golden.compare(assistant, tmp_path)
    turns = [{"role": "user"}]
    for content, says in (
        ("[]", "object"),
        ('{"answers": []}', "content_version: Field required"),
        (json.dumps({"content_version": "", "answers": [{"turns": turns}]}), "answers.0.turns.0.content"),
    ):
        (tmp_path / golden.FILE).write_text(content)
        with pytest.raises(EvaluationError, match=says):
            golden.compare(assistant, tmp_path)


def test_plots_name_themselves_for_readers_who_cannot_see_them() -> None:
    for plot in (
        plots.line_plot("Risk", [(0.5, 0.1), (1, 0.2)], ("coverage", "risk"), (1, 1), (0.5, 0.1)),
        plots.bar_plot("Right", [("law", 0.5)], "share"),
        plots.histogram("Latency", [1.0, 2.0], "ms"),
        plots.histogram("Latency", [], "ms"),
    ):
        assert 'role="img"' in plot
        assert "<title>" in plot


def test_lines_that_end_at_one_place_have_names_that_can_be_read() -> None:
    line = [(10.0, 1.0), (100.0, 5.0)]
    plot = plots.growth_plot("Time", {"one": line, "two": line, "three": [(10.0, 1.0)], "four": line}, ("claims", "ms"))
    heights = [float(re.search(rf'y="([\d.]+)"[^>]*>{name}<', plot)[1]) for name in ("one", "two", "four")]  # type: ignore[index]
    assert min(abs(a - b) for at, a in enumerate(heights) for b in heights[at + 1 :]) >= plots.LINE
