"""The nouns of the product: frozen records that every stage takes and returns.

Offsets are characters (Unicode code points) of ``Source.text``, half-open. Dates are ISO 8601 strings as
precise as the words they were read from: "2007", "2013-05" or "2013-05-29". Ids are lower-case hex digests,
so the same input gives the same id on every machine.
"""

from primafacie.model.case import Control, Edge, Entity, Evidence, Finding, Grade, Judgement
from primafacie.model.claims import REVIEWS, STANCES, Amount, Claim, Count, DateRange, Filler, Order, Quote, Share
from primafacie.model.documents import Passage, Problem, Quotation, Source
from primafacie.model.ids import digest
from primafacie.model.lists import STANDINGS, VERDICTS, Hit, Listing, Profile, SanctionsList, Standing

__all__ = [
    "REVIEWS", "STANCES", "STANDINGS", "VERDICTS", "Amount", "Claim", "Control", "Count", "DateRange", "Edge", "Entity",
    "Evidence", "Filler", "Finding", "Grade", "Hit", "Judgement", "Listing", "Order", "Passage", "Problem", "Profile",
    "Quotation", "Quote", "SanctionsList", "Share", "Source", "Standing", "digest",
]  # fmt: skip
