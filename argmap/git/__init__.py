"""Maps in git: what changed between two of them, merging, and the repository itself."""
