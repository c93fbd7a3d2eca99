"""Words, signs and codes of money, and the ISO 4217 code that each stands for.

``None`` marks a word that several countries share and that nothing near it settles.
"""

from __future__ import annotations

import re

from primafacie.values.words import words

CODES = words(
    "USD EUR GBP CHF JPY CNY RMB RUB RUR KZT UAH BYN BYR UZS KGS TJS TMT AZN AMD GEL MDL PLN CZK HUF RON BGN RSD HRK "
    "BAM "
    "MKD SEK NOK DKK ISK TRY ILS SAR AED QAR KWD BHD OMR IRR IQD SYP LBP JOD YER EGP LYD TND DZD MAD SDG NGN GHS KES "
    "UGX "
    "TZS ETB ZAR ZMW AOA MZN XOF XAF CDF RWF SOS INR PKR BDT LKR NPR AFN MMK THB VND IDR MYR SGD PHP KRW KPW TWD HKD "
    "MOP "
    "CAD AUD NZD BRL MXN ARS CLP COP PEN VES VEF BOB PYG UYU GTQ HNL NIO CRC DOP CUP JMD HTG TTD BBD BSD DEM FRF ITL"
)
ALIASES = {"RMB": "CNY", "RUR": "RUB"}
"""Codes in use that are not, or no longer, in the standard."""

SIGNS = {
    "US$": "USD", "U.S.$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "HK$": "HKD", "NZ$": "NZD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "¥": None, "₽": "RUB",
    "₸": "KZT", "₴": "UAH", "₺": "TRY", "₹": "INR", "₪": "ILS", "₩": "KRW", "₦": "NGN", "₾": "GEL", "₼": "AZN",
    "₫": "VND", "฿": "THB", "zł": "PLN", "Rs": None, "Rs.": None, "Fr.": "CHF", "SFr": "CHF", "₱": "PHP",
    "SKr": "SEK", "Skr": "SEK", "NKr": "NOK", "Nkr": "NOK", "DKr": "DKK", "Dkr": "DKK", "Can$": "CAD", "Cdn$": "CAD",
    "J$": "JMD", "TT$": "TTD", "KSh": "KES", "Ksh": "KES", "KShs": "KES", "Kshs": "KES", "Kshs.": "KES", "USh": "UGX",
    "Ush": "UGX", "TSh": "TZS", "Tsh": "TZS", "Sh": None, "Shs": None, "Rp": "IDR", "RM": "MYR", "Tk": "BDT",
    "Bt": "THB", "Ft": "HUF", "Kc": "CZK", "Kč": "CZK", "FCFA": "XOF", "CFA": "XOF", "Dh": "AED", "Dhs": "AED",
    "SR": "SAR", "KD": "KWD", "BD": "BHD", "QR": "QAR", "LE": "EGP", "Rmb": "CNY", "Ps": None, "DM": "DEM",
    "FFr": "FRF", "Php": "PHP", "GH¢": "GHS", "GH₵": "GHS",
}  # fmt: skip
LETTERS = {"R": "ZAR", "N": "NGN", "P": "PHP", "W": "KRW"}
"""Single letters that stand for a currency only right before a figure with a scale word: "R2.5 billion"."""
UNSURE = frozenset("BD Bt CFA Dh DM Ft KD Kc LE Ps QR RM Rp SR Sh Tk".split())
"""Short forms that are other words as well, so that a blank and a small figure after them are no money: "Ft 12"."""
INDIAN = frozenset({1e5, 1e7})
"""Lakh and crore: rupees counted so are taken for Indian ones."""

WORDS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound sterling": "GBP", "pounds sterling": "GBP", "sterling": "GBP",
    "pound": "GBP", "quid": "GBP", "zloty": "PLN", "złoty": "PLN", "zlotych": "PLN", "złotych": "PLN", "złote": "PLN",
    "ruble": "RUB", "rouble": "RUB", "tenge": "KZT", "hryvnia": "UAH", "hryvnya": "UAH", "hryvna": "UAH", "franc": None,
    "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "rupee": None, "lira": "TRY", "liras": "TRY", "rand": "ZAR",
    "reais": "BRL", "peso": None, "dinar": None, "dirham": "AED", "riyal": "SAR", "rial": "IRR", "shekel": "ILS",
    "kronor": "SEK", "kroner": None, "krone": None, "krona": None, "koruna": "CZK", "crown": "CZK", "forint": "HUF",
    "leu": "RON", "lei": "RON", "lev": "BGN", "leva": "BGN", "lari": "GEL", "dram": "AMD", "manat": "AZN", "som": "KGS",
    "soum": "UZS", "somoni": "TJS", "kyat": "MMK", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND",
    "naira": "NGN", "cedi": "GHS", "birr": "ETB", "kwanza": "AOA", "taka": "BDT", "afghani": "AFN", "bolivar": "VES",
    "bolívar": "VES", "quetzal": "GTQ", "quetzales": "GTQ", "lempira": "HNL", "cordoba": "NIO", "córdoba": "NIO",
    "kuna": "HRK", "shilling": None, "won": "KRW", "deutschmark": "DEM", "deutsche mark": "DEM",
}  # fmt: skip

_BY_COUNTRY = {
    "dollar": {"us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD",
        "hong kong": "HKD", "singapore": "SGD", "new zealand": "NZD", "taiwan": "TWD", "taiwanese": "TWD",
        "jamaican": "JMD", "bahamian": "BSD", "zimbabwean": "ZWG"},
    "pound": {"british": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG"},
    "franc": {"swiss": "CHF", "cfa": "XOF", "french": "FRF", "congolese": "CDF", "rwandan": "RWF"},
    "ruble": {"russian": "RUB", "belarusian": "BYN"},
    "rouble": {"russian": "RUB", "belarusian": "BYN"},
    "rupee": {"indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "nepalese": "NPR"},
    "lira": {"turkish": "TRY", "italian": "ITL", "syrian": "SYP", "lebanese": "LBP"},
    "peso": {"mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "colombian": "COP", "chilean": "CLP",
        "cuban": "CUP"},
    "dinar": {"kuwaiti": "KWD", "iraqi": "IQD", "serbian": "RSD", "libyan": "LYD", "tunisian": "TND",
        "algerian": "DZD", "bahraini": "BHD", "jordanian": "JOD"},
    "dirham": {"emirati": "AED", "uae": "AED", "moroccan": "MAD"},
    "riyal": {"saudi": "SAR", "qatari": "QAR", "yemeni": "YER"},
    "rial": {"yemeni": "YER", "iranian": "IRR", "omani": "OMR"},
    "shekel": {"israeli": "ILS"},
    "krona": {"swedish": "SEK", "icelandic": "ISK"},
    "kronor": {"swedish": "SEK"},
    "krone": {"danish": "DKK", "norwegian": "NOK"},
    "kroner": {"danish": "DKK", "norwegian": "NOK"},
    "koruna": {"czech": "CZK"},
    "crown": {"czech": "CZK"},
    "leu": {"romanian": "RON", "moldovan": "MDL"},
    "lei": {"romanian": "RON", "moldovan": "MDL"},
    "lev": {"bulgarian": "BGN"},
    "leva": {"bulgarian": "BGN"},
    "manat": {"azerbaijani": "AZN", "turkmen": "TMT"},
    "som": {"kyrgyz": "KGS", "uzbek": "UZS"},
    "sum": {"uzbek": "UZS"},
    "soum": {"uzbek": "UZS"},
    "somoni": {"tajik": "TJS"},
    "won": {"south korean": "KRW", "korean": "KRW"},
    "shilling": {"kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS"},
    "real": {"brazilian": "BRL"},
    "reais": {"brazilian": "BRL"},
    "tenge": {"kazakh": "KZT", "kazakhstani": "KZT"},
    "hryvnia": {"ukrainian": "UAH"},
    "zloty": {"polish": "PLN"},
    "złoty": {"polish": "PLN"},
    "yuan": {"chinese": "CNY"},
    "yen": {"japanese": "JPY"},
    "mark": {"german": "DEM", "deutsche": "DEM"},
    "forint": {"hungarian": "HUF"},
}  # fmt: skip
QUALIFIED = {(adjective, noun): code for noun, codes in _BY_COUNTRY.items() for adjective, code in codes.items()}

SHARED = {
    "krone": "NOK DKK", "kroner": "NOK DKK", "krona": "SEK ISK", "crown": "CZK NOK DKK SEK ISK",
    "shilling": "KES UGX TZS SOS", "sh": "KES UGX TZS SOS", "shs": "KES UGX TZS SOS", "rupee": "INR PKR LKR NPR",
    "rs": "INR PKR LKR NPR", "rs.": "INR PKR LKR NPR", "peso": "MXN PHP ARS COP CLP CUP UYU DOP",
    "ps": "MXN PHP ARS COP CLP CUP UYU DOP", "dinar": "KWD IQD RSD LYD TND DZD BHD JOD", "¥": "JPY CNY",
    "franc": "CHF XOF XAF CDF RWF FRF", "riyal": "SAR QAR YER", "rial": "IRR OMR YER", "dirham": "AED MAD",
}  # fmt: skip
"""Words and signs that several countries use for their money -> the codes between which the text may decide."""
UNSETTLED = (None, "CZK")
"""What an amount in a shared currency is taken for until the text is asked: crowns are Czech unless others are near."""
_LANDS = {
    "NOK": "Norw|Oslo", "DKK": "Denmark|Danish|Dane|Copenhagen", "SEK": "Swed|Stockholm", "ISK": "Iceland|Reykjav",
    "CZK": "Czech|Prague", "KES": "Kenya|Nairobi|Mombasa", "UGX": "Uganda|Kampala", "TZS": "Tanzania|Dar es Salaam",
    "SOS": "Somali|Mogadishu", "INR": "India|Mumbai|Delhi", "PKR": "Pakistan|Karachi|Lahore|Islamabad",
    "LKR": "Sri Lanka|Colombo", "NPR": "Nepal|Kathmandu", "MXN": "Mexic", "PHP": "Philippin|Filipino|Manila",
    "ARS": "Argentin|Buenos Aires", "COP": "Colombian?|Bogot", "CLP": "Chile|Santiago", "CUP": "Cuba|Havana",
    "UYU": "Uruguay|Montevideo", "DOP": "Dominican", "KWD": "Kuwait", "IQD": "Iraq|Baghdad", "RSD": "Serbia|Belgrade",
    "LYD": "Libya|Tripoli", "TND": "Tunis", "DZD": "Algeria|Algiers", "BHD": "Bahrain|Manama", "JOD": "Jordan|Amman",
    "JPY": "Japan|Tokyo", "CNY": "China|Chinese|Beijing|Shanghai", "CHF": "Swiss|Switzerland|Zurich|Geneva|Bern",
    "XOF": "Senegal|Ivory Coast|Ivorian|Burkina|Mali(?:an)?|Niger(?:ien)?|Togo|Benin|Dakar|Abidjan",
    "XAF": "Cameroon|Chad(?:ian)?|Gabon|Yaound|Libreville", "CDF": "Congo|Kinshasa", "RWF": "Rwanda|Kigali",
    "FRF": "France|French|Paris", "SAR": "Saudi|Riyadh", "QAR": "Qatar|Doha", "YER": "Yemen|Sanaa",
    "AED": "Emirat|UAE|Dubai", "MAD": "Morocc|Rabat", "IRR": "Iran|Tehran", "OMR": "Oman|Muscat",
}  # fmt: skip


def settled(amount: str, text: str) -> str | None:
    """The code of a currency word in an amount that several countries share, where the text names only one of them.

    >>> settled("1.9 billion crowns", "Norwegian salmon farmer Fjordlaks paid 1.9 billion crowns.")
    'NOK'
    """
    words = re.findall(r"¥|[a-z]+\.?", amount.casefold())
    codes = next((SHARED[form] for word in words for form in (word, word.removesuffix("s")) if form in SHARED), "")
    named = [code for code in codes.split() if re.search(rf"\b(?:{_LANDS[code]})", text)]
    return named[0] if len(named) == 1 else None


def code_of(word: str, qualifier: str = "") -> str | None:
    """The ISO 4217 code of a currency word with its adjective ("Swiss", "francs"); None where nothing settles it."""
    word, qualifier = word.casefold(), " ".join(qualifier.casefold().split())
    if qualifier == "us" or qualifier == "u.s":
        qualifier = "us"
    for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("s") + "y"):
        if qualifier and (qualifier, form) in QUALIFIED:
            return QUALIFIED[qualifier, form]
        if form in WORDS:
            return WORDS[form]
    return None
