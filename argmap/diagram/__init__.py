"""Figures of argument maps: structure, measured boxes, layout by Graphviz, lines, DOT."""

from argmap.diagram.compose import Form, figure
from argmap.diagram.engine import Engine
from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Figure
from argmap.diagram.tree import Direction

__all__ = ["DiagramError", "Direction", "Engine", "Figure", "Form", "figure"]
