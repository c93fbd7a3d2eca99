"""Reading: from a document to its passages, and who is speaking in each.

``read`` cuts the text into paragraphs, finds title, byline and date, the turns of an interview or hearing with labels
and without, and the stretches in quotation marks. It never changes the text; every passage is a range of it.
"""

from primafacie.reading.passages import read

__all__ = ["read"]
