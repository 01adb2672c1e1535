"""One scorecard of answers, abstention, retrieval, guard, article check and latency: results, and a page with plots."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from app.answer.confidence import calibration
from app.assistant import Assistant
from app.evaluate import answers, check, guard
from app.evaluate.answers import Judged
from app.evaluate.encoder_check import own_collection
from app.evaluate.latency import ask_seconds, percentiles
from app.evaluate.plots import bar_plot, histogram, line_plot
from app.evaluate.results import Result, Versions, measure, percent
from app.evaluate.retrieval import evaluate_retrieval
from index.encoder import Encoder

Progress = Callable[[str, int, int], None]


COMMANDS = (
    "caveat eval answers",
    "caveat eval guard",
    "caveat eval check",
    "caveat eval retrieval --set DIR",
    "caveat eval encoder",
)
"""What gives each part of the scorecard by itself."""


@dataclass(frozen=True)
class Scorecard:
    """Every figure of one run, and what the plots show."""

    split: str
    versions: Versions
    results: tuple[Result, ...]
    judged: tuple[Judged, ...]
    seconds: tuple[float, ...]


def score_all(assistant: Assistant, data: Path, split: str, content: Path, progress: Progress) -> Scorecard:
    """Return the figures of every evaluation on one split of the question sets."""
    manifest = assistant.index.manifest
    versions = Versions(content_version=manifest.content_version, index_version=manifest.version)
    rows = answers.read_split(data, split)
    judged = []
    for one in answers.judge(assistant, rows):
        judged.append(one)
        progress("answers", len(judged), len(rows))
    found = answers.figures(judged, split, versions)
    if (data / guard.SET / f"{split}.jsonl").exists():
        watched = list(guard.judge(assistant, guard.read_split(data / guard.SET, split)))
        found += guard.figures(watched, split, versions)
    if (data / check.SET / f"{split}.jsonl").exists():
        found += check.figures(check.evaluate_check(assistant.index, split, data), versions)
    found += _retrieval(assistant, content, versions, progress)
    seconds = ask_seconds(assistant, [one.row.turns for one in judged])
    for name, value in percentiles(seconds).items():
        if name != "n":
            found.append(measure(("latency", split, f"ask.{name}"), len(seconds), value, versions))
    return Scorecard(split, versions, tuple(found), tuple(judged), tuple(seconds))


def _retrieval(assistant: Assistant, content: Path, versions: Versions, progress: Progress) -> list[Result]:
    """Return retrieval of claims by the phrasings of their cards, with the encoder that is served."""
    collection = own_collection(content)
    encoder = Encoder(assistant.index.folder / "encoder", threads=1, cache_size=0)
    figures = evaluate_retrieval(collection, encoder, 2, progress)
    return [
        measure(("retrieval", collection.name, f"{system}.{name}"), figures.queries, value, versions)
        for system, one in figures.systems.items()
        for name, value in one.as_json().items()
    ]


def page(card: Scorecard, today: date) -> str:
    """Return the scorecard as one HTML page that needs nothing else."""
    curve = answers.risk_coverage(card.judged)
    given = sum(one.is_answered for one in card.judged) / max(1, len(card.judged))
    at = next((risk for coverage, risk in curve if coverage >= given), curve[-1][1] if curve else 0.0)
    groups = [(result.metric.removesuffix(".right"), result.value) for result in card.results if _is_group(result)]
    plots = (
        line_plot(
            "Risk and coverage", curve, ("coverage: share answered", "risk: share wrong"), (1.0, 0.6), (given, at)
        ),
        bar_plot("Right, per topic", groups, "share right"),
        histogram("Latency of an answer, in process", [1000 * value for value in card.seconds], "milliseconds"),
    )
    sets = dict.fromkeys(result.set for result in card.results)
    tables = "".join(_table(name, [result for result in card.results if result.set == name]) for name in sets)
    commands = "".join(f"<li><code>{escape(command)}</code></li>" for command in COMMANDS)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Caveat scorecard</title><style>{_STYLE}</style></head><body><main><h1>Caveat scorecard</h1>"
        f"<p>{today.isoformat()} · split {escape(card.split)} · content {escape(card.versions.content_version)} · "
        f"index {escape(card.versions.index_version)}</p><p>{escape(calibration().reason)}</p>"
        f"{''.join(f'<figure>{plot}</figure>' for plot in plots)}{tables}<h2>Commands</h2><ul>{commands}</ul>"
        "</main></body></html>\n"
    )


def _is_group(result: Result) -> bool:
    return result.set == answers.SET and result.metric.endswith(".right")


def _table(name: str, results: Sequence[Result]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(result.metric)}</th><td>{result.n}</td><td>{escape(percent(result))}</td></tr>'
        for result in results
    )
    head = '<tr><th scope="col">figure</th><th scope="col">n</th><th scope="col">value (95% interval)</th></tr>'
    return f"<h2>{escape(name)}</h2><table><thead>{head}</thead><tbody>{rows}</tbody></table>"


_STYLE = (
    "body{font:16px/1.5 sans-serif;color:#1b1b1b;background:#fff;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #ccc;padding:.25rem .6rem;text-align:left}"
    "td{text-align:right}figure{margin:1rem 0}svg{max-width:100%;height:auto}"
)
