"""Writes the same paragraphs in every format that can be taken in, with the libraries of those formats."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Sequence
from email.message import EmailMessage

from docx import Document


def text(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join(paragraphs).encode("utf-8")


def windows_text(paragraphs: Sequence[str]) -> bytes:
    """A byte-order mark and the line ends of Windows."""
    return b"\xef\xbb\xbf" + "\r\n\r\n".join(paragraphs).encode("utf-8")


def markdown(paragraphs: Sequence[str]) -> bytes:
    return ("# A heading\n\n" + "\n\n".join(paragraphs) + "\n").encode("utf-8")


def web_page(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    head = "<head><meta charset='utf-8'><title>A heading</title></head>"
    return f"<!doctype html><html>{head}<body><article>{body}</article></body></html>".encode()


def word(paragraphs: Sequence[str]) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(paragraphs: Sequence[str]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Ann Example <ann@example.org>", "Bob Example <bob@example.org>"
    message["Subject"], message["Date"] = "A heading", "Mon, 03 Jan 2022 10:00:00 +0000"
    message.set_content("\n\n".join(paragraphs))
    return message.as_bytes()


def pdf(paragraphs: Sequence[str]) -> bytes:
    """One page, one line a paragraph, in the Helvetica that every reader has (so: Latin letters only)."""
    lines = []
    for number, paragraph in enumerate(paragraphs):
        escaped = paragraph.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        lines.append(f"BT /F1 6 Tf 20 {780 - 30 * number} Td ({escaped}) Tj ET")
    stream = "\n".join(lines).encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1600 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


WRITERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "text.txt": text,
    "windows.txt": windows_text,
    "page.md": markdown,
    "page.html": web_page,
    "word.docx": word,
    "mail.eml": mail,
    "print.pdf": pdf,
}
