"""Resolution: who is who. Mentions become entities within and across documents, and every merge can be undone."""

from primafacie.resolution.resolve import Resolution, resolve

__all__ = ["Resolution", "resolve"]
