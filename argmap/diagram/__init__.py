"""Figures of argument maps: structure, measured boxes, layout by Graphviz, lines, DOT."""

from argmap.diagram.compose import figure
from argmap.diagram.engine import Engine
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Direction, Figure, Form, Layout

__all__ = ["DiagramError", "Direction", "Engine", "Figure", "Form", "Layout", "figure"]
