"""The pages against the code: links and paths lead somewhere, commands and options exist, and the tour can be taken."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from primafacie import cli
from primafacie.cli.app import app
from primafacie.findings import CHECKS

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "examples" / "README.md"])
TOUR = ROOT / "docs" / "tour.md"
TOPS = ("bench", "docs", "examples", "primafacie", "scripts", "tests")
PACKAGE = ROOT / "primafacie"
BEGINNINGS = {*TOPS, *(path.name for path in PACKAGE.iterdir() if path.is_dir())}
"""A path that begins with one of these is meant to be there; ``graph/`` is short for ``primafacie/graph/``."""
WRITTEN_BY_THE_READER = {"meeting", "fr"}
"""Stems of files that a how-to page has its reader write: their folders are there, they are not."""
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)+/?")
COMMAND = re.compile(r"^(?:\.venv/bin/)?primafacie (.+)$")
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.M | re.S)
"""A fenced block with the name of the file that it is."""
Row = tuple[Path, str]


def named(value: Path | str) -> str:
    return value.relative_to(ROOT).as_posix() if isinstance(value, Path) else value


def anchor(heading: str) -> str:
    """A heading as GitHub's address of it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def links() -> Iterator[Row]:
    for page in PAGES:
        for target in LINK.findall(page.read_text("utf-8")):
            if not re.match(r"[a-z]+:", target):
                yield page, target


def paths() -> Iterator[Row]:
    """Paths of the project in backquotes. One with a blank or a placeholder in capitals is none."""
    for page in PAGES:
        for said in CODE.findall(page.read_text("utf-8")):
            if PATH.fullmatch(said) and said.split("/")[0] in BEGINNINGS:
                yield page, said


def commands() -> Iterator[Row]:
    """What stands behind ``primafacie``: in backquotes or at the beginning of an indented line."""
    for page in PAGES:
        text = page.read_text("utf-8")
        lines = [line.strip() for line in text.splitlines() if line.startswith("    ")]
        for said in (part for line in dict.fromkeys([*lines, *CODE.findall(text)]) for part in line.split(" && ")):
            if found := COMMAND.match(said):
                yield page, found[1]


@cache
def command(words: tuple[str, ...]) -> tuple[Any, int]:
    """The innermost command that the words name, and how many of them name it."""
    found: Any = get_command(app)
    for number, word in enumerate(words):
        below = getattr(found, "commands", {}).get(word)
        if below is None:
            return found, number
        found = below
    return found, len(words)


def said_of_the_command(line: str) -> list[str]:
    """The words of a line without remark, redirection or pipe."""
    return shlex.split(re.split(r"\s(?:[|<>]|\s#)\s*", line)[0], comments=True)


@pytest.mark.parametrize(("page", "target"), list(links()), ids=named)
def test_a_link_leads_somewhere(page: Path, target: str) -> None:
    file, _, part = target.partition("#")
    there = (page.parent / file) if file else page
    assert there.exists(), f"{named(page)} links to {target}"
    assert there.resolve().is_relative_to(ROOT)
    if part:
        headings = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.M)
        assert part in map(anchor, headings), f"{named(page)} links to {target}"


@pytest.mark.parametrize(("page", "said"), list(paths()), ids=named)
def test_a_path_that_is_named_is_there(page: Path, said: str) -> None:
    sought = Path(said)
    if page.parent.name == "howto" and sought.stem in WRITTEN_BY_THE_READER:
        sought = sought.parent
    assert any(list(top.glob(str(sought))) for top in (ROOT, PACKAGE)), f"{named(page)} names {said}"


@pytest.mark.parametrize(("page", "line"), list(commands()), ids=named)
def test_a_command_that_is_named_exists_with_its_options(page: Path, line: str) -> None:
    words = said_of_the_command(line)
    found, used = command(tuple(words))
    if used < len(words) and hasattr(found, "commands"):
        assert words[used].startswith("-"), f"{named(page)}: there is no command {' '.join(words[: used + 1])}"
    options = {option for parameter in found.params for option in parameter.opts} | {"--help"}
    given = {word.partition("=")[0] for word in words[used:] if word.startswith("--")}
    assert given <= options, f"{named(page)}: {line}"


def test_every_command_is_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    every: Any = get_command(app)
    said = set(re.findall(r"[a-z]+", " ".join(CODE.findall(readme))))
    assert set(every.commands) <= said


def test_every_check_has_its_section_in_the_order_of_the_findings() -> None:
    page = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert re.findall(r"^### (\w+)$", page, re.M) == [check.__name__ for check in CHECKS]


def test_every_decision_is_listed() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    held = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert re.findall(r"\(decisions/(\S+)\)", page) == held
    assert [name[:4] for name in held] == [f"{n:04}" for n in range(1, len(held) + 1)]


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        near = {(page.parent / t.partition("#")[0]).resolve() for t in LINK.findall(page.read_text("utf-8"))}
        waiting += [p for p in near if p.suffix == ".md" and p.exists() and p not in reached]
    assert set(PAGES) <= reached


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], list[tuple[str, int]]]:
    """Takes the tour in a folder of its own, as a newcomer would who copies from the page."""

    def take() -> list[tuple[str, int]]:
        folder = tmp_path_factory.mktemp("tour")
        (folder / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
        text = TOUR.read_text("utf-8")
        for name, body in FILE.findall(text):
            (folder / name).write_text(body, "utf-8")
        lines = [found[1] for line in text.splitlines() if (found := COMMAND.match(line.removeprefix("    ")))]
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            patch.delenv("PRIMAFACIE_CASE", raising=False)
            return [(line, cli.run(said_of_the_command(line))) for line in lines]

    return take


def test_the_tour_can_be_taken(
    taken: Callable[[], list[tuple[str, int]]], capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    codes = taken()
    out = capsys.readouterr().out
    assert len(codes) > 15
    assert [line for line, code in codes if code] == []
    # What the tour promises of it: a match, the rule that follows from two of them, and a confirmation by name.
    for said in ("us-example:1", "Confirmed", "Jane Roe", "taken back: ", "fairly reliable", "all as they should be"):
        assert said in " ".join(out.split()), said
