"""Figures as files: one module per format, and the registry of formats."""

from argmap.export.options import ExportOptions
from argmap.export.registry import FORMATS, Exported, Format, export, exported, format_of

__all__ = ["FORMATS", "ExportOptions", "Exported", "Format", "export", "exported", "format_of"]
