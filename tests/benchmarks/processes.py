"""CPU and memory of whole processes, and of an app's main thread on a real pseudo-terminal (Linux)."""

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

_COLOUR = re.compile(rb"\x1b\[[0-9;]*m")
_FRAME_PAUSE = 0.03
_TICK, _IDLE = 0.05, 0.003
_SCHEDULED = 2  # Linux: which clock of a process is meant (CPUCLOCK_SCHED)


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


def own_cpu(run: Callable[[], object], runs: int = 5) -> float:
    """The median CPU time of a call in this process, in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


class Terminal:
    """A program on a pseudo-terminal of its own; CPU in seconds.

    What it keeps goes to empty folders, unless it is to have this process's `own_folders`.
    """

    def __init__(self, *command: str, columns: int = 120, rows: int = 40, own_folders: bool = False) -> None:
        self._home = tempfile.TemporaryDirectory()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            home = {f"XDG_{kind}_HOME": self._home.name for kind in ("STATE", "CONFIG", "DATA", "CACHE")}
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", **({} if own_folders else home))
            for name in ("NO_COLOR", "ARGMAP_CONFIG"):
                os.environ.pop(name, None)
            os.execv(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.seen = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
        self._home.cleanup()

    def main_cpu(self) -> float:
        """CPU of the program's main thread so far."""
        return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[0]) / 1e9

    def cpu(self) -> float:
        """CPU of the whole program so far, threads that have ended included."""
        return time.clock_gettime(~self.pid << 3 | _SCHEDULED)

    @property
    def shown(self) -> str:
        """What has been shown since the last key, without colours."""
        return _COLOUR.sub(b"", self.seen).decode(errors="replace")

    def until(self, text: str, limit: float = 120) -> float:
        """Wait until a text has been shown; the CPU of all threads at that moment."""
        end = time.monotonic() + limit
        while text not in self.shown:
            if time.monotonic() > end:
                raise TimeoutError(f"{text!r} was not shown")
            self._read(0.005)
        return self.cpu()

    def rest(self, seconds: float, limit: float = 20) -> float:
        """Wait until the program has done next to nothing for a time; the CPU of all threads meanwhile."""
        first = before = self.cpu()
        end = time.monotonic() + limit
        quiet = time.monotonic() + seconds
        while (now := time.monotonic()) < min(quiet, end):
            select.select([], [], [], _TICK)
            while self._read(0):
                pass
            cpu = self.cpu()
            if cpu - before > _IDLE:
                quiet = now + seconds
            before = cpu
        return before - first

    def key(self, data: bytes, shows: str | None, limit: float = 30) -> float:
        """Press a key; the main thread's CPU until its last frame is out (a pause of 30 ms ends it).

        A key that doesn't show what matches `shows` within `limit` seconds would make its time a lie: RuntimeError.
        With None, what the program does within that time is taken.
        """
        self.seen = b""
        before = cpu = self.main_cpu()
        os.write(self.fd, data)
        end = time.monotonic() + limit
        while (more := self._read(_FRAME_PAUSE)) or shows is None or not re.search(shows, self.shown):
            if more:
                cpu = self.main_cpu()
            if time.monotonic() > end:
                if shows is None:
                    return self.main_cpu() - before
                raise RuntimeError(f"{data!r} has not shown {shows!r} but {self.shown[-2000:]!r}")
        return cpu - before

    def _read(self, wait: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], wait)
        if not ready:
            return False
        self.seen = (self.seen + os.read(self.fd, 1 << 16))[-1_000_000:]
        return True


def python() -> str:
    return sys.executable
