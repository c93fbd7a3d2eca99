"""Resolution: who is who. Mentions become entities within and across documents, and every merge can be undone."""

from primafacie.resolution.judgements import standing
from primafacie.resolution.resolve import Resolution, parts, resolve

__all__ = ["Resolution", "parts", "resolve", "standing"]
