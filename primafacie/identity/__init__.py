"""Who is who: how a name is read, and how two names or two records are compared, with reasons for and against."""

from primafacie.identity.comparison import MATCH, POSSIBLE, Feature, NameComparison, compare_names
from primafacie.identity.names import Name, Token
from primafacie.identity.profiles import Comparison, compare
from primafacie.identity.reading import read
from primafacie.identity.records import profile

__all__ = [
    "MATCH", "POSSIBLE", "Comparison", "Feature", "Name", "NameComparison", "Token", "compare", "compare_names",
    "profile", "read",
]  # fmt: skip
