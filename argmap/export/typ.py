"""The standard form in Typst, as a list of terms that a document takes with `include`."""

from argmap.diagram.text import visible
from argmap.export.options import ExportOptions
from argmap.export.standard import StandardForm, Step
from argmap.export.unmarked import standard_unmarked
from argmap.model import ArgumentMap


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The standard form as Typst, UTF-8."""
    return standard(standard_unmarked(map, options)).encode()


def standard(form: StandardForm) -> str:
    """Terms a group, which the document's own rules style, under headings that stand in no table of contents."""
    parts = [f"#strong({_string(form.title)})"] if visible(form.title) else []
    for group in form.groups:
        parts += [f"#emph({_string(group.heading)})"] if group.heading else []
        parts.append("\n".join(map(_item, group.steps)))
    return "\n\n".join(parts) + "\n"


def _item(step: Step) -> str:
    remarks = f" #emph({_string('[' + '; '.join(step.remarks) + ']')})" if step.remarks else ""
    return f"/ {escaped(step.label)}: {escaped(step.sentence)}{remarks}"


def escaped(text: str) -> str:
    """Plain text as Typst markup: one string, in which nothing is markup; what may follow is a space or a line feed."""
    return f"#{_string(text)}"


def _string(text: str) -> str:
    return '"' + visible(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
