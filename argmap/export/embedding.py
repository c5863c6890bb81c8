"""Font files cut down to the characters of a drawing, and the style rules that carry them in it."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import blake2s
from typing import NamedTuple

from argmap.diagram.error import DiagramError
from argmap.diagram.fonts import REGULAR, Face, Fonts
from argmap.diagram.painting import Text
from argmap.export.glyphs import stretches


class Embedded(NamedTuple):
    """Style rules, one a font file, and the families they name, which no other font has."""

    rules: list[str]
    families: Mapping[Face, str]


def embedded(texts: Iterable[Text], fonts: Fonts) -> Embedded:
    """The fonts of the texts, each holding the glyphs that these texts need; raises DiagramError for an unfit one."""
    used: dict[Face, dict[int, set[str]]] = {}
    for text in texts:
        for run, weight, _, _ in stretches(text, fonts):
            weight = weight if run.face.varies else REGULAR
            used.setdefault(run.face, {}).setdefault(weight, set()).update(run.text)
    rules, families = [], {}
    for face, needed in used.items():
        files = {weight: subset(face, weight, characters) for weight, characters in sorted(needed.items())}
        digest = blake2s(b"".join(files.values()), digest_size=4).hexdigest()
        families[face] = re.sub(r"[^\w -]", "", f"{face.family} {digest}", flags=re.ASCII).strip()
        rules += [_rule(families[face], str(weight), file) for weight, file in files.items()]
    return Embedded(rules, families)


def subset(face: Face, weight: int, characters: Iterable[str]) -> bytes:
    """The face's file at one weight with what the characters need, ligatures and joined forms included."""
    import uharfbuzz

    whole = uharfbuzz.Face(uharfbuzz.Blob(face.path.read_bytes()))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(ord(char) for char in characters)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    if whole.axis_infos:
        wanted.pin_all_axes_to_default(whole)
    if face.varies:
        wanted.pin_axis_location(whole, "wght", weight)
    try:
        return bytes(uharfbuzz.subset(whole, wanted).blob.data)
    except RuntimeError as error:
        raise DiagramError(f"{face.path} cannot be embedded: {error}") from error


def _rule(family: str, weight: str, file: bytes) -> str:
    kind = "otf" if file.startswith(b"OTTO") else "ttf"
    data = b64encode(file).decode()
    return f"@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/{kind};base64,{data})}}"
