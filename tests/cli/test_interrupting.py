"""Ctrl-C while `follow` works: it ends where it can go on, says so whatever was being printed, and the second one waits for nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from onrecord.cli import following
from onrecord.cli.following import StoppableClock, StoppedError, _stopping
from tests.cli.test_sources_commands import write_sources
from tests.sources.fetch.hostile_web import Request, open_web

ROOT = Path(__file__).parents[2]


def test_a_sleeper_wakes_in_steps_and_when_it_is_asked_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = StoppableClock()
    waits: list[float] = []
    moments = [0.0]

    def wait(seconds: float) -> bool:
        waits.append(seconds)
        moments[0] += seconds
        return False

    monkeypatch.setattr(following.time, "monotonic", lambda: moments[0])
    monkeypatch.setattr(clock.is_stopped, "wait", wait)
    clock.sleep(1.75)
    assert waits == [0.5, 0.5, 0.5, 0.25]
    clock.sleep(-1)
    clock.is_stopped.set()
    with pytest.raises(StoppedError):
        clock.sleep(5)
    assert len(waits) == 4


def test_what_is_said_in_the_midst_of_printing_raises_nothing(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    clock = StoppableClock()
    real = sys.stderr

    class Busy:
        def write(self, text: str) -> int:
            raise RuntimeError("reentrant call inside <_io.BufferedWriter name='<stderr>'>")

        flush = write

        def fileno(self) -> int:
            return real.fileno()

    with _stopping(clock, quiet=False):
        monkeypatch.setattr(sys, "stderr", Busy())
        signal.raise_signal(signal.SIGINT)
        monkeypatch.setattr(sys, "stderr", None)
        clock.is_stopped.clear()
        signal.raise_signal(signal.SIGINT)
        monkeypatch.setattr(sys, "stderr", real)
        assert clock.is_stopped.is_set()
    assert capfd.readouterr().err.count("ending; what is left is taken next time") == 1


@pytest.mark.skipif(os.name != "posix", reason="other systems cannot be sent Ctrl-C by a test")
def test_the_second_ctrl_c_waits_for_no_visit_of_several(tmp_path: Path) -> None:
    is_asked, is_over = threading.Event(), threading.Event()

    def hang(request: Request) -> bytes:
        request.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
        is_asked.set()
        while not is_over.wait(0.5):
            request.write(b"x")
        return b""

    with open_web() as web:
        web.routes |= {"/rss": hang, "/other": hang}
        listed = write_sources(web, tmp_path, "/rss", "/other")
        command = [sys.executable, "-m", "onrecord", "follow", listed, "--workers", "2", "--store", tmp_path / "a.db", "--allow-private", "127.0.0.0/8", "--allow-port", web.port]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        with subprocess.Popen([str(word) for word in command], env=environment, stderr=subprocess.PIPE) as process:
            assert process.stderr is not None
            assert is_asked.wait(60)
            process.send_signal(signal.SIGINT)
            assert b"ending" in process.stderr.readline()
            started = time.monotonic()
            process.send_signal(signal.SIGINT)
            said = process.stderr.read()
            process.wait(60)
            took = time.monotonic() - started
        is_over.set()
    assert (process.returncode, b"interrupted" in said, b"Traceback" in said) == (1, True, False)
    assert took < 15
