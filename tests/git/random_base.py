"""Random map files: sound, mostly written depth first, with a hand's habits."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tests.git import random_words as words
from tests.git.map_files import INFERENCES, SENTENCES, Links, MapFile, Table, circular


def random_file(rng: random.Random, size: int) -> MapFile:
    """A sound map file with so many statements."""
    entries = _Growing(rng, size).entries()
    habit = rng.choice([*[("",)] * 6, ("", ""), ()])
    oddness = rng.choice([0, 0.02, 0.06])
    tables = {id: _table(rng, kind, cells, habit, oddness) for id, (kind, cells) in entries.items()}
    head: dict[str, Any] = {"argmap": 1, "title": words.sentence(rng)}
    if rng.random() < 0.2:
        head["main"] = (next(id for id, (kind, _) in entries.items() if kind == "statement"),)
    if rng.random() < 0.2:
        head["tags"] = words.some(rng, words.TAGS)
    if rng.random() < 0.1:
        head["mood"] = words.odd_value(rng)
    top = replace(_table(rng, "", head, (), oddness), touching=(words.comment(rng),) if rng.random() < 0.2 else ())
    file = MapFile(
        top,
        tables,
        tail=("", words.comment(rng)) if rng.random() < 0.1 else (),
        newline="\r\n" if rng.random() < 0.2 else "\n",
        start="\ufeff" if rng.random() < 0.1 else "",
        end="" if rng.random() < 0.1 else "\n",
    )
    return _sharing(rng, file)


def _table(rng: random.Random, kind: str, cells: Mapping[str, Any], habit: tuple[str, ...], oddness: float) -> Table:
    return Table(
        kind,
        {name: words.key(rng, name, value, oddness) for name, value in cells.items()},
        space=words.space(rng, habit) if kind else habit,
        touching=(words.comment(rng),) if rng.random() < oddness * 2 else (),
        behind="  " + words.comment(rng) if rng.random() < oddness else "",
        quoted=rng.random() < oddness,
    )


class _Growing:
    """A tree of statements and inferences that grows to a size, and is then written depth first."""

    def __init__(self, rng: random.Random, size: int) -> None:
        self.rng = rng
        self.cells: dict[str, tuple[str, dict[str, Any]]] = {}
        self.under: dict[str, list[str]] = {}
        self.names = Counter[str]()
        self.sources = [self.new("source", "", title=words.sentence(rng)) for _ in range(rng.randint(0, 3))]
        self.asserted = [self.statement("") for _ in range(rng.choice([1, 1, 1, 2]))]
        self.inferences: list[str] = []
        while sum(kind == "statement" for kind, _ in self.cells.values()) < size:
            self.grow()
        for _ in range(rng.choice([0, 0, 1, 2])):
            supposed = rng.sample(self.asserted, min(2, len(self.asserted)))
            suppose = tuple(rng.choice(["", "not "]) + id for id in supposed)
            self.new("scenario", "", title=words.sentence(rng), suppose=suppose)

    def grow(self) -> None:
        roll = self.rng.random()
        if roll < 0.05:
            self.asserted.append(self.statement(""))
        elif roll < 0.5 or not self.inferences:
            self.inferences.append(inference := self.inference())
            self.asserted.append(self.statement(inference))
        elif roll < 0.9:
            self.asserted.append(self.statement(self.rng.choice(self.inferences[-12:])))
        else:
            self.conditional(self.rng.choice(self.inferences))

    def new(self, kind: str, parent: str, **cells: Any) -> str:
        word = self.rng.choice(["tide", "ferry", "toll", "pier", "crew"])
        self.names[word] += 1
        id = f"{word}-{self.names[word]}"
        rng = self.rng
        if rng.random() < 0.08:
            cells["note"] = words.note(rng)
        if rng.random() < 0.08:
            cells["tags"] = words.some(rng, words.TAGS)
        if rng.random() < 0.02:
            cells["ignore"] = words.some(rng, words.CODES)
        if rng.random() < 0.02:
            cells[rng.choice(words.ODD_KEYS)] = words.odd_value(rng)
        self.cells[id] = (kind, cells)
        self.under.setdefault(parent, []).append(id)
        return id

    def statement(self, parent: str) -> str:
        return self.new("statement", parent, text=words.sentence(self.rng), **self.standing(parent))

    def standing(self, parent: str) -> dict[str, Any]:
        rng, cells = self.rng, dict[str, Any]()
        if parent in self.cells and self.cells[parent][0] in INFERENCES:
            cells["in"] = (parent,)
        if self.sources and rng.random() < 0.3:
            count = rng.choice([1, 1, 1, 2])
            cells["anchor"] = tuple(words.anchor(rng, rng.choice(self.sources)) for _ in range(count))
        if rng.random() < 0.1:
            cells["implicit"] = rng.random() < 0.9
        if rng.random() < 0.05:
            cells[rng.choice(["by", "short"])] = words.sentence(rng)
        return cells

    def inference(self) -> str:
        rng = self.rng
        if rng.random() < 0.7:
            target = rng.choice(self.asserted[-20:])
            rule = {"rule": rng.choice(words.RULES)} if rng.random() < 0.2 else {}
            return self.new("reason", target, **{"for": target}, **rule)
        target = rng.choice((self.asserted + self.inferences)[-20:])
        answer = {"answered": words.sentence(rng)} if rng.random() < 0.2 else {}
        return self.new("objection", target, against=target, **answer)

    def conditional(self, inference: str) -> None:
        rng = self.rng
        cells = self.cells[inference][1]
        target = cells.get("for") or cells["against"]
        then = target if self.cells[target][0] in SENTENCES else self.asserted[0]
        id = self.new("conditional", inference, **self.standing(inference))
        proposition = self.statement(id)
        beside = [i for i in rng.sample(self.asserted, min(2, len(self.asserted))) if i != then]
        ids = [proposition, *beside[: rng.randint(0, 2)]]
        self.cells[id][1].update({"if": words.formula(rng, ids), "then": words.formula(rng, [then])})
        if rng.random() < 0.2:
            self.cells[id][1]["qualifier"] = rng.choice(words.QUALIFIERS)
        if rng.random() < 0.3:
            self.cells[id][1]["text"] = words.sentence(rng)
        if rng.random() < 0.5:
            self.asserted.append(id)

    def entries(self) -> dict[str, tuple[str, dict[str, Any]]]:
        top = self.under[""]
        if self.rng.random() < 0.2:
            top = top[len(self.sources) :] + self.sources
        return {id: self.cells[id] for start in top for id in self.depth_first(start)}

    def depth_first(self, start: str) -> Iterator[str]:
        waiting = [start]
        while waiting:
            yield (id := waiting.pop())
            waiting += reversed(self.under.get(id, ()))


def _sharing(rng: random.Random, file: MapFile) -> MapFile:
    """The file with some statements in a second inference, and some that mean the negation of another."""
    for id in file.ids("statement"):
        changed = file
        if rng.random() < 0.05 and file.tables[id].get("in") and (inferences := file.ids(*INFERENCES)):
            other = rng.choice(inferences)
            if other not in file.tables[id].get("in"):
                changed = file.put(id, "in", (*file.tables[id].get("in"), other))
        elif rng.random() < 0.03:
            changed = file.put(id, "means", f"not {rng.choice(file.ids(*SENTENCES))}")
        if changed is not file and not circular(changed, Links.of(changed)):
            file = changed
    return file
