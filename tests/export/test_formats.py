import hashlib
import platform
import struct
import subprocess
import sys

import pytest

from argmap.diagram import DiagramError
from argmap.export import FORMATS, ExportOptions, export
from argmap.model import ArgumentMap, Statement
from tests.diagram import samples

TREE, RIGHT, OUTLINE = ExportOptions(), ExportOptions(direction="right"), ExportOptions(form="outline")


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_the_same_bytes_again(format: str) -> None:
    first = export(samples.small(), format)
    again = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from argmap.export import export; from tests.diagram.samples import small; "
            f"sys.stdout.buffer.write(export(small(), {format!r}))",
        ],
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "PATH": "", "PYTHONPATH": "."},
    ).stdout
    assert first == again


@pytest.mark.parametrize(
    ("format", "options", "digest"),
    [
        ("svg", TREE, "47780500b35fa441110fd4be237685a5a3e191551dfea0d8b4f9934d0cb146e2"),
        ("svg", RIGHT, "d2c2c38a64b1ef6fc01911a7581604d0780926cbbfeac3910f82e0e6a8637237"),
        ("svg", OUTLINE, "1e0d6c31fe92f4c8991488d4b406d1906cc0fa04e346625ee829421417244dbf"),
        ("dot", TREE, "3d050ff4ab030427e440b509bd5eb92a4759298139e8230c29f344f9c9a5b894"),
        ("png", TREE, "cab2d9757cf6beae636a4090509727246a10692836cb75c7780852f24db57add"),
    ],
)
def test_the_bytes_are_known(format: str, options: ExportOptions, digest: str) -> None:
    """Golden: the pinned engine and font give these bytes on every machine. Look before changing one."""
    if format == "png" and platform.machine() != "x86_64":
        pytest.skip("pngs are rasterised alike only on one kind of processor; this hash is from x86-64")
    assert hashlib.sha256(export(samples.small(), format, options)).hexdigest() == digest


def test_png_has_the_dots_asked_for_and_says_so() -> None:
    png = export(samples.small(), "png", ExportOptions(dpi=300))
    width, height = size_of(png)
    assert b"pHYs" + struct.pack(">IIB", 11811, 11811, 1) in png
    assert size_of(export(samples.small(), "png", ExportOptions(dpi=150))) == pytest.approx(
        (width / 2, height / 2), abs=1
    )


def test_png_is_drawn_with_the_figures_font() -> None:
    """Ink, not empty pages or boxes: more letters take more bytes, and other letters take others."""
    few, many, other = (
        len(export(ArgumentMap(entries={"s": Statement(text=text)}), "png", ExportOptions(wrap=300)))
        for text in (
            "a claim of many words",
            "a claim of many words and many different letters",
            "a claim of many ww rds",
        )
    )
    assert few < many
    assert few != other


def test_a_png_too_large_says_what_to_do() -> None:
    with pytest.raises(DiagramError, match="dots per inch"):
        export(samples.bushy(400), "png", ExportOptions(dpi=2000))
    with pytest.raises(DiagramError, match="dots per inch"):
        export(samples.small(), "png", ExportOptions(dpi=1))


def test_an_unknown_format() -> None:
    with pytest.raises(DiagramError, match="svg, png, dot, txt"):
        export(samples.small(), "gif")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_map(format: str) -> None:
    with pytest.raises(DiagramError, match="no statements yet"):
        export(ArgumentMap(), format)


@pytest.mark.parametrize("options", [TREE, RIGHT, OUTLINE])
def test_large_maps(options: ExportOptions) -> None:
    assert export(samples.bushy(1500), "svg", options).count(b'class="conclusion"') == 499


def test_importing_export_loads_neither_engine_nor_fonts() -> None:
    code = "import sys, argmap.export; print([m for m in ('fontTools', 'graphviz', 'resvg_py') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
