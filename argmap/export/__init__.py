"""Figures as files: one module per format, and the registry of formats."""

from argmap.export.options import ExportOptions
from argmap.export.registry import FORMATS, Format, export

__all__ = ["FORMATS", "ExportOptions", "Format", "export"]
