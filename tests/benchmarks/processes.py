"""CPU and memory of whole processes, and of an app's main thread on a real pseudo-terminal (Linux)."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system, children included) and peak memory in MB."""

    cpu: float
    memory: float


def whole_process(*command: str) -> Cost:
    """Run a command to its end with its output thrown away."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        os.execv(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Terminal:
    """A program on a pseudo-terminal of its own; CPU is that of its main thread, in seconds."""

    def __init__(self, *command: str, columns: int = 120, rows: int = 40) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.seen = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def cpu(self) -> float:
        """CPU of the program's main thread so far."""
        return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[0]) / 1e9

    def until(self, text: bytes, limit: float = 60) -> float:
        """Wait until the terminal has shown a text; the main thread's CPU at that moment."""
        end = time.monotonic() + limit
        while text not in self.seen:
            if time.monotonic() > end:
                raise TimeoutError(f"{text!r} was not shown")
            self._read(0.005)
        return self.cpu()

    def quiet(self, seconds: float) -> float:
        """Wait until nothing has been shown for a time; the CPU just after the last output."""
        cpu = self.cpu()
        while self._read(seconds):
            cpu = self.cpu()
        return cpu

    def key(self, data: bytes) -> float:
        """Press a key; main thread's CPU until its last frame is out (a pause of 30 ms ends it)."""
        before = self.cpu()
        os.write(self.fd, data)
        end = time.monotonic() + 5
        while not self._read(0.02) and time.monotonic() < end:
            pass
        return self.quiet(0.03) - before

    def _read(self, wait: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], wait)
        if not ready:
            return False
        self.seen = (self.seen + os.read(self.fd, 1 << 16))[-1_000_000:]
        return True


def python() -> str:
    return sys.executable
