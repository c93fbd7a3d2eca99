"""Circular reporting: a document that only repeats what another one's voice has said."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.findings.leaning import Leaning
from primafacie.findings.view import View, quoted
from primafacie.findings.wording import times
from primafacie.model import Finding, digest


def circular(view: View) -> Iterator[Finding]:
    """Looks for a document that says what another document's voice says, on that voice's word or on none of its own.

    Two documents have a statement in common where kind, parties, dates and figures agree. The second one leans on the
    first where it makes two or more such statements, each either on the word of a named voice that speaks in the first,
    or, having named that voice, in its author's own. It is then no second source, however many statements it repeats.
    Circular reporting ("false confirmation") has to be ruled out before anything counts as confirmed by another source,
    the first grade of credibility in the Admiralty code (NATO AJP-2.1), since that asks for an independent one.

    Figures: how many statements are in common, on the voice's word and on the author's. Innocent explanation: both
    have asked the same person independently, which makes two documents and still one voice. Against it speaks any
    statement of the second document that stands on another voice.
    """
    for leaning in view.leanings:
        yield _finding(view, leaning)


def _finding(view: View, leaning: Leaning) -> Finding:
    key, pairs = leaning.voice, (*leaning.repeated, *leaning.borrowed)
    claims = list({c.id: c for pair in pairs for c in pair}.values())
    name = next(view.voice(o).name for _, o in pairs)
    inner = {view.voice(c).key for c in view.claims if c.source == leaning.source and not view.by_author(c)}
    others = len({k for k in inner - {key} if not k.startswith("interviewer ")})
    here, there = (quoted(_called(view, s)) for s in (leaning.source, leaning.first))
    on_voice, on_author = (len({c.id for c, _ in found}) for found in (leaning.repeated, leaning.borrowed))
    words = f", {on_author} of them in its author's own words" if on_author else ""
    common = len({c.id for c, _ in pairs})
    return Finding(
        id=digest("finding", "circular", key, leaning.first, leaning.source), check="circular",
        title=f"{here} is no second source beside {there} for {times(common, 'statement')}: both rest on {name}",
        text=f"{here} makes {times(common, 'statement')} that {name} makes in {there}{words}, and "
             f"names {name}. On these they count as one source.",
        severity="medium", claims=view.ordered(claims), entities=(key,) if key in view.entities else (),
        figures={"in_common": common, "on_the_voice": on_voice, "on_the_author": on_author},
        against=(f"{here} has {times(others, 'other voice')} as well." if others
                 else "The author may have it from somewhere else as well.",),
        sources=2, independent=len(view.roots(claims)),
        innocent=(f"Both have spoken with {name}: two documents, one voice.",),
    )  # fmt: skip


def _called(view: View, source: str) -> str:
    found = view.sources.get(source)
    return (found.title or found.name) if found else source
