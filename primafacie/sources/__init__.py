"""1. Where from: bytes -> Source. One loader a format; originals archived; every step in the custody log.

``load`` reads one file; ``LOADERS`` lists the formats. ``archive.Archive`` keeps the original bytes,
``custody.CustodyLog`` who did what to them and when, and ``web.fetch`` takes a page from an address when given one.
"""

from primafacie.sources.loading import LOADERS, load, read_file

__all__ = ["LOADERS", "load", "read_file"]
