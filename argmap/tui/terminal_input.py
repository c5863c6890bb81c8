"""What the terminal sends, made safe to parse: text that is pasted is data, whatever bytes are in it."""

import codecs

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_ESCAPE_SHOWN = "␛"


class TerminalInput:
    """Decodes and cleans a terminal's input as it arrives, in pieces of any length.

    Bytes that are no UTF-8 become U+FFFD. Inside a bracketed paste an ESC becomes its visible sign: else what
    follows it would be taken for keys, and run as commands (XTerm control sequences, "Bracketed Paste Mode").
    """

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._pasting = False
        self._held = ""

    def take(self, data: bytes, *, final: bool = False) -> str:
        """The text to be parsed by now; inside a paste, the possible beginning of its end is held back."""
        text = self._decode(data, final)
        cleaned = []
        while text:
            piece, text = self._pasted(text) if self._pasting else self._typed(text)
            cleaned.append(piece)
        return "".join(cleaned)

    def _typed(self, text: str) -> tuple[str, str]:
        """What goes through as it is, up to and with the beginning of a paste; and the rest."""
        seen = self._held + text
        at = seen.find(_BEGIN)
        if at < 0:
            self._held = seen[-len(_BEGIN) + 1 :]
            return text, ""
        end = at + len(_BEGIN) - len(self._held)
        self._pasting, self._held = True, ""
        return text[:end], text[end:]

    def _pasted(self, text: str) -> tuple[str, str]:
        """What is pasted, up to and with its end; and the rest."""
        text, self._held = self._held + text, ""
        at = text.find(_END)
        if at >= 0:
            self._pasting = False
            return text[:at].replace("\x1b", _ESCAPE_SHOWN) + _END, text[at + len(_END) :]
        kept = next((n for n in range(min(len(_END) - 1, len(text)), 0, -1) if text.endswith(_END[:n])), 0)
        if kept:
            text, self._held = text[:-kept], text[-kept:]
        return text.replace("\x1b", _ESCAPE_SHOWN), ""
