"""Textual's driver for POSIX terminals, reading input that can't end the app or act as keys when pasted."""

import os
import selectors
import signal
from itertools import chain

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from argmap.tui.mishap import LOG
from argmap.tui.terminal_input import TerminalInput

_READ_BYTES = 1 << 16
_TICK_SECONDS = 0.1


class TerminalDriver(LinuxDriver):
    """Reads the terminal through TerminalInput; drops a report that can't be parsed; a terminal gone is a SIGHUP."""

    def run_input_thread(self) -> None:
        """Read until the app ends."""
        incoming, parser = TerminalInput(), XTermParser(self._debug)
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                text = ""
                if selector.select(_TICK_SECONDS):
                    data = self._read()
                    if not data:
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    text = incoming.take(data)
                try:
                    for message in chain(parser.feed(text) if text else (), parser.tick()):
                        self.process_message(message)
                except (ValueError, OverflowError, ParseError) as error:
                    LOG.warning("dropped %r from the terminal: %r", text, error)
                    parser = XTermParser(self._debug)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ_BYTES)
        except OSError:
            return b""
