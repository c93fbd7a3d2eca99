"""`primafacie compare`: JSON lines in, JSON lines out, whatever a line holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

GOOD = {"id": "a", "left": "Timofey Verkhozin", "right": "Верхозин Тимофей", "schema": "Person"}
RECORDS = {
    "id": 7,
    "left": {"schema": "Person", "properties": {"name": ["Timofey Verkhozin"], "birthDate": ["1961"]}},
    "right": {"schema": "Person", "properties": {"name": ["Timofey Verkhozin"], "birthDate": ["1999"]}},
}
HOSTILE = {"id": "h", "left": "\u202e" + "ov" * 9000, "right": "\ud800 Verkhozin", "schema": "Person"}


def run(text: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from primafacie.cli import main; main()", "compare", *arguments]
    return subprocess.run(command, input=text, capture_output=True, timeout=60)


def test_it_answers_each_line_in_order(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in (GOOD, RECORDS, HOSTILE)), "utf-8")
    for done in (run(file.read_bytes()), run(b"", str(file))):
        assert done.returncode == 0, done.stderr
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert [row["id"] for row in rows] == ["a", 7, "h"]
        assert rows[0]["score"] > 0.7 > rows[1]["score"]
        assert "surname Verkhozin in both" in rows[0]["reasons"]
        assert "but: born 1961 against 1999" in rows[1]["reasons"]


def test_a_bad_line_is_named_and_the_rest_answered() -> None:
    lines = [b"{", b"[]", b'{"id": 1, "left": "x"}', b'{"id": 2, "left": 3, "right": "x"}',
             b'{"id": 3, "left": "", "right": "x"}', b"\xff\xfe", b"[" * 100_000,
             json.dumps(GOOD).encode()]  # fmt: skip
    done = run(b"\n".join(lines))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert len(rows) == len(lines)
    assert all("problem" in row for row in rows[:-1])
    assert rows[-1]["score"] > 0.7
    assert b"lines that could not be used: 7" in done.stderr


def test_a_missing_file_is_wrong_use() -> None:
    assert run(b"", "/no/such/file").returncode == 2
