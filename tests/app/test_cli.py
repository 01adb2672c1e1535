"""The command line as a person and as a program use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import Settings
from tests.index.content_folder import documents, write

ROOT = Path(__file__).resolve().parents[2]


def caveat(
    settings: Settings, *arguments: str | bytes, stdin: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "CAVEAT_DATA_DIR": str(settings.data_dir), "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-m", "app.cli", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, check=False, timeout=120)


def test_ask_prints_the_lead_badges_numbered_sources_and_the_note(built_settings: Settings) -> None:
    shown = caveat(built_settings, "ask", "Is kratom addictive?").stdout.decode()
    assert "certainty" in shown
    assert "[1]" in shown
    assert "Sources" in shown
    assert "pharmacist or doctor" in shown


def test_ask_json_prints_the_record_and_explain_goes_to_the_other_stream(built_settings: Settings) -> None:
    done = caveat(built_settings, "ask", "--json", "--explain", "--region", "GB", "is kratom legal in ohio")
    record = json.loads(done.stdout)
    assert record["outcome"] == "answered"
    assert json.loads(done.stderr)["mentions"]


def test_jsonl_keeps_the_order_and_survives_bad_lines(built_settings: Settings) -> None:
    lines = [
        b'{"id": 1, "question": "is kratom addictive"}',
        b"not json",
        b'{"id": 3, "question": 7}',
        b'{"id": 4, "turns": [{"role": "user", "content": "is kratom addictive"}, {"role": "wizard", "content": "x"}]}',
        b"\xff\xfe",
        b'["a list"]',
        b'{"id": 7, "question": ""}',
        b"",
        b'{"id": 8, "turns": [{"role": "user", "content": "and zoloft"}, {"role": "user", "content": "and beer?"}]}',
    ]
    done = caveat(built_settings, "ask", "--jsonl", stdin=b"\n".join(lines))
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [row["id"] for row in rows] == [1, None, 3, 4, None, None, 7, 8]
    assert ["answer" in row for row in rows] == [True, False, False, False, False, False, False, True]
    assert all("line" in row["error"]["detail"] or row["id"] == 7 for row in rows if "error" in row)


def test_a_question_that_is_not_utf8_gets_a_clear_error(built_settings: Settings) -> None:
    done = caveat(built_settings, "ask", b"kratom \xff\xfe")
    assert done.returncode == 1
    assert b"UTF-8" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("ask",), ("ask", "  ")])
def test_a_missing_question_says_what_to_write(built_settings: Settings, arguments: tuple[str, ...]) -> None:
    done = caveat(built_settings, *arguments)
    assert done.returncode == 1
    assert b"write a question" in done.stderr


def test_without_an_index_ask_says_what_to_run(built_settings: Settings, tmp_path: Path) -> None:
    done = caveat(built_settings, "ask", "hi", CAVEAT_DATA_DIR=str(tmp_path))
    assert done.returncode == 1
    assert b"run `caveat index`" in done.stderr


def test_an_unknown_setting_is_refused_with_the_nearest_name(built_settings: Settings) -> None:
    done = caveat(built_settings, "ask", "hi", CAVEAT_REGOIN="GB")
    assert done.returncode == 1
    assert b"did you mean CAVEAT_REGION" in done.stderr


def test_serve_refuses_broken_content_with_file_and_line(built_settings: Settings, tmp_path: Path) -> None:
    files = documents()
    files["topics/leaf.yaml"]["claims"][0]["certainity"] = "low"
    content = write(tmp_path, files)
    done = caveat(built_settings, "serve", "--port", "1", CAVEAT_CONTENT_DIR=str(content))
    assert done.returncode == 1
    assert b"content/topics/leaf.yaml:" in done.stderr
    assert b"certainity" in done.stderr


def test_serve_refuses_an_index_of_other_content(built_settings: Settings, tmp_path: Path) -> None:
    content = write(tmp_path, documents())
    done = caveat(built_settings, "serve", "--port", "1", CAVEAT_CONTENT_DIR=str(content))
    assert done.returncode == 1
    assert b"run `caveat index`" in done.stderr


def test_lint_exits_1_and_prints_json_for_machines(built_settings: Settings, tmp_path: Path) -> None:
    files = documents()
    files["topics/leaf.yaml"]["claims"][1]["text"] = "Leaf tea makes people dizzy."
    done = caveat(built_settings, "lint", "--json", str(write(tmp_path, files)))
    assert done.returncode == 1
    (problem,) = json.loads(done.stdout)
    assert (problem["rule"], problem["id"]) == ("verb-table", "leaf.risk")
    assert problem["line"] > 1


@pytest.mark.parametrize("what", [["--coverage"], ["--diff", "HEAD"]])
def test_lint_counts_and_compares_no_content_that_loads_in_part(
    built_settings: Settings, tmp_path: Path, what: list[str]
) -> None:
    files = documents()
    files["topics/leaf.yaml"]["claims"][1]["certainity"] = "low"
    root = write(tmp_path, files)
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=C", "-c", "user.email=c@c", "commit", "-qm", "a"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    done = caveat(built_settings, "lint", *what, str(root))
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"leaf.risk: unknown-key: " in done.stderr


def test_importing_the_question_path_needs_neither_torch_nor_gradio_nor_llama_index() -> None:
    code = "import sys, app.opening, app.render.terminal; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert not {"torch", "gradio", "llama_index", "fastapi"} & set(done.stdout.decode().split())
