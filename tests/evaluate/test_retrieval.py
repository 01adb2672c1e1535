"""`caveat eval retrieval` on small collections."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli.main import app
from app.evaluate.collection import CollectionError, Document, read_collection
from app.evaluate.ranking import ndcg_at, paired_bootstrap, recall_at, reciprocal_rank
from app.evaluate.retrieval import encoder_folder, passages
from app.settings import Settings
from index.encoder import Encoder

DOCUMENTS = {
    "sleep": "Short sleep was tied to poor memory in a study of students.",
    "liver": "Liver enzymes rose in some people who took the extract.",
    "bread": "Sourdough bread rises slowly because wild yeast grows slowly.",
}
QUERIES = {"q1": "does the extract harm the liver", "q2": "why is my sourdough slow"}
QRELS = [("q1", "liver", 1), ("q2", "bread", 1)]


def write(folder: Path, **files: str) -> Path:
    parts = {
        "corpus.jsonl": "".join(json.dumps({"_id": i, "title": i, "text": t}) + "\n" for i, t in DOCUMENTS.items()),
        "queries.jsonl": "".join(json.dumps({"_id": i, "text": t}) + "\n" for i, t in QUERIES.items()),
        "qrels.tsv": "query-id\tcorpus-id\tscore\n" + "".join(f"{q}\t{d}\t{g}\n" for q, d, g in QRELS),
    }
    for name, text in {**parts, **{key.replace("__", "."): value for key, value in files.items()}}.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def served(built_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAVEAT_DATA_DIR", str(built_settings.data_dir))


@pytest.mark.usefixtures("served")
def test_the_command_prints_the_figures_of_the_three_systems(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["eval", "retrieval", "--set", str(write(tmp_path)), "--json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert list(found) == ["lexical", "vector", "fused"]
    for figures in found.values():
        assert list(figures) == ["ndcg@10", "recall@1", "recall@5", "mrr", "p50_ms"]
        assert figures["recall@1"] == figures["ndcg@10"] == figures["mrr"] == 1.0
        assert figures["p50_ms"] > 0


@pytest.mark.usefixtures("served")
def test_the_table_says_how_fused_compares_with_its_better_part(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["eval", "retrieval", "--set", str(write(tmp_path))])
    assert result.exit_code == 0, result.output
    assert "95% interval" in result.stdout


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"corpus__jsonl": ""}, "corpus.jsonl holds no document"),
        ({"corpus__jsonl": "{}\n"}, 'corpus.jsonl, line 1: "_id" is missing'),
        ({"corpus__jsonl": '{"_id": "a", "text": "x"}\n{"_id": "a", "text": "y"}\n'}, "id 'a' was given on line 1"),
        ({"corpus__jsonl": '{"_id": "a", "text": 3}\n'}, 'line 1: "text" is missing or is not text'),
        ({"corpus__jsonl": '{"_id": "a", "text": "\\ud800"}\n'}, "corpus.jsonl, line 1: half of a surrogate pair"),
        ({"corpus__jsonl": '{"_id": ' + "9" * 5000 + "}\n"}, "corpus.jsonl, line 1: not JSON"),
        ({"queries__jsonl": "not json\n"}, "queries.jsonl, line 1: not JSON"),
        ({"queries__jsonl": "[1]\n"}, "queries.jsonl, line 1: write an object"),
        ({"queries__jsonl": '{"_id": "q1", "text": " "}\n'}, "queries.jsonl, line 1: the query has no text"),
        ({"qrels__tsv": "q1\tliver\n"}, "qrels.tsv, line 1: write"),
        ({"qrels__tsv": "query-id\tcorpus-id\tscore\nq1\tliver\tmany\n"}, "qrels.tsv, line 2: write"),
        ({"qrels__tsv": "q9\tliver\t1\n"}, "qrels.tsv, line 1: there is no query 'q9'"),
        ({"qrels__tsv": "q1\tnone\t1\n"}, "qrels.tsv, line 1: there is no document 'none'"),
        ({"qrels__tsv": "q1\tliver\t1\n"}, "queries.jsonl, line 2: query 'q2' has no relevant document"),
        ({"qrels__tsv": "q1\tliver\t0\nq2\tbread\t0\n"}, "qrels.tsv judges no document relevant"),
        ({"qrels__tsv": "q1\tliver\t1\nq1\tliver\t2\n"}, "qrels.tsv, line 2: this pair was judged 1 on line 1"),
    ],
)  # fmt: skip
def test_a_bad_file_is_named_with_its_line(tmp_path: Path, files: dict[str, str], says: str) -> None:
    with pytest.raises(CollectionError) as error:
        read_collection(write(tmp_path, **files))
    assert says in str(error.value)


def test_a_missing_file_or_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="is not a folder"):
        read_collection(tmp_path / "none")
    for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        (write(tmp_path) / name).unlink()
        with pytest.raises(CollectionError, match=name.replace(".", r"\.")):
            read_collection(tmp_path)


def test_bytes_that_are_not_text_are_named_with_their_line(tmp_path: Path) -> None:
    (write(tmp_path) / "corpus.jsonl").write_bytes(b'{"_id": "a", "text": "\xff"}\n')
    with pytest.raises(CollectionError, match="line 1: not UTF-8"):
        read_collection(tmp_path)


def test_one_split_of_a_larger_set_leaves_the_other_queries_out(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "qrels.tsv").unlink()
    (folder / "qrels").mkdir()
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq2\tbread\t1\n")
    assert list(read_collection(folder).queries) == ["q2"]


def test_a_long_document_is_split_at_the_window_and_nothing_is_lost(built_settings: Settings) -> None:
    encoder = Encoder(encoder_folder(built_settings.index_root), cache_size=0)
    words = [f"w{number}" for number in range(900)]
    found = passages(Document("d", "A title", " ".join(words)), encoder)
    assert len(found) > 3
    assert all(passage.startswith("A title") and encoder.count_tokens(passage) <= 256 for passage in found)
    assert set(words) <= {word for passage in found for word in passage.split()}
    long_title = " ".join(words[:100])
    found = passages(Document("d", long_title, " ".join(words[100:])), encoder)
    assert set(words) <= {word.strip(".") for passage in found for word in passage.split()}
    assert passages(Document("d", "", "short"), encoder) == ["short"]
    assert passages(Document("d", "", ""), encoder) == [""]


def test_figures_of_a_ranking_are_those_of_the_definitions() -> None:
    grades = {"a": 2, "b": 1}
    assert ndcg_at(["a", "b"], grades) == 1.0
    assert ndcg_at(["b", "a"], grades) == pytest.approx((1 + 2 / 1.58496) / (2 + 1 / 1.58496), abs=1e-4)
    assert recall_at(["x", "a"], grades, 1) == 0.0
    assert recall_at(["x", "a"], grades, 5) == 0.5
    assert reciprocal_rank(["x", "a"], grades) == 0.5
    assert reciprocal_rank([], grades) == 0.0


def test_a_difference_that_is_always_there_is_significant_and_one_of_nothing_is_not() -> None:
    assert paired_bootstrap([0.1] * 50, [0.5] * 50).high < 0
    assert paired_bootstrap([0.5] * 50, [0.5] * 50).high == 0
