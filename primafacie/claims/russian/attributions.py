"""Who says what in a Russian text: verbs of saying, quotations, "по словам", hearsay.

The words are data: ``lexicon/ru/saying.yaml``. Records are those of ``claims.attribution``; ranges are tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token

from primafacie.claims.attribution import Attribution
from primafacie.claims.parsing import Parsed
from primafacie.claims.russian.phrases import noun_phrase
from primafacie.claims.russian.stance import negated
from primafacie.claims.russian.syntax import CLAUSE, case, genitive, is_passive, preposition, subject

Range = tuple[int, int]
FLIPPED = {"say": "doubts", "think": "denies", "deny": "asserts", "ask": "asks", "urge": "denies"}
DASHES = frozenset("— – - ―".split())
UTTERANCE = 3
"""Words: a shorter quotation is a name or a word held with tongs, unless a verb of saying takes it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Verbs of saying by lemma -> (sort, stance); the nouns of "по словам" by form -> stance; words of hearsay."""

    verbs: dict[str, tuple[str, str]]
    nouns: dict[str, str]
    hearsay: frozenset[str]


@cache
def saying() -> Saying:
    """The words of saying, read once a process."""
    raw = yaml.safe_load((files("primafacie.claims.lexicon") / "ru" / "saying.yaml").read_text("utf-8"))
    verbs = {word: (group["sort"], group["stance"]) for group in raw["verbs"] for word in group["lemmas"].split()}
    nouns = {word: group["stance"] for group in raw["nouns"] for word in group["words"].split()}
    return Saying(verbs, nouns, frozenset(raw["hearsay"].split()))


class RussianAttributions:
    """The attributions of a parse, as ``claims.attribution.Attributions`` gives them for English."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed, self.doc, self.words = parsed, parsed.doc, saying()
        self.quoted = self._quotations()
        found: list[Attribution] = []
        for token in self.doc:
            if token.lemma_ in self.words.verbs and (token.pos_ in CLAUSE or token.tag_ in ("VBN", "VBG")):
                found += self._verb(token)
            elif token.lower_ in self.words.nouns:
                found += self._noun(token)
            elif token.lower_ == "согласно":
                found += self._according(token)
        found += self._carried(found)
        self._all = tuple(sorted(set(found), key=lambda a: (a.content[0][0], -_size(a), a.cue)))
        self._holding: dict[int, list[Attribution]] = {}
        for attribution in self._all:
            for start, end in attribution.content:
                for i in range(start, end):
                    self._holding.setdefault(i, []).append(attribution)
        for holding in self._holding.values():
            holding.sort(key=lambda a: -_size(a))

    def all(self) -> tuple[Attribution, ...]:
        """In order of content, nested ones included."""
        return self._all

    def chain(self, token: int) -> tuple[Attribution, ...]:
        """Those whose content holds the token, outermost first."""
        return tuple(self._holding.get(token, ()))

    def _quotations(self) -> list[Range]:
        """The quotations that read as speech, as tokens, marks included."""
        found = []
        seen: set[tuple[int, int]] = set()
        for passage in self.parsed.passages:
            for quotation in passage.quotations:
                span = (
                    self.parsed.token_at(quotation.start),
                    self.parsed.token_at(max(quotation.start, quotation.end - 1)) + 1,
                )
                words = [t for t in self.doc[span[0] : span[1]] if not t.is_punct and not t.is_space]
                verbal = any(t.pos_ in CLAUSE or (t.pos_ == "ADJ" and t.dep_ != "amod") for t in words)
                if (quotation.start, quotation.end) not in seen and (
                    len(words) > UTTERANCE or (verbal and len(words) >= UTTERANCE)
                ):
                    seen.add((quotation.start, quotation.end))
                    found.append(span)
        return sorted(set(found))

    def _verb(self, verb: Token) -> list[Attribution]:
        sort, stance = self.words.verbs[verb.lemma_]
        if negated(verb):
            stance = FLIPPED.get(sort, stance)
        speakers = subject(verb)
        source, head = self._source(speakers[0], verb.i) if speakers else (None, None)
        if source is None and is_passive(verb) and sort in ("say", "think"):
            stance = "doubts"
        quality, content = self._beside(verb) if sort in ("say", "think", "deny") else ("", [])
        if content and sort == "deny":
            stance = "asserts"  # what is quoted is the denial itself
        if not content:
            quality, content = "indirect", self._clause(verb, sort, head)
        if not content or (source is None and quality == "indirect" and sort == "urge"):
            return []
        listener = next(
            (c.i for c in verb.children if case(c) == "Dat" and c.dep_ in ("iobj", "obl") and not preposition(c)), None
        )
        return [Attribution(source, head, (verb.i, verb.i + 1), tuple(content), stance, quality, listener)]

    def _source(self, head: Token, cue: int) -> tuple[Range | None, int | None]:
        first, last = noun_phrase(head)
        if first <= cue <= last:
            first, last = (cue + 1, last) if head.i > cue else (first, cue - 1)
        return ((first, last + 1), head.i) if first <= last else (None, None)

    def _clause(self, verb: Token, sort: str, head: int | None) -> list[Range]:
        """What is said in a clause, an object, or (parenthetical "заявил он") the rest of the sentence."""
        found: list[Range] = []
        for child in verb.children:
            joined = any(c.lower_ in ("что", "чтобы", "как", "будто") or c.lower_ == "ли" for c in child.children)
            if child.dep_ in ("ccomp", "csubj", "xcomp", "csubjpass") or (
                child.dep_ in ("advcl", "acl", "parataxis", "conj")
                and joined
                and child.i > verb.i
                and child.pos_ in CLAUSE
            ):
                if child.dep_ == "parataxis" and child.i < verb.i:
                    continue
                found.append(_span(child))
            elif (
                (
                    sort in ("deny", "urge")
                    and child.dep_ in ("dobj", "obl", "iobj")
                    and child.i > verb.i
                    and child.pos_ == "NOUN"
                )
                or (sort == "accuse" and child.dep_ in ("obl", "nmod") and preposition(child) in ("в", "за"))
                or (
                    sort in ("say", "think")
                    and child.dep_ in ("obl", "dobj")
                    and preposition(child) == "о"
                    and child.i > verb.i
                )
            ):
                found.append(_span(child))
        if not found:
            topic = next((c for c in verb.children if c.dep_ in ("nsubj", "dobj") and c.lemma_ == "то"), None)
            found = (
                [_span(c) for c in topic.children if c.dep_ in ("acl", "ccomp", "relcl")] if topic is not None else []
            )
        if not found and sort in ("say", "think", "deny") and self._parenthetical(verb):
            found = self._rest(verb, head)
        return [f for f in found if f[0] < f[1]]

    def _parenthetical(self, verb: Token) -> bool:
        """ "…, заявил он", "Как сообщает агентство, …": the verb's clause stands beside the statement."""
        if verb.dep_ in ("parataxis", "advcl", "conj") and verb.head.pos_ in (*CLAUSE, "NOUN", "ADJ", "PROPN"):
            marked = any(c.lower_ == "как" for c in verb.children)
            first = next((t.i for t in verb.subtree if not t.is_punct and not t.is_space), verb.i)
            before = self.doc[first - 1].text if first else ""
            return marked or (verb.dep_ == "parataxis" and (before in DASHES or before in (",", "»", "?", "!")))
        return verb.dep_ == "ROOT" and any(
            c.dep_ in ("parataxis", "ccomp", "conj") and c.i < verb.i and self.doc[verb.i - 1].text in (",", *DASHES)
            for c in verb.children
        )

    def _rest(self, verb: Token, head: int | None) -> list[Range]:
        """The sentence without the reporting clause."""
        sentence = verb.sent
        if verb.dep_ == "ROOT":
            return [_span(c) for c in verb.children if c.dep_ in ("parataxis", "ccomp", "conj") and c.i < verb.i]
        inside = set(range(verb.left_edge.i, verb.right_edge.i + 1))
        first, last = verb.left_edge.i, verb.right_edge.i + 1
        if head is not None and head not in inside:
            first, last = min(first, head), max(last, head + 1)
        return [
            r
            for r in ((sentence.start, first), (last, sentence.end))
            if any(not t.is_punct and not t.is_space for t in self.doc[r[0] : r[1]])
        ]

    def _beside(self, verb: Token) -> tuple[str, list[Range]]:
        """The quotation, or the speech after a dash, that stands right beside the reporting clause."""
        clause = [
            verb.i,
            *(d.i for c in verb.children if c.dep_ in ("nsubj", "obl", "advmod", "iobj", "advcl") for d in c.subtree),
        ]
        low, high = min(clause), max(clause)
        for start, end in self.quoted:
            if start <= verb.i < end:
                continue
            if 0 <= verb.i - end <= 3 and all(t.is_punct for t in self.doc[end : verb.i]):
                return "direct", [(start, end)]
            between = [t.text for t in self.doc[verb.i + 1 : start]]
            colon = ":" in between[-1:] and start - high <= 2
            if start > verb.i and (colon or (between[:1] == [":"] and len(between) < 2)):
                return "direct", [(start, end)]
        speech = self._dashed(verb, low)
        return ("direct", speech) if speech else ("", [])

    def _dashed(self, verb: Token, low: int) -> list[Range]:
        """ "— Банк продали, — сказал он. — Никто не заплатил." as one speech."""
        passage = self.parsed.passage(verb)
        first = self.parsed.token_at(passage.start)
        text = self.parsed.source.text
        opened = (
            text[passage.start : passage.start + 1] in DASHES
            or text[max(0, passage.start - 3) : passage.start].strip() in DASHES
        )
        before = self.doc[verb.i - 1].text if verb.i else ""
        if not opened or before not in DASHES or verb.i <= first:
            return []
        last = first
        while last < len(self.doc) and self.parsed.passage_of[last] == self.parsed.passage_of[verb.i]:
            last += 1
        end = verb.right_edge.i if verb.right_edge.i < last else verb.i
        stop = next(
            (k for k in range(verb.i, last) if self.doc[k].text in (".", ",") and k >= min(end, verb.i + 8)), last
        )
        stop = next((k for k in range(verb.i + 1, stop) if self.doc[k].text in (".",)), stop)
        return [r for r in ((first, verb.i - 1), (stop + 1, last)) if r[0] < r[1]]

    def _noun(self, noun: Token) -> list[Attribution]:
        """ "По словам X, …", "по данным полиции", "по мнению", "по версии следствия"."""
        before = self.doc[noun.i - 1] if noun.i else noun
        if before.lower_ != "по":
            return []
        owner = genitive(noun) or [c for c in noun.children if c.lemma_ in ("его", "ее", "их", "мой", "наш")]
        source, head = self._source(owner[0], noun.i) if owner else (None, None)
        low, high = (
            before.i,
            max([noun.i, *(t.i for o in owner for t in o.subtree if t.pos_ not in CLAUSE and t.i - noun.i < 12)]),
        )
        sentence = noun.sent
        rest = [
            r
            for r in ((sentence.start, low), (high + 1, sentence.end))
            if any(not t.is_punct and not t.is_space for t in self.doc[r[0] : r[1]])
        ]
        stance = self.words.nouns[noun.lower_]
        stance = "doubts" if source is None and stance == "asserts" else stance
        return [Attribution(source, head, (low, noun.i + 1), tuple(rest), stance, "indirect", None)] if rest else []

    def _according(self, token: Token) -> list[Attribution]:
        """ "Согласно отчёту, …"."""
        noun = token.head
        if noun == token or noun.pos_ not in ("NOUN", "PROPN"):
            return []
        source, head = self._source(noun, token.i)
        sentence, high = noun.sent, noun.right_edge.i
        rest = [
            r
            for r in ((sentence.start, token.i), (high + 1, sentence.end))
            if any(not t.is_punct for t in self.doc[r[0] : r[1]])
        ]
        return (
            [Attribution(source, head, (token.i, token.i + 1), tuple(rest), "asserts", "indirect", None)]
            if rest
            else []
        )

    def _carried(self, found: list[Attribution]) -> list[Attribution]:
        """Quotations that no verb takes go on with the speaker of the one before in the same passage."""
        taken = {span: a for a in found for span in a.content if a.quality == "direct"}
        more = []
        for at, span in enumerate(self.quoted):
            if span in taken or any(
                a.quality == "indirect" and a.content[0][0] <= span[0] < a.content[-1][1] for a in found
            ):
                continue
            near = [
                a
                for s, a in taken.items()
                if self.parsed.passage_of[s[0]] == self.parsed.passage_of[span[0]] and s[0] < span[0]
            ]
            if near and at:
                last = near[-1]
                more.append(
                    Attribution(last.source, last.head, last.cue, (span,), last.stance, "direct", last.addressee)
                )
        return more


def _span(token: Token) -> Range:
    return token.left_edge.i, token.right_edge.i + 1


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
