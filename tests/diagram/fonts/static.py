"""Static fonts and collections, made of the bundled font, for tests."""

import struct
from pathlib import Path

from argmap.diagram.fonts import bundled_font


def static(weight: int, text: str = "") -> bytes:
    """The bundled font at one weight, with every character or only those of the text."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    face = uharfbuzz.Face(uharfbuzz.Blob(bundled_font().read_bytes()))
    wanted.unicode_set.update(map(ord, text) if text else face.unicodes)
    wanted.sets(uharfbuzz.SubsetInputSets.NAME_ID).update(range(20))
    wanted.pin_axis_location(face, "wght", weight)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def collection(*fonts: bytes) -> bytes:
    """Fonts in one file (.ttc)."""
    start = 12 + 4 * len(fonts)
    places, body = [], b""
    for font in fonts:
        places.append(start + len(body))
        count = struct.unpack(">H", font[4:6])[0]
        moved = bytearray(font)
        for at in range(12, 12 + 16 * count, 16):
            offset = struct.unpack(">I", font[at + 8 : at + 12])[0]
            moved[at + 8 : at + 12] = struct.pack(">I", offset + start + len(body))
        body += bytes(moved) + b"\0" * (-len(font) % 4)
    return b"ttcf" + struct.pack(">HHI", 1, 0, len(fonts)) + struct.pack(f">{len(fonts)}I", *places) + body


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
