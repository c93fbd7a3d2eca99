"""Prima Facie: from what people say to a case that stands.

Every statement of a source becomes an attributed *claim*: who says it, on whose word, about whom, how firmly, in which
words. A claim is never a fact. The flow is the layout of the package::

    sources -> reading -> claims -> resolution -> graph -> findings -> dossier
    bytes      passages   Claim     Entity        Edge     Finding     documents

The public names are few::

    from pathlib import Path
    from primafacie import Case, add, evidence, investigate

    with Case.open(Path("case"), create=True) as case:
        add(case, "interview.txt")     # Added: the Source, or the Problems that kept it out
        investigate(case)              # runs every stage that has something to do
        for finding in evidence(case).findings:
            print(finding.title, finding.against)

``Claim`` and ``Problem`` are the records to know first; all others are in ``primafacie.model``.
"""

from __future__ import annotations

from primafacie.case import Case
from primafacie.intake import add
from primafacie.model import Claim, Problem
from primafacie.pipeline import evidence, investigate
from primafacie.versions import VERSION as __version__

__all__ = ["Case", "Claim", "Problem", "__version__", "add", "evidence", "investigate"]

