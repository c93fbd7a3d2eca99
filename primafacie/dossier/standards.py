"""What each addressee of a dossier asks for: standards of proof, and the words of likelihood that analysts use."""

from __future__ import annotations

from typing import NamedTuple


class Standard(NamedTuple):
    """Who decides on what measure, the standard in the words of its source, and that source."""

    authority: str
    measure: str
    standard: str
    source: str


STANDARDS: tuple[Standard, ...] = (
    Standard("United States: Treasury (OFAC) with the Department of State", "asset freeze and visa ban",
             "“credible evidence” by the Act; in practice “reason to believe”. The decision is discretionary",
             "Global Magnitsky Human Rights Accountability Act, Pub. L. 114-328, section 1263; Executive Order 13818"),
    Standard("United States: Department of State", "visa ban on officials and their immediate family",
             "“credible information”", "section 7031(c) of the annual appropriations acts"),
    Standard("United Kingdom: Foreign Secretary", "asset freeze and travel ban",
             "“reasonable grounds to suspect”, and that designation is appropriate",
             "Sanctions and Anti-Money Laundering Act 2018, section 11; Global Human Rights Sanctions Regulations "
             "2020; Global Anti-Corruption Sanctions Regulations 2021"),
    Standard("European Union: Council", "asset freeze and travel ban; no limb for corruption in the regime named",
             "a “sufficiently solid factual basis”, reviewed in full by the Court",
             "Regulation (EU) 2020/1998; Court of Justice, joined cases C-584/10 P, C-593/10 P, C-595/10 P (Kadi II)"),
    Standard("United Nations: commissions of inquiry", "findings of fact and of responsibility",
             "“reasonable grounds to believe”", "OHCHR, Who’s responsible?, HR/PUB/18/3"),
    Standard("Courts", "judgment", "balance of probabilities or clear and convincing evidence in civil matters, beyond "
             "reasonable doubt in criminal ones", "the law of the court that is asked"),
)  # fmt: skip
LADDER = ("reasonable suspicion", "reasonable grounds to believe", "balance of probabilities",
          "clear and convincing evidence", "beyond reasonable doubt")  # fmt: skip
"""From the lowest to the highest, as OHCHR orders them."""
LIKELIHOOD: tuple[tuple[str, str], ...] = (
    ("almost no chance", "1–5 %"), ("very unlikely", "5–20 %"), ("unlikely", "20–45 %"),
    ("roughly even chance", "45–55 %"), ("likely", "55–80 %"), ("very likely", "80–95 %"),
    ("almost certain", "95–99 %"),
)  # fmt: skip
"""US Intelligence Community Directive 203, Analytic Standards: for an analyst's own judgements only."""
