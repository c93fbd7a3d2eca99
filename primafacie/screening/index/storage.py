"""Arrays in one file that is mapped, not read: nothing in it is ever run, and a damaged one is told from a whole one.

The file is eight bytes of mark, the length and the CRC-32 of the head, the head (JSON: a note of what the arrays belong
to, and where each lies), and the arrays one after the other, each on a line of the processor's cache. No pickle: a file
in a cache folder is data, and stays data.
"""

from __future__ import annotations

import json
import os
import struct
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Arrays = dict[str, np.ndarray[Any, np.dtype[Any]]]

MARK = b"PFINDEX\x01"
ALIGN = 64
_FRONT = struct.Struct("<8sQI")
_KINDS = {"uint8", "uint16", "uint32", "int32", "int64", "float32"}


class Damaged(Exception):
    """The file is not what was written: cut off, altered, or not ours."""


def write(path: Path, arrays: Mapping[str, np.ndarray[Any, np.dtype[Any]]], note: Mapping[str, Any]) -> None:
    """Writes the file in whole or not at all; ``note`` is any JSON. Raises OSError where the folder does not let it."""
    import numpy as np

    plan: dict[str, Any] = {}
    offset, checksum = 0, 0
    blocks: list[bytes | memoryview] = []
    for name, array in arrays.items():
        data = np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        padding = b"\0" * (-len(data) % ALIGN)
        plan[name] = {"kind": str(array.dtype), "shape": list(array.shape), "at": offset}
        for block in (data, padding):
            checksum = zlib.crc32(block, checksum)
            blocks.append(block)
        offset += len(data) + len(padding)
    head = json.dumps({"note": note, "arrays": plan, "size": offset, "crc": checksum}).encode()
    head += b" " * (-(_FRONT.size + len(head)) % ALIGN)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(_FRONT.pack(MARK, len(head), zlib.crc32(head)))
            out.write(head)
            for block in blocks:
                out.write(block)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def read(path: Path) -> tuple[Arrays, dict[str, Any]]:
    """The arrays, mapped read-only, and the note. Raises Damaged, or OSError where there is no such file."""
    import numpy as np

    size = path.stat().st_size
    if size <= _FRONT.size:
        raise Damaged(f"{path.name} is cut off")
    whole = np.memmap(path, dtype=np.uint8, mode="r")
    mark, length, head_checksum = _FRONT.unpack(bytes(whole[: _FRONT.size]))
    start = _FRONT.size + length
    if mark != MARK or start > size:
        raise Damaged(f"{path.name} does not begin as an index does")
    head = bytes(whole[_FRONT.size : start])
    if zlib.crc32(head) != head_checksum:
        raise Damaged(f"the head of {path.name} was altered")
    told = json.loads(head)
    payload = whole[start:]
    if told["size"] != len(payload) or zlib.crc32(payload.data) != told["crc"]:
        raise Damaged(f"{path.name} is cut off or was altered")
    arrays: Arrays = {}
    for name, where in told["arrays"].items():
        if where["kind"] not in _KINDS:
            raise Damaged(f"{path.name} holds an array of {where['kind']}")
        kind = np.dtype(where["kind"])
        count = int(np.prod(where["shape"], dtype=np.int64))
        block = payload[where["at"] : where["at"] + count * kind.itemsize]
        arrays[name] = np.asarray(block).view(kind).reshape(where["shape"])
    note: dict[str, Any] = told["note"]
    return arrays, note
