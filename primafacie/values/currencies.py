"""Words, signs and codes of money, and the ISO 4217 code that each stands for.

``None`` marks a word that several countries share and that nothing near it settles.
"""

from __future__ import annotations

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
    "₫": "VND", "฿": "THB", "zł": "PLN", "Rs": None, "Fr.": "CHF", "SFr": "CHF",
}  # fmt: skip

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
