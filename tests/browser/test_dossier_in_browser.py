"""The dossier as a person sees it: opened in a headless Chromium that cannot reach anything."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--hide-scrollbars", "--window-size=1280,1600",
)  # fmt: skip
NOBODY = "not an origin"
"""How Chromium's network log names the initiator of what the browser asks for on its own account."""


@dataclass(frozen=True)
class Look:
    """What one look at a page brought: its elements as text, its picture, what it complained of and asked for."""

    dom: str
    picture: bytes
    console: tuple[str, ...]
    requests: tuple[str, ...]


def look(chromium: str, page: Path, work: Path) -> Look:
    """Opens the page twice with a new profile: for its picture (and logs), then for its elements."""
    work.mkdir()
    picture, log = work / "page.png", work / "network.json"
    shot = [f"--screenshot={picture}", f"--log-net-log={log}"]
    seen = run(chromium, page, work / "profile-1", *shot)
    dom = run(chromium, page, work / "profile-2", "--dump-dom").stdout
    console = tuple(line for line in seen.stderr.splitlines() if ":CONSOLE" in line)
    events = (event.get("params") or {} for event in json.loads(log.read_text("utf-8"))["events"])
    asked = {e["url"] for e in events if e.get("initiator", NOBODY) != NOBODY and "url" in e}
    remote = tuple(sorted(url for url in asked if not url.startswith(("file:", "data:"))))
    return Look(dom, picture.read_bytes(), console, remote)


def run(
    chromium: str, page: Path, profile: Path, *options: str, fragment: str = ""
) -> subprocess.CompletedProcess[str]:  # fmt: skip
    address = f"{page.as_uri()}#{fragment}" if fragment else page.as_uri()
    command = [chromium, *FLAGS, f"--user-data-dir={profile}", *options, address]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)


def write(path: Path, body: str) -> Path:
    path.write_text(f"<!doctype html><meta charset='utf-8'><title>page</title><body>{body}</body>", "utf-8")
    return path


def test_a_page_that_calls_out_and_complains_is_seen_to(chromium: str, tmp_path: Path) -> None:
    page = write(tmp_path / "bad.html", "<img src='http://example.org/x.png'><script>console.error('no')</script>")
    seen = look(chromium, page, tmp_path / "look")
    assert seen.requests == ("http://example.org/x.png",)
    assert any("no" in line for line in seen.console)


def test_the_dossier_is_drawn_and_asks_for_nothing(chromium: str, first_case: Path, tmp_path: Path) -> None:
    blank = look(chromium, write(tmp_path / "blank.html", ""), tmp_path / "blank")
    seen = look(chromium, first_case / "dossier" / "dossier.html", tmp_path / "dossier")
    assert seen.requests == ()
    assert seen.console == ()
    # An empty window compresses to next to nothing; text and drawings do not.
    assert len(seen.picture) > 10 * len(blank.picture)
    for words in ("Utemuratov", "UniCredit", "2.1 billion", "Ablyazov", "<svg"):
        assert words in seen.dom


def test_a_link_opens_what_is_folded_over_its_target(chromium: str, first_case: Path, tmp_path: Path) -> None:
    page = first_case / "dossier" / "dossier.html"
    number = max(int(n) for n in re.findall(r'<div id="f(\d+)" class="account">', page.read_text("utf-8")))
    closed = run(chromium, page, tmp_path / "one", "--dump-dom").stdout
    opened = run(chromium, page, tmp_path / "two", "--dump-dom", fragment=f"f{number}").stdout
    assert re.search(rf'<details class="finding w-[a-z]+">(?:(?!<details).)*id="f{number}"', closed, re.DOTALL)
    assert re.search(rf'<details class="finding w-[a-z]+" open="">(?:(?!<details).)*id="f{number}"', opened, re.DOTALL)


def test_the_print_holds_what_the_screen_folds(chromium: str, first_case: Path, tmp_path: Path) -> None:
    page = first_case / "dossier" / "dossier.html"
    run(chromium, page, tmp_path / "profile", f"--print-to-pdf={tmp_path / 'dossier.pdf'}")
    pdf = pdfium.PdfDocument(tmp_path / "dossier.pdf")
    words = " ".join(sheet.get_textpage().get_text_bounded() for sheet in pdf)
    folded = re.findall(r'<div id="f\d+" class="account">\s*<p>([^<]{20,60})', page.read_text("utf-8"))
    assert folded
    for text in folded:
        assert squeezed(html.unescape(text)) in squeezed(words)


def squeezed(text: str) -> str:
    """Without blanks and soft line ends, which a print sets as it likes."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


def test_the_dossier_needs_no_script(first_case: Path) -> None:
    page = (first_case / "dossier" / "dossier.html").read_text("utf-8")
    assert "<script" not in page.lower()
