"""How much money, in Russian wording: "2,1 млрд долларов США", "500 тыс. рублей", "€30 млн"."""

# ruff: noqa: E501 (a pattern reads best on one line)
from __future__ import annotations

import re
from functools import lru_cache

from primafacie.model import Amount
from primafacie.values.currencies import ALIASES, CODES, SIGNS
from primafacie.values.money import AmountFind
from primafacie.values.russian.numbers import find_numbers, plain
from primafacie.values.spans import longest

_NOUNS: tuple[tuple[str, str], ...] = (
    (r"канадск\w+ доллар\w*", "CAD"), (r"австралийск\w+ доллар\w*", "AUD"), (r"гонконгск\w+ доллар\w*", "HKD"),
    (r"(?:американск\w+ )?доллар\w*(?: сша)?|долл(?:\.|\b)(?: сша)?|баксов", "USD"), (r"евро\b", "EUR"),
    (r"(?:белорусск\w+ )рубл\w+", "BYN"), (r"(?:российск\w+ )?рубл\w+|руб(?:\.|\b)", "RUB"), (r"тенге\b", "KZT"),
    (r"египетск\w+ фунт\w*", "EGP"), (r"(?:британск\w+ )?фунт\w*(?: стерлингов)?", "GBP"), (r"швейцарск\w+ франк\w*", "CHF"),
    (r"грив(?:ен|н\w+)", "UAH"), (r"(?:киргизск\w+ |кыргызск\w+ )?сомов|сома?\b", "KGS"), (r"(?:узбекск\w+ )?сум(?:ов|а)?\b", "UZS"),
    (r"сомони\b", "TJS"), (r"юан\w+", "CNY"), (r"иен\w?\b", "JPY"), (r"лари\b", "GEL"), (r"драм\w*", "AMD"),
    (r"(?:азербайджанск\w+ )?манат\w*", "AZN"), (r"злот\w+", "PLN"), (r"турецк\w+ лир\w*", "TRY"), (r"дирхам\w*", "AED"),
    (r"шекел\w+", "ILS"), (r"(?:чешск\w+ )крон\w*", "CZK"), (r"рупи\w+", "INR"), (r"ле[йяев]\w*\b", "MDL"),
)  # fmt: skip
_SIGN = "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))
_CODE = "|".join(sorted(CODES))
_AFTER = re.compile(
    rf"[\s\u00a0]?(?:(?P<code>(?:{_CODE})\b)|(?P<sign>{_SIGN})(?!\w)|"
    + "|".join(f"(?P<n{at}>{pattern})" for at, (pattern, _) in enumerate(_NOUNS)) + ")",
    re.IGNORECASE,
)  # fmt: skip
_BEFORE = re.compile(rf"(?:(?<![\w$])(?P<code>{_CODE})|(?<![A-Za-z])(?P<sign>{_SIGN}))[ \u00a0]?$")
_ENDS = re.compile(r"\s*(?:[.,;:)!?»—–]|$)|\s+(?:за|от|из|в|на|и|у|без|по|для|с|через|был\w*|для|со)\b")
_JOIN = re.compile(r"\s?[-–—]\s?|\s+(?:до|и|или)\s+")
_FROM = re.compile(r"\b(?:от|между)\s+$", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:(?:десятки|сотни|десятков|сотен|несколько|десятками|сотнями)\s+)?(?:миллион(?:ы|ов|ами)|миллиард(?:ы|ов|ами)|тысяч[иа]?м?и?)",
    re.IGNORECASE,
)
_GATE = re.compile(rf"{_SIGN}|\b(?:{_CODE})\b|долл|евро|руб|тенге|фунт|грив|сом|сум|юан|иен|лари|драм|манат|злот|лир|дирх|шекел|"
                   r"крон|рупи|франк|ле[йяе]|баксов|мил|млн|млрд|тыс", re.IGNORECASE)  # fmt: skip


def _currency(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("code"):
        return ALIASES.get(groups["code"].upper(), groups["code"].upper())
    if groups.get("sign"):
        return SIGNS.get(groups["sign"])
    return next((code for at, (_, code) in enumerate(_NOUNS) if groups.get(f"n{at}")), None)


@lru_cache(maxsize=64)
def find_amounts(text: str, bare: bool = False) -> tuple[AmountFind, ...]:
    """The amounts of money in a text, in order; a range or a vague amount has no value but keeps its words and bounds.

    With ``bare`` also numbers with a scale word, no currency and nothing counted after them ("за 493 миллиона").
    """
    if not _GATE.search(text):
        return ()
    low = plain(text)
    found: list[AmountFind] = []
    numbers = find_numbers(text)
    skip = -1
    for at, number in enumerate(numbers):
        if at <= skip:
            continue
        start, end, value = number.start, number.end, number.value
        before, after = _BEFORE.search(low, max(0, start - 6), start), _AFTER.match(low, end)
        second = numbers[at + 1] if at + 1 < len(numbers) else None
        if second and _JOIN.fullmatch(low, end, second.start) and (last := _AFTER.match(low, second.end)):
            opened = _FROM.search(low, max(0, start - 8), start)
            if opened or not low[end : second.start].strip().isalpha():
                first = value * second.scale if number.scale == 1 and value < 1000 else value
                begin = opened.start() if opened else start
                words = text[begin : last.end()]
                found.append(
                    AmountFind(
                        begin, last.end(), words, Amount(words, None, _currency(last)), False, first, second.value
                    )
                )
                skip = at + 1
                continue
        if before or after:
            mark = before or after
            assert mark is not None
            currency = _currency(mark)
            start = before.start() if before else start
            end = after.end() if after and not before else end
            found.append(
                AmountFind(start, end, text[start:end], Amount(text[start:end], value, currency), False, value, value)
            )
        elif bare and number.scale >= 1e3 and _ENDS.match(low, end):
            found.append(
                AmountFind(start, end, text[start:end], Amount(text[start:end], value, None), True, value, value)
            )
    for vague in _VAGUE.finditer(low):
        mark = _AFTER.match(low, vague.end())
        if mark and not any(f.start < mark.end() and vague.start() < f.end for f in found):
            words = text[vague.start() : mark.end()]
            found.append(AmountFind(vague.start(), mark.end(), words, Amount(words, None, _currency(mark))))
    return longest(found)
