"""Conclusions that only say what an argument is against, by "negates": they are no sentences of the map."""

from collections.abc import Callable

from argmap.exchange.argdown.reading.drafts import Inferred
from argmap.exchange.argdown.reading.faults import Faults
from argmap.exchange.argdown.reading.said import Gathered
from argmap.exchange.argdown.writing.wording import Wording
from argmap.model import ArgumentMap

_KNOWN = ("id", "negates", "text")


def tell_other(found: Gathered, made: Inferred, name: Callable[[str], str], faults: Faults) -> None:
    """Tell what such conclusions hold for which there is no place, and relations of theirs that say something else.

    `name` gives the name of what an id stands for.
    """
    for tie, dropped, against in made.repeated:
        negated = str(found.said[dropped].data["negates"])
        if name(negated) not in (negated, *against):
            message = f"by “negates” this conclusion is against {negated}, and here it is against something else"
            faults.error("I006", tie.at, message, advice="take “negates” out of its data, or mend one of the two")
    for said in map(found.said.__getitem__, sorted(made.dropped)):
        for key in said.data:
            if key not in _KNOWN:
                faults.lost("I101", said.place(key), f"“{key}” of {said.called} has no place in an argument map")


def tell_words(found: Gathered, made: Inferred, map: ArgumentMap, faults: Faults) -> None:
    """Tell the words of such conclusions that say more than what the finished map's argument is against."""
    if not made.dropped:
        return
    wording = Wording(map)
    for name in sorted(made.dropped):
        said, against = found.said[name], str(found.said[name].data["negates"])
        words = said.data.get("text", said.text)
        if words and (against not in map.entries or words != wording.negated(against)):
            faults.lost("I101", said.at, f"{said.called} only says what its argument is against; left out: “{words}”")
