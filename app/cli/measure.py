"""`caveat eval answers | retrieval | calibrate | encoder | golden | all`: how good it is, and how sure that is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.evaluate import EVAL_DIR, TABLE_WIDTH, DataOption, JsonOption, SplitOption, evaluation

if TYPE_CHECKING:
    from rich.console import Console

    from app.assistant import Assistant
    from app.evaluate.answers import Judged
    from app.evaluate.results import Versions
    from index.encoder import Encoder

GOLDEN_DIR = Path("tests/golden")

__all__ = ["evaluation"]


@evaluation.command("answers")
def answers(
    split: SplitOption = "dev",
    as_json: JsonOption = False,
    data: DataOption = EVAL_DIR,
    errors: Annotated[bool, typer.Option("--errors", help="List every question that went wrong.")] = False,
) -> None:
    """Right card or claim first, traceability, abstention and entity swaps, per group with intervals."""
    from app.evaluate import answers as judging  # noqa: PLC0415
    from app.evaluate import results  # noqa: PLC0415

    rows = judging.read_split(data, split)
    assistant = _assistant()
    judged = list(judging.judge(assistant, rows))
    figures = judging.figures(judged, split, _versions(assistant))
    if as_json:
        print(results.as_json(figures))
        return
    console = _console()
    results.print_table(
        console,
        f"Answers, {split} split: % (95% Wilson interval)",
        ("figure", "n", "value"),
        [(figure.metric, str(figure.n), results.percent(figure)) for figure in figures],
    )
    wrong = [one for one in judged if one.is_wrong]
    if errors:
        _print_errors(console, wrong)
    else:
        console.print(f"{len(wrong)} of {len(judged)} questions went wrong; --errors lists them.")


@evaluation.command("retrieval")
def retrieval(
    folder: Annotated[Path, typer.Option("--set", help="Folder with corpus.jsonl, queries.jsonl and qrels.tsv.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    judged_only: Annotated[bool, typer.Option("--judged-only", help="Leave out queries without judgements.")] = False,
    threads: Annotated[int, typer.Option("--threads", min=1, max=64, help="Texts embedded at once.")] = 2,
) -> None:
    """Lexical alone, vectors alone and fused on any BEIR-style collection, with the product's own parts."""
    from app.evaluate.collection import read_collection  # noqa: PLC0415
    from app.evaluate.retrieval import evaluate_retrieval  # noqa: PLC0415

    collection = read_collection(folder, judged_only=judged_only)
    with _progress() as advance:
        found = evaluate_retrieval(collection, _encoder(), threads, advance)
    if as_json:
        print(json.dumps({name: figures.as_json() for name, figures in found.systems.items()}))
        return
    from app.evaluate import results  # noqa: PLC0415

    names = ("ndcg@10", "recall@1", "recall@5", "mrr", "p50_ms")
    console = _console()
    results.print_table(
        console,
        f"{found.collection}: {found.documents} documents, {found.passages} passages, {found.queries} queries",
        ("system", *names),
        [(name, *(f"{one.as_json()[key]:.3f}" for key in names)) for name, one in found.systems.items()],
    )
    gain = found.gain
    console.print(
        f"Fused against {found.better_part} alone: {gain.mean:+.4f} nDCG@10, "
        f"95% interval {gain.low:+.4f} to {gain.high:+.4f} (paired bootstrap over queries)."
    )


@evaluation.command("calibrate")
def calibrate(
    data: DataOption = EVAL_DIR,
    save: Annotated[bool, typer.Option("--save", help="Write the fitted calibration.")] = False,
) -> None:
    """Fit the order of cards on dev questions, and the confidence in the first one on train and dev questions."""
    from app.evaluate import answers as judging  # noqa: PLC0415
    from app.evaluate import guard as guarding  # noqa: PLC0415
    from app.evaluate.calibrate import asked_of, fit  # noqa: PLC0415
    from app.evaluate.order_fit import fit_order, save_order  # noqa: PLC0415

    dev = judging.read_split(data, "dev")
    assistant, console = _assistant(), _console()
    order = fit_order(assistant, dev)
    for name, weight in order.weights.items():
        console.print(f"{name:16} {weight:+.3f}")
    console.print(order.reason)
    if save:
        save_order(order)
    guarded = guarding.read_split(data / guarding.SET, "dev")
    found = fit(assistant, dev, asked_of(judging.read_split(data, "train"), guarded))
    for name, weight in found.calibration.weights.items():
        console.print(f"{name:16} {weight:+.3f}")
    console.print(f"{'bias':16} {found.calibration.bias:+.3f}")
    console.print(f"{'threshold':16} {found.calibration.threshold:.3f}   AUROC {found.auroc:.3f} (cross-validated)")
    console.print(found.calibration.reason)
    if save:
        found.save()
        console.print("Saved.")


@evaluation.command("encoder")
def encoder(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    folder: Annotated[Path | None, typer.Option("--set", help="Collection to measure the nDCG loss on.")] = None,
) -> None:
    """The exported encoder against the original model: cosines of 500 texts and nDCG@10. Needs the build extra."""
    from app.evaluate.encoder_check import check_encoder  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    with _progress() as advance:
        found = check_encoder(Settings(), folder, advance)
    if as_json:
        print(json.dumps(found.as_json()))
        return
    for name, value in found.as_json().items():
        _console().print(f"{name:24} {value}")


def _print_errors(console: Console, wrong: list[Judged]) -> None:
    from app.evaluate import results  # noqa: PLC0415

    results.print_table(
        console,
        f"{len(wrong)} questions that went wrong",
        ("question", "group", "id", "expected", "got", "confidence", "led by", "accepted"),
        [
            (
                one.row.turns[-1].content[:60],
                one.row.group,
                one.row.id,
                one.row.expect.value,
                one.answer.outcome.value,
                f"{one.confidence:.2f}",
                one.led_by or "-",
                " ".join(sorted(one.row.accept)[:2]) or "-",
            )
            for one in wrong
        ],
    )


def _assistant() -> Assistant:
    from app.opening import open_assistant  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    return open_assistant(Settings())


def _versions(assistant: Assistant) -> Versions:
    from app.evaluate.results import Versions  # noqa: PLC0415

    manifest = assistant.index.manifest
    return Versions(content_version=manifest.content_version, index_version=manifest.version)


def _encoder() -> Encoder:
    from app.evaluate.retrieval import encoder_folder  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415
    from index.encoder import Encoder  # noqa: PLC0415

    return Encoder(encoder_folder(Settings().index_root), threads=1, cache_size=0)


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415

    console = Console()
    return console if console.is_terminal else Console(width=TABLE_WIDTH)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that shows how far each stage is, on the error output and only on a terminal."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, TaskID  # noqa: PLC0415

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield advance


@evaluation.command("golden")
def golden(
    accept: Annotated[bool, typer.Option("--accept", help="Take the present answers as the golden ones.")] = False,
    folder: Annotated[Path, typer.Option("--dir", help="Folder of the golden answers.")] = GOLDEN_DIR,
) -> None:
    """Compare the golden answers with the present ones; show what changed, and exit 1 until it is accepted."""
    from app.evaluate import golden as pinning  # noqa: PLC0415

    assistant = _assistant()
    changed = pinning.compare(assistant, folder)
    for one in changed:
        print(f"\n{one.question}")
        print("\n".join(one.diff))
    if accept:
        print(f"{pinning.accept(assistant, folder)} golden answers accepted, {len(changed)} of them changed.")
    elif changed:
        print(f"\n{len(changed)} golden answers changed; read the differences, then: caveat eval golden --accept")
        raise typer.Exit(1)
    else:
        print("Every golden answer is as accepted.")


@evaluation.command("all")
def score_all(
    html: Annotated[Path | None, typer.Option("--html", help="Write the scorecard with plots to this file.")] = None,
    split: SplitOption = "dev",
    as_json: JsonOption = False,
    data: DataOption = EVAL_DIR,
) -> None:
    """One scorecard: answers, abstention, retrieval, guard, article check and latency."""
    from datetime import date  # noqa: PLC0415

    from app.evaluate import results, scorecard  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    with _progress() as advance:
        card = scorecard.score_all(_assistant(), data, split, Settings().content_dir, advance)
    if html is not None:
        html.write_text(scorecard.page(card, date.today()), encoding="utf-8")
    if as_json:
        print(results.as_json(card.results))
        return
    console = _console()
    results.print_table(
        console,
        f"Scorecard, {split} split",
        ("set", "figure", "n", "value (95% interval)"),
        [(one.set, one.metric, str(one.n), results.percent(one)) for one in card.results],
    )
    if html is not None:
        console.print(f"Plots and tables: {html}")
