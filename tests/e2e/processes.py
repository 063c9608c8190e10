"""Child processes that never outlive the tests.

What belongs here: starting a program so that it ends with us, whatever way we end, and ending it by its own id.
"""

from __future__ import annotations

import ctypes
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Sequence

_PR_SET_PDEATHSIG = 1
# Loaded before any fork: a child between fork and exec must not load a library.
_LIBC = ctypes.CDLL(None, use_errno=True)


def end_with_parent() -> None:
    """Asks the kernel to end the child when its parent dies, even when the parent is killed."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def start(command: Sequence[str], **options) -> subprocess.Popen:
    """Starts `command` as a child that ends with us."""
    return subprocess.Popen(command, preexec_fn=end_with_parent, **options)


def end(process: subprocess.Popen) -> None:
    """Ends one child by its id: politely, then firmly."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_answer(url: str, process: subprocess.Popen, seconds: float = 30) -> None:
    """Waits until `url` answers; fails if the process that should answer has ended."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError as error:
            if process.poll() is not None:
                raise RuntimeError(f"{process.args[0]} ended with {process.returncode} before it answered") from error
            if time.monotonic() > deadline:
                raise RuntimeError(f"{url} did not answer within {seconds} s") from error
            time.sleep(0.05)
