"""XML as it stands in a file: its elements, and in which line and column each begins."""

from typing import Any
from xml.etree.ElementTree import Element, ParseError

from argmap.exchange.refusals import refusal
from argmap.format import ReadError

_DEEPEST = 500


class Xml:
    """An XML text's root element, and where each element begins."""

    def __init__(self, root: Element, places: dict[Element, tuple[int, int]]) -> None:
        self.root = root
        self._places = places

    def place(self, element: Element) -> tuple[int, int]:
        """The line and the column in which an element begins, both from 1."""
        return self._places[element]


def parsed(text: str) -> Xml:
    """What an XML text says; no entity is expanded but the five that every XML text has, none is fetched.

    Raises ReadError where it is no XML, where it declares entities, and where it is nested too deep.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    places: dict[Element, tuple[int, int]] = {}

    class Parser(DefusedXMLParser):  # type: ignore[misc]
        depth = 0

        def here(self) -> tuple[int, int]:
            return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

        def _start(self, *args: Any) -> Element:
            element: Element = super()._start(*args)
            places[element] = self.here()
            self.depth += 1
            if self.depth > _DEEPEST:
                raise refusal("I008", "this is nested deeper than argmap reads", *self.here())
            return element

        def _end(self, *args: Any) -> Element:
            self.depth -= 1
            ended: Element = super()._end(*args)
            return ended

    parser = Parser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(text)
        return Xml(parser.close(), places)
    except ParseError as error:
        line, column = error.position
        said = f"this begins as XML and can't be read from here on: {str(error).partition(':')[0]}"
        raise refusal("I002", said, line, column + 1, advice="save or export the file anew") from None
    except DefusedXmlException:
        said = "the file declares entities or points outside itself; argmap follows neither"
        raise refusal("I008", said, *parser.here(), advice="write out what the entities stand for") from None
    except (ValueError, LookupError) as error:
        if isinstance(error, ReadError):
            raise
        raise refusal("I002", f"this begins as XML and can't be read: {error}", 1, 1) from None
