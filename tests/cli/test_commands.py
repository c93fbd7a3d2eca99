"""Every command on a small case: what it prints, where, and its exit code."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from primafacie.store import sqlite

from .conftest import TEXT, Run

KEYS = {
    "id", "kind", "roles", "amount", "count", "share", "date", "place", "status", "stance", "voices", "quote", "source",
    "extractor", "confidence", "review", "reviewer",
}  # fmt: skip
LISTINGS = ("sources", "claims", "entities", "findings", "problems")


def write(folder: Path, name: str, text: str = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_investigate_ends_with_findings_and_the_dossier(run: Run, tmp_path: Path) -> None:
    done = run("investigate", write(tmp_path, "deals.txt"))
    assert done.code == 0, done.err
    lines = done.out.splitlines()
    assert lines[0].startswith("added ")
    assert lines[-1] == str(Path("case/dossier/dossier.html"))
    assert "findings: " in done.out
    assert (tmp_path / "case" / "dossier" / "dossier.html").read_bytes()
    assert done.err == ""


def test_stage_by_stage_gives_the_same_as_all_at_once(run: Run, tmp_path: Path, investigated: Path) -> None:
    assert run("add", write(tmp_path, "deals.txt")).code == 0
    for command in ("read", "resolve", "check", "dossier"):
        done = run(command)
        assert (done.code, done.err) == (0, ""), command
        assert "nothing had changed" in run(command).err
    for listing in LISTINGS:
        assert run(listing, "--format", "jsonl").out == run(listing, "--format", "jsonl", "--case", investigated).out
    page = Path("dossier/dossier.html")
    assert (tmp_path / "case" / page).read_bytes() == (investigated / page).read_bytes()


def test_claims_as_json_lines_have_the_keys_of_a_claim(run: Run, investigated: Path) -> None:
    claims = run("claims", "--case", investigated, "--format", "jsonl").rows
    assert {claim["kind"] for claim in claims} >= {"Deal", "Killing"}
    for claim in claims:
        assert set(claim) == KEYS
        quote = claim["quote"]
        assert TEXT[quote["start"] : quote["end"]] == quote["text"]


def test_claims_are_filtered(run: Run, investigated: Path) -> None:
    def kinds(*options: object) -> list[str]:
        return [claim["kind"] for claim in run("claims", "--case", investigated, "--format", "jsonl", *options).rows]

    assert set(kinds("--kind", "deal")) == {"Deal"}
    assert set(kinds("--kind", "Deal", "--kind", "Killing")) == {"Deal", "Killing"}
    assert kinds("--source", "deals.txt") == kinds()
    assert kinds("--stance", "denies") == []
    assert kinds("--min-confidence", "1.0") != kinds()


@pytest.mark.parametrize("listing", ["entities", "findings"])
def test_listings_leave_out_what_rests_on_unsure_claims(run: Run, investigated: Path, listing: str) -> None:
    every = run(listing, "--case", investigated, "--format", "jsonl").rows
    sure = run(listing, "--case", investigated, "--format", "jsonl", "--min-confidence", "1.0").rows
    assert len(sure) < len(every)


@pytest.mark.parametrize("listing", LISTINGS)
def test_every_listing_has_three_formats(run: Run, investigated: Path, listing: str) -> None:
    rows = run(listing, "--case", investigated, "--format", "jsonl").rows
    table = run(listing, "--case", investigated)
    assert (table.code, table.err) == (0, "")
    assert f"{listing}: {len(rows)}" in table.out
    heading, *cells = csv.reader(io.StringIO(run(listing, "--case", investigated, "--format", "csv").out))
    assert len(cells) == len(rows)
    assert all(len(cell) == len(heading) for cell in cells)
    assert bool(rows) == (listing != "problems")


def test_the_same_bytes_under_another_name_are_one_source(run: Run, tmp_path: Path) -> None:
    run("add", write(tmp_path, "deals.txt"))
    log = (tmp_path / "case" / "custody.jsonl").read_bytes()
    again = run("add", write(tmp_path, "copy.txt"))
    assert again.code == 0
    assert "copy.txt: the same bytes are in the case already, as deals.txt" in again.out
    assert [s["name"] for s in run("sources", "--format", "jsonl").rows] == ["deals.txt"]
    assert (tmp_path / "case" / "custody.jsonl").read_bytes() == log


def test_a_folder_stands_for_its_files_and_a_pattern_for_what_answers_to_it(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "in/b.txt", "Second text.\n")
    write(tmp_path, "in/deep/a.txt", "Third text.\n")
    write(tmp_path, "in/.hidden", "Hidden text.\n")
    (tmp_path / "in" / "link.txt").symlink_to(write(tmp_path, "elsewhere.txt", "Elsewhere.\n"))
    assert run("add", "in").code == 0
    assert [s["name"] for s in run("sources", "--format", "jsonl").rows] == ["b.txt", "a.txt"]
    assert run("add", "else*.txt").code == 0
    assert len(run("sources", "--format", "jsonl").rows) == 3


def test_what_is_said_when_adding_is_kept(run: Run, tmp_path: Path) -> None:
    said = {"title": "T", "author": "A. Author", "publisher": "P", "date": "2022-01", "language": "en"}
    run("add", write(tmp_path, "a.txt"), *(word for key, value in said.items() for word in (f"--{key}", value)))
    (source,) = run("sources", "--format", "jsonl").rows
    assert {key: source[key] for key in said} == said


def test_what_is_said_of_a_file_later_has_it_read_anew(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "In 2007 Karl Berg sold Alpha Bank to Beta Group for 2.1 billion dollars.\n")
    run("investigate", path, "--language", "en")
    assert run("investigate", path, "--author", "Maria Conti", "--date", "2022-01-07").code == 0
    (source,) = run("sources", "--format", "jsonl").rows
    assert (source["author"], source["date"], source["language"]) == ("Maria Conti", "2022-01-07", "en")
    claims = run("claims", "--format", "jsonl").rows
    assert claims
    assert {claim["voices"][0] for claim in claims} == {"Maria Conti"}


def test_the_case_comes_from_the_environment(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIMAFACIE_CASE", str(tmp_path / "mine"))
    assert run("add", write(tmp_path, "a.txt")).code == 0
    assert (tmp_path / "mine" / "case.db").is_file()
    assert len(run("sources", "--format", "jsonl").rows) == 1


def test_a_listing_says_when_it_is_behind(run: Run, tmp_path: Path) -> None:
    run("add", write(tmp_path, "a.txt"))
    assert "run `primafacie read` first" in run("claims").err
    assert "run `primafacie read`, `primafacie resolve`, `primafacie check` first" in run("findings").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["investigate"], "Missing argument"),
        (["investigate", "nowhere.txt"], "nowhere.txt: no such file or folder"),
        (["add", "no*.txt"], "no*.txt: no such file or folder"),
        (["investigate", "a.txt", "nowhere.txt"], "nowhere.txt: no such file or folder"),
        (["add", "a.txt", "--date", "yesterday"], "write it as 2022"),
        (["add", "a.txt", "--language", "English"], "ISO 639"),
        (["add", "a.txt", "b.txt", "--title", "T"], "one title"),
        (["claims"], "there is no case in case"),
        (["read"], "there is no case in case"),
        (["frobnicate"], "No such command"),
        (["claims", "--format", "xml"], "xml"),
        (["add", "a.txt", "--case", "a.txt"], "cannot be used"),
    ],
)
def test_wrong_use_is_said_in_a_line_and_changes_nothing(run: Run, tmp_path: Path, words: list[str], said: str) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", "Another text.\n")
    done = run(*words)
    assert done.code == 2
    assert said in " ".join(done.err.replace("│", " ").split())
    assert "Traceback" not in done.err
    assert done.out == ""
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kind", "Gossip"], "Gossip is none of Family"),
        (["--stance", "hopes"], "hopes is none of asserts"),
        (["--source", "nothing.txt"], "no source answers to nothing.txt"),
        (["--min-confidence", "2"], "less than or equal to 1"),
    ],
)
def test_a_wrong_filter_says_what_there_is(run: Run, investigated: Path, words: list[str], said: str) -> None:
    done = run("claims", "--case", investigated, *words)
    assert done.code == 2
    assert said in " ".join(done.err.replace("│", " ").split())


def test_a_damaged_case_is_refused(run: Run, tmp_path: Path) -> None:
    run("add", write(tmp_path, "a.txt"))
    (tmp_path / "case" / "case.db").write_bytes(b"\x00garbage" * 1000)
    for words in (["claims"], ["investigate", "a.txt"], ["verify"]):
        done = run(*words)
        assert (done.code, done.out) == (2, ""), words
        assert "damaged" in done.err
        assert "Traceback" not in done.err


def test_a_locked_case_is_refused_after_a_while(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", write(tmp_path, "a.txt"))
    monkeypatch.setattr(sqlite, "BUSY", 0.05)
    other = sqlite3.connect(tmp_path / "case" / "case.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    done = run("read")
    other.close()
    assert done.code == 2
    assert "in use by another program" in done.err


def test_verify_finds_what_was_altered(run: Run, tmp_path: Path) -> None:
    run("investigate", write(tmp_path, "deals.txt"))
    good = run("verify")
    assert good.code == 0
    assert "all as they should be" in good.out
    database = sqlite3.connect(tmp_path / "case" / "case.db")
    with database:
        database.execute("UPDATE sources SET text = replace(text, '2.1 billion', '9.9 billion')")
    database.close()
    quoted = run("verify")
    assert quoted.code == 1
    assert "is not what the text says" in quoted.out


def test_verify_finds_an_altered_original_and_a_cut_log(run: Run, tmp_path: Path) -> None:
    run("add", write(tmp_path, "deals.txt"))
    run("add", write(tmp_path, "other.txt", "Another text.\n"))
    log = tmp_path / "case" / "custody.jsonl"
    lines = log.read_text().splitlines(keepends=True)
    log.write_text(lines[0].replace("deals.txt", "deeds.txt") + lines[1])
    assert run("verify").code == 1
    log.write_text("".join(lines))
    assert run("verify").code == 0
    original = next(path for path in (tmp_path / "case" / "archive").rglob("*") if path.is_file())
    original.chmod(0o600)
    original.write_bytes(b"other words")
    assert run("verify").code == 1


def test_what_cannot_be_used_is_listed_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    bad = {"empty.txt": b"", "zeros.bin": bytes(1000), "broken.pdf": b"%PDF-1.7\n garbage" * 9, "b.docx": b"PK\3\4xx"}
    read = {"latin.txt": "La señora Núñez, de Zürich, habló.".encode("latin-1"), "utf16.txt": TEXT.encode("utf-16")}
    page = b"<html><body><p>Karl Berg sold Alpha Bank.</p><script>alert('stolen')</script></body></html>"
    for name, data in {**bad, **read, "page.html": page, "good.txt": TEXT.encode()}.items():
        (folder / name).write_bytes(data)
    done = run("investigate", folder)
    assert done.code == 1
    assert "Traceback" not in done.err
    refused = [line for line in done.out.splitlines() if line.startswith("not used: ")]
    assert sorted(line.split(": ")[1] for line in refused) == sorted(bad)
    assert all("What to do: " in line for line in refused)
    assert {s["name"] for s in run("sources", "--format", "jsonl").rows} == {*read, "page.html", "good.txt"}
    assert run("claims", "--source", "good.txt", "--format", "jsonl").rows
    assert {p["where"] for p in run("problems", "--format", "jsonl").rows if p["fatal"]} == set(bad)
    dossier = (tmp_path / "case" / "dossier" / "dossier.html").read_text("utf-8")
    assert "stolen" not in dossier
    assert run("investigate", folder / "good.txt").code == 0


def test_a_case_of_nothing_usable_says_so(run: Run, tmp_path: Path) -> None:
    done = run("investigate", write(tmp_path, "empty.txt", ""))
    assert done.code == 1
    assert "not used: empty.txt" in done.out
    assert "nothing in this case to read" in done.err


def test_nothing_a_document_is_called_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    name = "\x1b[31m[bold]=evil\u202e.txt"
    done = run("investigate", write(tmp_path, name))
    assert done.code == 0
    listed = run("sources").out + run("sources", "--format", "csv").out + run("problems").out + done.out
    assert "\x1b" not in listed
    assert "\u202e" not in listed
    assert json.loads(run("sources", "--format", "jsonl").out)["name"].endswith(".txt")
