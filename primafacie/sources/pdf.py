"""PDF with a text layer: lines as pdfium finds them, joined to paragraphs; running heads and page numbers left out."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from primafacie.model import Problem
from primafacie.sources.emphasis import starred
from primafacie.sources.encodings import without_controls
from primafacie.sources.language import code
from primafacie.sources.layout import Line, Page, paragraphs, running
from primafacie.sources.loader import MAX_TEXT, Document, Loader, note, refusal, too_long

MAX_PAGES = 5_000
FEWEST_LETTERS = 5
"""Letters that make a page count as one with text: a scan may carry a stamp or a page number as text."""

_PRODUCED = re.compile(
    r"^(?:microsoft word|microsoft powerpoint|untitled|document\d*$|scan|print)|\.(?:docx?|odt|rtf|tmp|pdf|indd)$", re.I
)
_GENERIC = re.compile(r"microsoft|adobe|user|admin|unknown|windows|owner|author|scan|print|\bpc\b|@|\d|\\", re.I)
_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)
_FORCE_BOLD = 1 << 18
"""Font descriptor flag, ISO 32000-1, table 123."""
_OCR = "run text recognition (OCR) on it, for example `ocrmypdf --force-ocr`, and add the searchable PDF"


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """The paragraphs of all pages, a blank line between them; words broken at a line's end are whole again.

    Title and author are taken from the file's properties where they look like a title and a person's name. The dates
    in the properties are those of the file and not of what it says, so the date stays open.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return _unopened(error, name)
    try:
        if len(pdf) > MAX_PAGES:
            return refusal(f"it has more than {MAX_PAGES} pages", name, "split it into parts, and add them one by one")
        return _document(pdf, name)
    except pypdfium2.PdfiumError:
        return _broken(name)
    finally:
        pdf.close()


def _document(pdf: Any, name: str) -> Document | Problem:
    import pypdfium2

    pages: list[Page] = []
    unreadable: list[int] = []
    size = 0
    for index in range(len(pdf)):
        try:
            pages.append(_page(pdf[index]))
        except pypdfium2.PdfiumError:
            unreadable.append(index + 1)
            pages.append(Page((), 0.0, 0.0))
        size += sum(len(line.text) for line in pages[-1].lines)
        if size > MAX_TEXT:
            return too_long(name)
    letters = [sum(c.isalnum() for line in page.lines for c in line.text) for page in pages]
    if pages and len(unreadable) == len(pages):
        return _broken(name)
    if sum(letters) < FEWEST_LETTERS * max(1, len(pages)) and max(letters, default=0) < 20 * FEWEST_LETTERS:
        return refusal("the PDF has no text layer: its pages are pictures, or empty", name, _OCR)
    heads = running(pages)
    text = without_controls("\n\n".join(starred(paragraphs(pages, heads))))
    if sum(c.isalpha() for c in text) < 0.3 * len(re.sub(r"\s", "", text)) and _garbled(text) > 0.2:
        return refusal("the text layer is garbled: its fonts do not say which letters they draw", name, _OCR)
    blank = [i + 1 for i, n in enumerate(letters) if n < FEWEST_LETTERS and i + 1 not in unreadable]
    return Document(text, **_properties(pdf), problems=tuple(_notes(name, heads, blank, unreadable)))


def _notes(name: str, heads: frozenset[str], blank: list[int], unreadable: list[int]) -> Iterator[Problem]:
    if unreadable:
        yield note(f"{_listed(unreadable)} could not be read", name, "fetch the original again, or print it to PDF")
    if blank:
        yield note(f"{_listed(blank)} without text: empty, or pictures", name, f"if there is something on them, {_OCR}")
    worded = sorted(head for head in heads if any(c.isalpha() for c in head))
    if worded:
        shown = "; ".join(worded[:3])
        yield note(f"running heads and feet were left out: {shown}", name, "nothing, unless these words matter")


def _listed(pages: list[int]) -> str:
    shown = ", ".join(str(page) for page in pages[:10]) + (f" and {len(pages) - 10} more" if len(pages) > 10 else "")
    return f"{'page' if len(pages) == 1 else 'pages'} {shown}"


def _page(page: Any) -> Page:
    """The lines of a page as pdfium orders them (the order of its content stream), with their places."""
    _, bottom, _, top = page.get_bbox()
    words = page.get_textpage()
    try:
        return Page(tuple(_lines(words.raw)), bottom, top)
    finally:
        words.close()
        page.close()


def _lines(words: Any) -> Iterator[Line]:
    from pypdfium2 import raw

    start = 0
    count = raw.FPDFText_CountChars(words)
    letters = [raw.FPDFText_GetUnicode(words, i) for i in range(count)]
    for i in range(count + 1):
        if i == count or letters[i] in (0x0A, 0x0D, 0x02, 0xFFFE):
            # A hyphen at a line's end comes as U+0002 or U+FFFE, and stands for the line end as well.
            broken = i < count and letters[i] in (0x02, 0xFFFE)
            line = _line(words, letters, start, i, broken)
            if line:
                yield line
            start = i + 1


def _line(words: Any, letters: list[int], start: int, end: int, hyphen: bool) -> Line | None:
    while start < end and chr(letters[start]).isspace():
        start += 1
    while end > start and chr(letters[end - 1]).isspace():
        end -= 1
    if start == end:
        return None
    # Two halves of a surrogate pair come as two units; a lone half is no letter.
    text = b"".join(min(u, 0xFFFF).to_bytes(2, "little") for u in letters[start:end]).decode("utf-16-le", "replace")
    left, _, baseline = _place(words, start)
    _, right, _ = _place(words, end - 1)
    size, bold = _font(words, start)
    size_end, bold_end = _font(words, end - 1)
    return Line(re.sub(r"\s+", " ", text), left, right, baseline, size, size_end, bold, bold_end, hyphen)


def _place(words: Any, index: int) -> tuple[float, float, float]:
    """Left edge, right edge and baseline of a character, in points."""
    from pypdfium2 import raw

    box = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(words, index, *(ctypes.byref(edge) for edge in box))
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(words, index, ctypes.byref(x), ctypes.byref(y))
    return box[0].value, box[1].value, y.value


def _font(words: Any, index: int) -> tuple[float, bool]:
    """Size in points, and whether the font is bold by its name or its flags."""
    from pypdfium2 import raw

    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(words, index, name, 128, ctypes.byref(flags))
    # pdfium's own weight is worked out from the stems of the letters, and takes many a regular face for a bold one.
    bold = bool(_BOLD.search(name.value)) or bool(flags.value & _FORCE_BOLD)
    return float(raw.FPDFText_GetFontSize(words, index)), bold


def _garbled(text: str) -> float:
    """Share of characters that are no letters of any script: replacement signs and private-use code points."""
    signs = sum(1 for c in text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff")
    return signs / max(1, len(text))


def _properties(pdf: Any) -> dict[str, str | None]:
    from pypdfium2 import raw

    stated = {key: " ".join(without_controls(value).split()) for key, value in pdf.get_metadata_dict().items()}
    title, author = stated.get("Title", ""), stated.get("Author", "")
    tag = ctypes.create_string_buffer(64)
    raw.FPDFCatalog_GetLanguage(pdf.raw, ctypes.cast(tag, ctypes.POINTER(raw.FPDF_WCHAR)), 64)
    return {
        "title": title if title and not _PRODUCED.search(title) else None,
        "author": author if " " in author and not _GENERIC.search(author) else None,
        "language": code(tag.raw.decode("utf-16-le", "replace").split("\0")[0]),
    }


def _unopened(error: Exception, name: str) -> Problem:
    from pypdfium2 import raw

    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return refusal(
            "the PDF is protected by a password", name,
            "open it with the password, print or save it as a PDF without one, and add that",
        )  # fmt: skip
    return _broken(name)


def _broken(name: str) -> Problem:
    return refusal(
        "the PDF is damaged and cannot be opened", name,
        "fetch the original again, or open it in a viewer and print it to a new PDF, and add that",
    )  # fmt: skip


PDF = Loader("pdf", 1, "a PDF", "application/pdf", ("application/x-pdf",), (".pdf",), read)
