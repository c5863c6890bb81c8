"""From the text of an Argdown file to its syntax tree; nesting has no limit, since nothing here calls itself."""

from argmap.exchange.argdown.reading.faults import Faults
from argmap.exchange.argdown.reading.pieces import apart, block, cut
from argmap.exchange.argdown.reading.tokens import Kind, Token, tokens
from argmap.exchange.argdown.reading.tree import (
    Block,
    Document,
    Element,
    Family,
    Heading,
    Inference,
    Relation,
    Step,
    Structure,
)

_WORDS = {Kind.TEXT, Kind.ESCAPED, Kind.MARK, Kind.LINK, Kind.TAG, Kind.MENTION, Kind.NEWLINE}


def parsed(text: str, faults: Faults) -> Document:
    """The syntax tree of an Argdown text; what breaks its rules is told to `faults`, all of it."""
    parser = _Parser(text, faults)
    for token in tokens(text, faults):
        parser.take(token)
    parser.end()
    return parser.document


class _Parser:
    """Takes one piece after another.

    `open` is what the next words belong to; `levels` are the indentations of the relations that are open,
    each with what its lines stand under.
    """

    def __init__(self, text: str, faults: Faults) -> None:
        self.text = text
        self.faults = faults
        self.document = Document()
        self.heading: Heading | None = None
        self.open: Element | Heading | Inference | None = None
        self.levels: list[tuple[str, Element | Inference | None]] = []
        self.structure: Structure | None = None
        self.waiting: list[str] = []
        self.begun = False
        self.awaited: Token | None = None
        self.listed = False
        self.numbered = 0
        self.mixed = -1
        self.told: set[int] = set()

    def take(self, token: Token) -> None:
        kind = token.kind
        if kind in _WORDS:
            self._words(token)
        elif kind is Kind.COMMENT:
            self._comment(token)
        elif kind is Kind.DATA:
            self._data(token)
        elif kind is Kind.STATEMENT or kind is Kind.ARGUMENT:
            self._title(token)
        elif kind is Kind.RELATION:
            self._relation(token)
        elif kind is Kind.EMPTY:
            self._close()
        elif kind is Kind.NUMBER:
            self._number(token)
        elif kind is Kind.INFERENCE:
            self._inference(token)
        elif kind is Kind.HEADING:
            self._heading(token)
        elif kind is Kind.ITEM:
            self._item(token)
        else:
            self._front(token)

    def end(self) -> None:
        """The file ends here."""
        self._close()
        if self.waiting:
            self.document.comments += self.waiting

    def _error(self, at: int, message: str, advice: str) -> None:
        self.faults.error("I004", at, message, advice=advice)

    def _close(self) -> None:
        """An empty line: whatever was open is complete."""
        self._nothing_awaited()
        if self.structure is not None:
            self._complete(self.structure)
        self.open = self.structure = None
        self.levels = []
        self.listed = False

    def _nothing_awaited(self) -> None:
        if self.awaited is not None:
            what = "behind this sign" if self.awaited.kind is Kind.RELATION else "here"
            self._error(self.awaited.at, f"no statement stands {what}", "write one, or take the sign away")
            self.awaited = None

    def _complete(self, structure: Structure) -> None:
        last = structure.lines[-1]
        if isinstance(last, Inference):
            self._error(last.at, "no conclusion stands below this line", "write it with the next number")
        elif not any(isinstance(line, Inference) for line in structure.lines):
            advice = "write ---- between the premises and the conclusion"
            self._error(structure.at, "these premises have no conclusion", advice)
        elif not isinstance(structure.lines[-2], Inference):
            at = last.at
            self._error(at, "the last line of this argument is no conclusion", "write ---- above the conclusion")

    def _begin(self, element: Element) -> None:
        """A new element, which takes the comments that stood before it."""
        element.heading = self.heading
        element.comments += self.waiting
        self.waiting = []
        self.open = element
        self.awaited = None
        self.begun = True

    def _top(self, at: int, indent: str = "") -> Element:
        element = Element(at)
        self._begin(element)
        self.document.blocks.append(element)
        self.levels = [(indent, None)]
        return element

    def _hanging(self, at: int) -> Element | Heading | Inference:
        """What words or a title belong to: what is open, or what begins here."""
        if self.awaited is not None:
            awaited, self.awaited = self.awaited, None
            if awaited.kind is not Kind.ITEM:
                assert self.open is not None
                return self.open
            return self._top(at, awaited.more + " ")
        return self.open if self.open is not None else self._top(at)

    def _words(self, token: Token) -> None:
        blank = token.kind is Kind.NEWLINE or (token.kind is Kind.TEXT and not token.value.strip())
        if blank and (self.open is None or self.awaited is not None):
            return
        holder = self._hanging(token.at)
        if isinstance(holder, Inference):
            if not blank and self._begins_line(token.at):
                self._once(holder, token.at, "no number stands before this line", "write one, such as (3)")
            elif not blank:
                self._once(holder, token.at, "the inference line ends with --", "begin a new line behind it")
            return
        if blank and (holder.data is not None or (isinstance(holder, Element) and holder.named_only)):
            return
        if holder.data is not None:
            advice = "let the data stand last, or write \\{ for a brace of the text"
            self._once(holder, token.at, "text stands behind the data in braces", advice)
        elif isinstance(holder, Element) and holder.named_only and token.kind is not Kind.TAG:
            bracket = "]" if holder.family == "statement" else ">"
            advice = f"write {bracket}: to say what stands under a title, or \\ before its brackets if it is text"
            self._once(holder, token.at, "text stands behind a title that is only named", advice)
            holder.defined = True
        holder.words.append(token)
        if isinstance(holder, Element) and holder.title is None:
            holder.defined = True

    def _once(self, holder: Element | Heading | Inference, at: int, message: str, advice: str) -> None:
        """Tell a slip once for the element it is in, not for each of the words it reaches."""
        if id(holder) not in self.told:
            self.told.add(id(holder))
            self._error(at, message, advice)

    def _comment(self, token: Token) -> None:
        words = " ".join(token.value.split())
        if not words:
            return
        if self.open is not None and not isinstance(self.open, Heading) and self.awaited is None:
            self.open.comments.append(words)
        elif not self.begun:
            self.document.comments.append(words)
        else:
            self.waiting.append(words)

    def _data(self, token: Token) -> None:
        holder = self.open if self.awaited is None else None
        if holder is None:
            advice = "let it stand behind the text or title it is about, or write \\{ for a brace of the text"
            self._error(token.at, "this data is about nothing", advice)
        elif holder.data is not None:
            self._error(token.at, "data stands here a second time", "write both between one pair of braces")
        else:
            holder.data = block(token)

    def _title(self, token: Token) -> None:
        holder = self._hanging(token.at)
        family: Family = "statement" if token.kind is Kind.STATEMENT else "argument"
        blank = isinstance(holder, Element) and holder.title is None and not any(w.value.strip() for w in holder.words)
        if not isinstance(holder, Element) or not blank:
            begins = self._begins_line(token.at)
            self._error(
                token.at,
                f"the title “{cut(token.value)}” stands in the midst of something else",
                apart(holder, token, begins),
            )
            if not begins:
                if not isinstance(holder, Inference):
                    holder.words.append(Token(Kind.TEXT, token.at, token.end, token.value))
                return
            if isinstance(holder, Inference) and self.structure is not None:
                holder = self._step(token.at, self.numbered + 1)
            else:
                self._close()
                holder = self._top(token.at)
        holder.family = family
        holder.title = " ".join(token.value.split())
        holder.defined = bool(token.more)
        holder.words = []
        if family == "argument" and self.structure is not None and self.structure.lines[-1:] and not self._related():
            self._error(token.at, "an argument can't be a premise or conclusion", "write [ ] for a statement's title")

    def _begins_line(self, at: int) -> bool:
        while at and self.text[at - 1] in " \t":
            at -= 1
        return not at or self.text[at - 1] == "\n"

    def _related(self) -> bool:
        assert self.structure is not None
        line = self.structure.lines[-1]
        return not (isinstance(line, Step) and line.element is self.open)

    def _relation(self, token: Token) -> None:
        self._nothing_awaited()
        indent = token.more
        element = Element(token.at)
        relation = Relation(token.at, token.value.strip(), element)
        parent = self._parent(token, indent)
        if parent is None:
            self.document.blocks.append(element)
            self.levels = self.levels or [("", None)]
        else:
            parent.relations.append(relation)
        if isinstance(parent, Inference) and relation.sign not in ("_", "<_"):
            self._error(token.at, "only an undercut (<_) can stand under an inference line", "write <_ there")
        self._begin(element)
        self.awaited = token

    def _parent(self, token: Token, indent: str) -> Element | Inference | None:
        """What a relation stands under, by its indentation."""
        if self.open is None or isinstance(self.open, Heading):
            advice = "let it stand under a statement, with no empty line between"
            self._error(token.at, "this relation stands under nothing", advice)
            return None
        here, parent = self.levels[-1] if self.levels else ("", None)
        if not (indent.startswith(here) or here.startswith(indent)):
            what = "tabs and spaces are mixed in the indentation, so that it can't be told what this stands under"
            self._error(token.at, what, "indent with spaces only, or with tabs only")
            self.mixed = token.at
        if len(indent) > len(here):
            self.levels.append((indent, self.open))
            return self.open
        while len(indent) < len(here) and len(self.levels) > 1:
            below = parent
            self.levels.pop()
            here, parent = self.levels[-1]
            if len(here) < len(indent):
                advice = "indent it like one of the lines above that it is meant to stand beside"
                if self.mixed != token.at:
                    self._error(token.at, "this indentation fits no line above", advice)
                return below
        if parent is None:
            advice = "indent it, so that it stands under the statement above"
            self._error(token.at, "this relation is not indented", advice)
            return self.open
        return parent

    def _number(self, token: Token) -> None:
        self._nothing_awaited()
        number = int(token.value) if len(token.value) < 10 else 10**9
        if self.structure is None:
            if self.open is not None:
                advice = "let an empty line stand before it, or write \\( for a bracket of the text"
                self._error(token.at, f"({token.value}) stands in the midst of something else", advice)
            self.structure = Structure(token.at, self._argument(), heading=self.heading)
            self.document.blocks.append(self.structure)
            self.numbered = 0
        self.numbered += 1
        if number != self.numbered:
            advice = "number premises and conclusions from 1, one after another, with no empty line between them"
            self._error(token.at, f"({token.value}) stands where ({self.numbered}) is expected", advice)
        if not self.structure.lines:
            self.numbered = number
        self._step(token.at, number)
        self.awaited = token

    def _step(self, at: int, number: int) -> Element:
        """A new numbered line."""
        assert self.structure is not None
        element = Element(at)
        self.structure.lines.append(Step(at, number, element))
        self._begin(element)
        self.levels = [("", None)]
        return element

    def _argument(self) -> Element | None:
        """The argument that a structure beginning here belongs to."""
        last = self.document.blocks[-1] if self.document.blocks else None
        return last if isinstance(last, Element) and last.family == "argument" else None

    def _inference(self, token: Token) -> None:
        self._nothing_awaited()
        inference = Inference(token.at, token.value, heading=self.heading)
        if self.structure is None:
            advice = "let it stand between numbered premises and a conclusion, or write \\- for a dash of the text"
            self._error(token.at, "this inference line has no premises above it", advice)
        elif isinstance(self.structure.lines[-1], Inference):
            self._error(token.at, "an inference line stands right under another", "write the conclusion between them")
        else:
            self.structure.lines.append(inference)
        self.open = inference
        self.levels = [("", None)]

    def _heading(self, token: Token) -> None:
        if self.open is not None:
            advice = "let an empty line stand before it, or write \\# for a # of the text"
            self._error(token.at, "a heading stands in the midst of something else", advice)
            self._close()
        self.heading = self.open = Heading(token.at, len(token.value))
        self.document.blocks.append(self.heading)
        self.begun = True

    def _item(self, token: Token) -> None:
        self._nothing_awaited()
        if self.open is not None and not self.listed:
            advice = f"let an empty line stand before the list, or write \\ before {token.value}"
            self._error(token.at, "a list begins in the midst of something else", advice)
        if not self.listed:
            self.document.lists.append(token.at)
        self.listed = True
        self.awaited = token

    def _front(self, token: Token) -> None:
        if self.document.blocks or self.document.front is not None or self.open is not None:
            advice = "let it stand at the file's beginning, or write \\= for an = of the text"
            self._error(token.at, "front matter stands in the midst of the file", advice)
            return
        self.document.front = Block(token.at, token.value, int(token.more))
