"""The order in which what Argdown says is taken up, for reader and writer alike."""

from collections.abc import Iterable, Sequence


def unfolded(sentences: Sequence[str], inferences: Iterable[tuple[str, str, Sequence[str]]]) -> list[str]:
    """Sentences and inferences, depth first: below each the inferences that bear on it, below these their members.

    `sentences` are in the order of the text; of each inference it says what it is called, what it bears on and
    which sentences stand in it. What stands in nothing comes first; a sentence that isn't listed comes with its
    inference.
    """
    bearing: dict[str, list[tuple[str, Sequence[str]]]] = {}
    standing: set[str] = set()
    called: list[str] = []
    for name, target, members in inferences:
        bearing.setdefault(target, []).append((name, members))
        standing.update(members)
        called.append(name)
    order: dict[str, None] = {}
    for top in (*(name for name in sentences if name not in standing), *sentences, *called):
        stack = [top]
        while stack:
            name = stack.pop()
            if name not in order:
                order[name] = None
                below = [id for inference, members in bearing.get(name, ()) for id in (inference, *members)]
                stack += reversed(below)
    return list(order)
