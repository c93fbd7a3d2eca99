"""Names the fillers of a role inside a sentence: with article, with the entity in brackets, or as not named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Indel

from primafacie.dossier.lettering import isolate
from primafacie.dossier.numbers import people
from primafacie.model import Claim, Filler

_DETERMINED = re.compile(r"(?:the|a|an|all|all the|some|several|many|its|their)\s+", re.IGNORECASE)
_SINGULAR = ("crowd", "regime", "group", "government", "army", "mob", "clan", "family", "state", "party", "bank")
"""Groups that English counts as one."""
_PLURAL = ("police", "authorities", "security forces", "troops")
_NO = re.compile(r"no\s+", re.IGNORECASE)
"""A denied claim keeps the words of its denial: "no sanctions" would be denied twice."""
_NUMBERS = (
    "dozens",
    "hundreds",
    "thousands",
    "scores",
    "many",
    "several",
    "some",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "fifty",
    "hundred",
)
SPELLING = 0.8
"""From this likeness on (Indel, 0..1) a name is the entity's in another spelling, without brackets."""
_THE_DEAD = re.compile(r"(?:the )?(?:deaths?|dead|victims?|casualties|them|they|bodies)\Z", re.IGNORECASE)
"""Words that only say that people were harmed: "hundreds of deaths were killed" is nobody's sentence."""
_VOWEL = re.compile(r"(?!(?:uni|use|eu|one))[aeiou]", re.IGNORECASE)


def name(filler: Filler, names: Mapping[str, str]) -> str:
    """The filler as the sentence says it.

    The article of the text comes along ("the police"). Where the entity bears quite another name than the words, the
    name follows in square brackets, as an editor's addition: "the chairman [Anna Weiss]".
    """
    text = _NO.sub("", filler.text.strip() or filler.mention.strip()) or "somebody not named"
    mention = _NO.sub("", filler.mention.strip())
    determined = _DETERMINED.match(mention)
    if determined and mention[determined.end() :].casefold() == text.casefold():
        text = mention[0].lower() + mention[1:]
    elif _DETERMINED.match(text):
        text = text[0].lower() + text[1:]
    elif text in _SINGULAR or text in _PLURAL:
        text = f"the {text}"
    known = names.get(filler.entity or "", "").strip()
    if not known or known.casefold() in text.casefold():
        return isolate(text)
    if text.casefold() in known.casefold():
        return isolate(known)
    if Indel.normalized_similarity(text.casefold(), known.casefold()) >= SPELLING:
        return isolate(text)
    return f"{isolate(text)} [{isolate(known)}]"


def listing(items: Iterable[str]) -> str:
    """Such as "a", "a and b", "a, b and c"."""
    parts = list(dict.fromkeys(items))
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def many(fillers: Iterable[Filler]) -> bool:
    """Whether English counts these fillers as more than one."""
    group = list(fillers)
    if len(group) != 1:
        return len(group) > 1
    text = group[0].text.strip()
    if not text or not text.split()[-1].islower() or re.match(r"an? ", group[0].mention.lower()):
        return False
    last = text.split(" of ")[0].split()[-1]
    return last in ("people", "police", "men", "women", "children") or last.endswith("men") or (
        last.endswith("s") and not last.endswith("ss") and last not in _SINGULAR
    )  # fmt: skip


def article(noun: str) -> str:
    """The noun with "a" or "an" before it, unless it has a determiner."""
    if _DETERMINED.match(noun):
        return noun
    return f"{'an' if _VOWEL.match(noun) else 'a'} {noun}"


def named(claim: Claim, role: str, names: Mapping[str, str]) -> str:
    """All fillers of the role as one phrase; empty where there is none."""
    return listing(name(filler, names) for filler in claim.fillers(role))


def quoted(claim: Claim, role: str) -> str:
    """The words of a text role in quotation marks: a wrong or a demand is always said in the words of the source."""
    return listing(f"“{isolate((f.text or f.mention).strip())}”" for f in claim.fillers(role))


def _inside(words: str) -> str:
    """Words that stood at the start of a sentence ("Hundreds of people"), as they stand inside one."""
    first, _, rest = words.partition(" ")
    if first.casefold() in _NUMBERS and rest == rest.lower():
        return words.lower()
    return words


def crowd(claim: Claim, role: str, names: Mapping[str, str]) -> tuple[str, bool]:
    """Whom and how many, and whether that is plural: "at least fifty people", "hundreds of people", "A and B (two)"."""
    fillers = claim.fillers(role)
    phrase = named(claim, role, names)
    if _THE_DEAD.match(phrase):
        phrase = "people" if claim.count else "people not named"
    if claim.count is None:
        return phrase, many(fillers)
    size, phrase = _inside(people(claim.count)), _inside(phrase)
    plural = not (claim.count.low == claim.count.high == 1)
    if not phrase:
        return size if re.search(r"[^\W\d_]+\s+[^\W\d_]{4,}\Z", size) else f"{size} (as said)", plural
    if phrase.casefold() in size.casefold():
        return size, plural
    if size.casefold() in phrase.casefold():
        return phrase, plural
    if len(fillers) == 1 and phrase == phrase.lower():
        bare = _DETERMINED.sub("", phrase, count=1) if _DETERMINED.match(phrase) else phrase
        return f"{size} of {phrase}" if re.search(r"(?:hundreds|thousands|dozens|scores|tens|number)\Z", size) else (
            f"{size} {bare}"
        ), plural
    return f"{phrase} ({size})", plural or many(fillers)
