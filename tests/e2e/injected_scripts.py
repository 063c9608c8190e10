"""The scripts put into pages under test: made from `injected/` and the pinned npm packages at the tests' start.

The packages are looked for in HAE_NODE_MODULES, else in `node_modules` beside this file (`npm ci`).
"""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def node_modules() -> Path:
    """Where the pinned packages lie."""
    folder = Path(os.environ.get("HAE_NODE_MODULES") or HERE / "node_modules")
    if not (folder / "axe-core").is_dir():
        raise RuntimeError(f"{folder} lacks the packages of tests/e2e/package.json: run `npm ci` there, or set HAE_NODE_MODULES")
    return folder


@cache
def look() -> str:
    """The functions of look.js as one script."""
    modules = node_modules()
    built = subprocess.run(
        [modules / ".bin/esbuild", HERE / "injected/run.js", "--bundle", "--format=iife", "--log-level=warning"],
        env={**os.environ, "NODE_PATH": str(modules)},
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        raise RuntimeError(f"esbuild failed:\n{built.stderr}")
    return built.stdout


@cache
def axe() -> str:
    """axe-core as one script."""
    return (node_modules() / "axe-core/axe.min.js").read_text(encoding="utf-8")
