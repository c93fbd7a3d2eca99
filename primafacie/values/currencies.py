"""Words, signs and codes of money, and the ISO 4217 code that each stands for.

``None`` marks a word that several countries share and that nothing near it settles.
"""

from __future__ import annotations

CODES = frozenset(
    "USD EUR GBP CHF JPY CNY RMB RUB RUR KZT UAH BYN BYR UZS KGS TJS TMT AZN AMD GEL MDL PLN CZK HUF RON BGN RSD HRK BAM "
    "MKD SEK NOK DKK ISK TRY ILS SAR AED QAR KWD BHD OMR IRR IQD SYP LBP JOD YER EGP LYD TND DZD MAD SDG NGN GHS KES UGX "
    "TZS ETB ZAR ZMW AOA MZN XOF XAF CDF RWF SOS INR PKR BDT LKR NPR AFN MMK THB VND IDR MYR SGD PHP KRW KPW TWD HKD MOP "
    "CAD AUD NZD BRL MXN ARS CLP COP PEN VES VEF BOB PYG UYU GTQ HNL NIO CRC DOP CUP JMD HTG TTD BBD BSD DEM FRF ITL".split()
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

QUALIFIED = {
    ("us", "dollar"): "USD", ("u.s.", "dollar"): "USD", ("american", "dollar"): "USD", ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD", ("hong kong", "dollar"): "HKD", ("singapore", "dollar"): "SGD",
    ("new zealand", "dollar"): "NZD", ("taiwan", "dollar"): "TWD", ("taiwanese", "dollar"): "TWD",
    ("jamaican", "dollar"): "JMD", ("bahamian", "dollar"): "BSD", ("zimbabwean", "dollar"): "ZWG",
    ("british", "pound"): "GBP", ("egyptian", "pound"): "EGP", ("lebanese", "pound"): "LBP", ("syrian", "pound"): "SYP",
    ("sudanese", "pound"): "SDG", ("swiss", "franc"): "CHF", ("cfa", "franc"): "XOF", ("french", "franc"): "FRF",
    ("congolese", "franc"): "CDF", ("rwandan", "franc"): "RWF", ("russian", "ruble"): "RUB", ("russian", "rouble"): "RUB",
    ("belarusian", "ruble"): "BYN", ("belarusian", "rouble"): "BYN", ("indian", "rupee"): "INR",
    ("pakistani", "rupee"): "PKR", ("sri lankan", "rupee"): "LKR", ("nepalese", "rupee"): "NPR", ("turkish", "lira"): "TRY",
    ("italian", "lira"): "ITL", ("syrian", "lira"): "SYP", ("lebanese", "lira"): "LBP", ("mexican", "peso"): "MXN",
    ("philippine", "peso"): "PHP", ("argentine", "peso"): "ARS", ("colombian", "peso"): "COP", ("chilean", "peso"): "CLP",
    ("cuban", "peso"): "CUP", ("kuwaiti", "dinar"): "KWD", ("iraqi", "dinar"): "IQD", ("serbian", "dinar"): "RSD",
    ("libyan", "dinar"): "LYD", ("tunisian", "dinar"): "TND", ("algerian", "dinar"): "DZD", ("bahraini", "dinar"): "BHD",
    ("jordanian", "dinar"): "JOD", ("emirati", "dirham"): "AED", ("uae", "dirham"): "AED", ("moroccan", "dirham"): "MAD",
    ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("yemeni", "riyal"): "YER", ("yemeni", "rial"): "YER",
    ("iranian", "rial"): "IRR", ("omani", "rial"): "OMR", ("israeli", "shekel"): "ILS", ("swedish", "krona"): "SEK",
    ("swedish", "kronor"): "SEK", ("danish", "krone"): "DKK", ("danish", "kroner"): "DKK", ("norwegian", "krone"): "NOK",
    ("norwegian", "kroner"): "NOK", ("icelandic", "krona"): "ISK", ("czech", "koruna"): "CZK", ("czech", "crown"): "CZK",
    ("romanian", "leu"): "RON", ("romanian", "lei"): "RON", ("moldovan", "leu"): "MDL", ("moldovan", "lei"): "MDL",
    ("bulgarian", "lev"): "BGN", ("bulgarian", "leva"): "BGN", ("azerbaijani", "manat"): "AZN",
    ("turkmen", "manat"): "TMT", ("kyrgyz", "som"): "KGS", ("uzbek", "sum"): "UZS", ("uzbek", "som"): "UZS",
    ("uzbek", "soum"): "UZS", ("tajik", "somoni"): "TJS", ("south korean", "won"): "KRW", ("korean", "won"): "KRW",
    ("kenyan", "shilling"): "KES", ("ugandan", "shilling"): "UGX", ("tanzanian", "shilling"): "TZS",
    ("somali", "shilling"): "SOS", ("brazilian", "real"): "BRL", ("brazilian", "reais"): "BRL",
    ("kazakh", "tenge"): "KZT", ("kazakhstani", "tenge"): "KZT", ("ukrainian", "hryvnia"): "UAH",
    ("polish", "zloty"): "PLN", ("polish", "złoty"): "PLN", ("chinese", "yuan"): "CNY", ("japanese", "yen"): "JPY",
    ("german", "mark"): "DEM", ("deutsche", "mark"): "DEM", ("hungarian", "forint"): "HUF",
}  # fmt: skip


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
