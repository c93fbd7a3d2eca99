"""Builds the PDFs and Word packages that the tests read, byte by byte, so that nothing is hidden in a fixture."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Piece = tuple[float, float, str, str, float]
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def pdf(pages: Sequence[Iterable[Piece]], info: str = "", catalog: str = "") -> bytes:
    """A PDF (letter size) whose pages hold pieces (x, y, text, font "F1" roman or "F2" bold, size in points)."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("cp1252"),
    ]
    kids = []
    for page in pages:
        content = "".join(_show(*piece) for piece in page).encode("cp1252")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    return assemble(objects, "/Info 5 0 R")


def assemble(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """The objects numbered from 1 with a cross-reference table; object 1 is the catalog."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _show(x: float, y: float, text: str, font: str, size: float) -> str:
    plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({plain}) Tj ET\n"


def column(lines: str, top: float = 700, left: float = 72, size: float = 11, pitch: float = 14) -> list[Piece]:
    """Lines set one under the other: a blank one makes half a line of space, "**" before one sets it bold."""
    pieces, y = [], top
    for line in lines.split("\n"):
        if not line.strip():
            y -= pitch / 2
            continue
        bold = line.startswith("**")
        indent = 14.0 if line.startswith(">") else 0.0
        pieces.append((left + indent, y, line.lstrip("*>"), "F2" if bold else "F1", size))
        y -= pitch
    return pieces


def package(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP package of the parts, compressed, with fixed times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word package with this body markup; keyword parts such as ``core`` and ``footnotes`` are added."""
    names = {"core": "docProps/core.xml", "footnotes": "word/footnotes.xml", "comments": "word/comments.xml"}
    document = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    extra = {names[key]: value for key, value in parts.items()}
    return package({"[Content_Types].xml": TYPES, "word/document.xml": document, **extra})


def p(text: str, bold: bool = False) -> str:
    """A Word paragraph."""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:r>{run}<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def locked_pdf() -> bytes:
    """A PDF whose standard security handler (revision 2) accepts no password that anybody knows."""
    content = b"BT /F1 12 Tf 72 700 Td (secret) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"5a" * 32, b"a5" * 32),
    ]
    return assemble(objects, f"/Encrypt 5 0 R /ID [<{'00' * 16}> <{'00' * 16}>]")
