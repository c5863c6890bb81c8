"""What became of one entry, told line by line."""

from argmap.git.cells import POINTER_KEYS
from argmap.git.differences import Added, Changed, Difference, Removed
from argmap.git.told import key_in_words, named, told
from argmap.git.tracing import Change
from argmap.git.words import in_one_line, word_diff
from argmap.model import ArgumentMap, Inference, Sentence, wording


def account(change: Change) -> list[str]:
    """What a version changed about an entry, a line each; texts are compared word by word.

    Labels are those of that version, for what it removed those of the version before.
    """
    return [_line(change, difference) for difference in change.differences]


def _line(change: Change, difference: Difference) -> str:
    old, new = change.old, change.version.map
    match difference:
        case Changed(str(id), key, str(was), str(now)) if key not in POINTER_KEYS:
            what = " reworded" if key == "text" else f": {key_in_words(key)}"
            return f"{_label(new, id)}{what}: {in_one_line(word_diff(was, now))}"
        case Added(id) if id == change.id and change.version.commit.cut:
            return f"{_label(new, id)} was there already{_content(new, id)}"
        case Added(id):
            with_it = [new.outline.label(near) for near in new.links.inferences.get(id, ())]
            came = f", with {', '.join(with_it)}" if with_it and id == change.id else ""
            return told(difference, old, new, _label) + _content(new, id) + came
        case Removed(id):
            return told(difference, old, new, _label) + _content(old, id)
        case Changed(str(id)) if id != change.id:
            return told(difference, old, new, _label) + _content(new, id)
    return told(difference, old, new, _label)


def _label(map: ArgumentMap, id: str) -> str:
    return map.outline.label(id) if isinstance(map.entries[id], Sentence | Inference) else named(map, id)


def _content(map: ArgumentMap, id: str) -> str:
    """The sentence of an entry, or what stands in it."""
    if isinstance(map.entries[id], Sentence):
        return f": “{wording.sentence(map, id)}”"
    members = ", ".join(named(map, member) for member in map.links.members.get(id, ()))
    return f": {members}" if members else ""
