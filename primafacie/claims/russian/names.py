"""Proper names of a Russian parse: in the nominative, short forms under the fullest one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from primafacie.claims.parsing import Parsed
from primafacie.claims.russian.models import nominative
from primafacie.claims.russian.nouns import nouns
from primafacie.claims.russian.syntax import case

TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "place"}
QUOTES = frozenset('«»"“”„')


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name where it stands: tokens ``start`` to ``end`` (exclusive), in the nominative, and its fullest
    form."""

    start: int
    end: int
    head: int
    text: str
    type: str
    sex: str | None
    full: str = ""


def features(token: Token) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(token.morph.to_dict().items()))


def in_nominative(tokens: Sequence[Token], head: Token, name: bool = False) -> str:
    """The words with the head, and what agrees with it, in the nominative; genitives after it stay."""
    words = []
    for token in tokens:
        agrees = (
            token == head
            or (
                token.head in tokens
                and token.head == head
                and token.dep_ in ("amod", "det", "flat", "appos", "nummod")
                and case(token) == case(head)
            )
            or (name and token.dep_ == "flat")
        )
        declined = agrees and token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "VERB", "X") and not _quoted(token, head)
        words.append(
            (nominative(token.text, token.pos_, _agreeing(token, head, name), name) if declined else token.text)
            + token.whitespace_
        )
    return " ".join("".join(words).split())


def _agreeing(token: Token, head: Token, name: bool) -> tuple[tuple[str, str], ...]:
    """The token's features; a surname stands in the case and gender of the given name before it."""
    own = token.morph.to_dict()
    if name and token.dep_ == "flat" and head.ent_type_ == "PERSON":
        own |= {k: v for k, v in head.morph.to_dict().items() if k in ("Case", "Gender")}
    return tuple(sorted(own.items()))


def _quoted(token: Token, head: Token) -> bool:
    return token != head and token.i > 0 and token.doc[token.i - 1].text in '«“„"'


def sex_of(tokens: Sequence[Token]) -> str | None:
    """male or female where the forms of a person's name say so; endings of surnames and patronymics weigh most."""
    votes = 0
    for token in tokens:
        word, gender = token.lower_, token.morph.get("Gender", [])
        votes += ("Masc" in gender) - ("Fem" in gender)
        if case(token) == "Nom" and word.endswith(("ова", "ева", "ина", "ская", "вна", "кызы")):
            votes -= 2
    return "male" if votes > 0 else "female" if votes < 0 else None


def names_of(parsed: Parsed) -> tuple[Name, ...]:
    """All names in order, each with the fullest form that the document gives for it."""
    found = []
    for tokens, label in _parted(parsed):
        while tokens and tokens[0].text in QUOTES:
            tokens = tokens[1:]
        while tokens and tokens[-1].text in QUOTES and not any(t.text in '«“„"' for t in tokens[:-1]):
            tokens = tokens[:-1]
        if not tokens:
            continue
        inside = set(tokens)
        head = next((t for t in tokens if t.head == t or t.head not in inside), tokens[0])
        kind = TYPES[label]
        governor = head.head if head.dep_ in ("appos", "flat") else head
        first = tokens[0]
        as_written = (
            len(tokens) > 1
            and case(governor) == "Nom"
            and governor.pos_ == "NOUN"
            and nominative(first.text, first.pos_, features(first), True) == first.text
        )
        text = (
            " ".join(parsed.text(tokens[0].i, tokens[-1].i).split())
            if as_written
            else in_nominative(tokens, head, kind == "person")
        )
        found.append(
            Name(tokens[0].i, tokens[-1].i + 1, head.i, text, kind, sex_of(tokens) if kind == "person" else None)
        )
    return tuple(replace(name, full=_fullest(name, found)) for name in found)


def _parted(parsed: Parsed) -> Iterator[tuple[list[Token], str]]:
    """The names that the tagger found, parted where a nominative follows an oblique case: "друг Серика Ерлан"."""
    for entity in parsed.doc.ents:
        row: list[Token] = []
        for token in entity:
            if (
                len(row) > 1
                and entity.label_ == "PERSON"
                and case(token) == "Nom" != (case(row[-1]) or "Nom")
                and token.head not in row
            ):
                yield row, entity.label_
                row = []
            if not token.is_space:
                row.append(token)
        yield row, entity.label_


def _stem(word: str) -> str:
    """A surname without the ending that tells husband from wife: "назарбаева" and "назарбаев" share theirs."""
    return word.casefold().replace("ё", "е")


def _fullest(name: Name, found: Sequence[Name]) -> str:
    """The longest name of the same type and sex that holds all its words; the first of those."""
    words = {_stem(w) for w in name.text.replace(".", ". ").split()}
    best = name.text
    for other in found:
        theirs = {_stem(w) for w in other.text.split()}
        fits = words < theirs or (len(words) == len(theirs) > 1 and False)
        if name.type == "person" and not fits and "." in name.text:
            fits = _initials(name.text, other.text)
        agree = other.type == name.type and (not name.sex or not other.sex or name.sex == other.sex)
        if fits and agree and len(theirs) > len(best.split()):
            best = other.text
    return best


def _initials(short: str, long: str) -> bool:
    """True for "И. Петров" beside "Иван Петров"."""
    letters = [p for p in short.replace(".", ". ").split() if p.endswith(".")]
    rest = [p for p in short.replace(".", ". ").split() if not p.endswith(".")]
    words = long.split()
    return bool(letters and rest) and rest[-1] in words and words[0] != rest[-1] and words[0].startswith(letters[0][0])


def describable(lemma: str) -> bool:
    """True for nouns such as "банк", "министр" that take a name up when they stand alone."""
    return lemma in nouns()["descriptions"]
