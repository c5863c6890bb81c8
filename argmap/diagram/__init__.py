"""Figures of argument maps: structure, measured boxes, layout by Graphviz, lines, painting, DOT."""
