"""The name index: every word of every listed name in arrays, built in seconds, mapped in milliseconds.

    Index.build(editions)   over all lists at once
    index.search(profile)   the entries that a name may be, for the comparison to decide
"""

from primafacie.screening.index.index import Candidate, Index
from primafacie.screening.index.storage import Damaged

__all__ = ["Candidate", "Damaged", "Index"]
