"""Names of people and organisations: what belongs to a name. Whether two are one, ``primafacie.identity`` says."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from primafacie.values.words import words

TITLES = words(
    "mr mrs ms mx miss messrs dr prof professor sir dame lord lady baron baroness count countess madam madame monsieur "
    "signor signora herr frau president vice-president vice premier prime minister ministers deputy first chief "
    "secretary "
    "secretary-general undersecretary assistant foreign interior defense defence finance senator sen representative "
    "rep "
    "congressman congresswoman mp member ambassador envoy special consul judge justice king queen prince princess "
    "crown "
    "emir sultan sheikh sheik shaykh ayatollah imam mullah pope bishop archbishop cardinal father rabbi reverend rev "
    "chancellor mayor governor gov captain capt lieutenant lt sergeant sgt major maj brigadier brig general gen "
    "colonel "
    "col admiral adm commander cmdr corporal cpl private officer inspector attorney prosecutor former ex ex-president "
    "ex-minister acting late then current new chairman chairwoman chair chairperson ceo director spokesman spokeswoman "
    "spokesperson speaker oligarch businessman businesswoman tycoon billionaire magnate banker dictator tyrant "
    "dissident "
    "journalist lawyer activist im gm akim hajji haji comrade counselor counsellor commissioner dean provost"
)
"""Words before a name that are no part of it; lower case, without the point."""

_AFTER = words("jr sr ii iii iv phd md mp mep kc qc esq cbe obe mbe kcmg usmc ret")
LEGAL_FORMS = words(
    "ltd limited llc llp lp plc inc incorporated corp corporation co company jsc ojsc cjsc pjsc oao ooo zao pao ao too "
    "gmbh mbh kg ag se sa sas sarl spa srl nv bv cv kft zrt nyrt bt doo ad ead eood ood as a/s aps ab oy oyj asa spzoo "
    "sro pty pte sdn bhd fze fzco fzc dmcc kk lda ltda sl slu eirl ua tov dd scsp sicav trust"
)
"""Legal forms at the end (or, for Cyrillic usage, at the start) of a company's name; lower case, points taken out."""

_PARTICLES = words(
    "al el ul ad an as ar bin ibn bint ben abu de del della di da dos du la le van von der den zu of the"
)
_ONE = "абвгдеёзийклмнопрстуфъыьэіїєґәғқңөұүһўј"
_FOR_ONE = (*"abvgdeeziyklmnoprstuf", "", "y", "", *"eiiegagknouuhuj")
_MANY = {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ђ": "dj", "ћ": "c",
         "љ": "lj", "њ": "nj", "џ": "dz"}  # fmt: skip
_CYRILLIC = dict(zip(_ONE, _FOR_ONE, strict=True)) | _MANY
_LATIN = {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ə": "a"}
_LETTERS = str.maketrans(_CYRILLIC | _LATIN)
_APOSTROPHES = re.compile("['’‘ʼʻʿʾ`´′]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_EDGES = "\"“”„«»‹›‘’'()[]{}<>,;:.!?*_ \t\r\n\u00a0"
_NOT_NAME = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|their|its|my|your|our)\s+", re.IGNORECASE)


def bare_name(text: str) -> str:
    """The name without quotation marks, brackets, a leading article and a possessive ending; as written otherwise."""
    text = " ".join(text.split()).strip(_EDGES)
    text = _POSSESSIVE.sub("", text).strip(_EDGES)
    return _ARTICLE.sub("", text).strip(_EDGES)


def strip_titles(text: str) -> str:
    """The name without titles before it and honours after it: "Gen. Ahmad Rahimi, MP" is "Ahmad Rahimi".

    A text that is nothing but titles comes back whole.
    """
    words = bare_name(text).split()
    first, last = 0, len(words)
    while first < last and words[first].strip(_EDGES).casefold() in TITLES:
        first += 1
        if first < last and words[first].casefold() == "of" and first + 1 < last:
            # "Secretary of State Jane Doe", "Minister of Defence John Roe"
            known = words[first + 1].casefold().strip(",") in {
                "state",
                "defense",
                "defence",
                "finance",
                "justice",
                "economy",
                "the",
            }
            first += 2 if known and first + 2 < last else 0
            if not known:
                first -= 1
                break
    while last > first and _APOSTROPHES.sub("", words[last - 1]).replace(".", "").strip(_EDGES).casefold() in _AFTER:
        last -= 1
    return " ".join(words[first:last]).strip(" ,") or bare_name(text)


def strip_legal_form(text: str) -> str:
    """The organisation's name without its legal form: "Acme Kft." is "Acme"; nothing but forms comes back whole."""
    words = bare_name(text).replace(" & Co", "").split()
    first, last = 0, len(words)

    def form(word: str) -> bool:
        return word.replace(".", "").strip(_EDGES).casefold() in LEGAL_FORMS

    while last > 1 and form(words[last - 1]):
        last -= 1
    while first < last - 1 and form(words[first]) and words[first].isupper():
        first += 1
    return " ".join(words[first:last]).strip(" ,") or bare_name(text)


def _ascii(text: str) -> str:
    if not text.isascii():
        # Letters first: "й" and "ї" would lose their marks to the decomposition.
        text = text.casefold().translate(_LETTERS)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).translate(
            _LETTERS
        )
    if not text.isascii():
        text = anyascii(text)
    return text.casefold()


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """The name for comparing: Latin letters and figures in lower case, one blank between words; may be empty."""
    return _NOT_NAME.sub(" ", _ascii(_APOSTROPHES.sub("", bare_name(text)))).strip()


def name_tokens(text: str) -> tuple[str, ...]:
    """The words of the key without titles, particles and legal forms; all of its words where nothing else is left."""
    words = name_key(strip_legal_form(strip_titles(text))).split()
    kept = tuple(w for w in words if w not in _PARTICLES and w not in LEGAL_FORMS)
    return kept or tuple(words)
