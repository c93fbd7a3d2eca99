"""How checks write money, shares, dates and numbers of people: one wording for all findings."""

from __future__ import annotations

from collections.abc import Iterable, Sized

from primafacie.model import Amount, Claim, Count, DateRange, Share

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """2.1e9 as "2.1 billion", 493e6 as "493 million", 26 as "26"; at most three digits after the point."""
    for size, word in SCALES:
        if abs(value) >= size:
            return f"{_short(value / size)} {word}"
    return _short(value)


def _short(value: float) -> str:
    text = f"{value:,.3f}".rstrip("0").rstrip(".")
    return text or "0"


def rough(value: float) -> str:
    """A difference said no more precisely than two figures carry: 1.607e9 as "1.6 billion"."""
    for size, word in SCALES:
        if abs(value) >= size:
            scaled = value / size
            return f"{scaled:.1f} {word}" if abs(scaled) < 10 else f"{scaled:,.0f} {word}"
    return f"{value:,.0f}"


def money(amount: Amount) -> str:
    """"USD 2.1 billion"; the words of the text where no value could be read."""
    if amount.value is None:
        return amount.text
    figure = number(amount.value)
    return f"{amount.currency} {figure}" if amount.currency else f"{figure} (currency not given)"


def stake(share: Share) -> str:
    if share.low is None and share.high is None:
        return share.text
    if share.low == share.high or share.high is None or share.low is None:
        bound = share.low if share.low is not None else share.high
        prefix = "" if share.low == share.high else "at least " if share.high is None else "at most "
        return f"{prefix}{bound:g} %"
    return f"{share.low:g} to {share.high:g} %"


def people(count: Count) -> str:
    """The words of the text and the range they stand for: "hundreds" (200 to 999)."""
    low, high = count.low, count.high
    if low is None and high is None:
        return f"“{count.text}”"
    if low == high:
        span = f"{low:,}"
    elif high is None:
        span = f"{low:,} or more"
    else:
        span = f"up to {high:,}" if low is None else f"{low:,} to {high:,}"
    return span if count.text.strip() == span else f"“{count.text}” ({span})"


def day(iso: str) -> str:
    """"2013-05-29" as "29 May 2013", "2013-05" as "May 2013", "2013" as it is."""
    parts = iso[:10].split("-")
    if len(parts) == 1 or not all(p.isdigit() for p in parts) or not 1 <= int(parts[1]) <= 12:
        return iso
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def when(date: DateRange | None) -> str:
    """" in 2007", " on 29 May 2013", " between 2007 and 2009"; empty where there is no date."""
    if date is None or not (date.start or date.end):
        return ""
    if not date.start:
        return f" by {day(date.end or '')}"
    if not date.end:
        return f" since {day(date.start)}"
    if date.start == date.end:
        return f" {'on' if len(date.start) >= 10 else 'in'} {day(date.start)}"
    return f" between {day(date.start)} and {day(date.end)}"


def times(number: int, one: str, many: str | None = None) -> str:
    """"1 claim", "3 claims"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


LONGEST_QUOTE = 280
"""Characters of a quote inside a sentence; the whole of it is a footnote in the dossier."""
LONGEST_RECORD = 80
"""The same for a record of data, whose first words tell which one it is."""


def cited(claim: Claim) -> str:
    """The words of a claim in quotation marks, on one line, cut at a word where they are long."""
    words = " ".join(claim.quote.text.split())
    longest = LONGEST_RECORD if words.startswith("{") else LONGEST_QUOTE
    if len(words) > longest:
        words = words[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return f"“{words}”"


MOST = 8
"""Names or sentences in one list; a reader of a large case is told how many more there are."""


def several(items: Iterable[str], most: int = MOST, what: str = "others") -> str:
    """"A, B and C"; "A, B and 14 others" where there are more than ``most``."""
    parts = list(dict.fromkeys(items))
    if len(parts) <= most + 1:
        return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
    return f"{', '.join(parts[:most])} and {len(parts) - most} {what}"


def sentences(items: Iterable[str], most: int = MOST, what: str = "more statements") -> str:
    """"One; two; three; and 14 more statements"."""
    parts = list(dict.fromkeys(items))
    left = len(parts) - most
    return "; ".join(parts if left <= 1 else [*parts[:most], f"and {left} {what}"])


def says(voices: Sized) -> str:
    """"says" of one voice, "say" of several."""
    return "says" if len(voices) == 1 else "say"
