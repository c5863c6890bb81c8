"""Where boxes and lines stand: as a tree, an outline or numbered circles, in sections, with a legend."""
