"""What every end-to-end test is given.

Environment: DIST (the build under test, default `dist/` of the checkout), HAE_NODE_MODULES (default `node_modules` here), and the paths of
browsers and drivers named in engines.py. Options: `--engine chromium` (may be given more than once).

A test that takes `page` runs in each engine, on an origin of its own (so with empty storage), under the strict policy, and fails
if the page complained of anything. Figures are measured while no other worker uses the machine.
"""

from __future__ import annotations

import contextlib
import fcntl
import tempfile
from pathlib import Path

import pytest

import engines
from figures import Figures
from page import Page
from servers import Endpoints, Httpbin, Site, dist

_SHARED = pytest.StashKey[Path]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", action="append", choices=engines.NAMES, help="run in this engine only (may be repeated)")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "figure: measures; runs while no other test does")
    config.addinivalue_line("markers", "only_in(*engines): what is measured can be measured there only")
    shared = getattr(config, "workerinput", {}).get("shared")
    config.stash[_SHARED] = Path(shared) if shared else Path(tempfile.mkdtemp(prefix="hae-e2e-"))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    """Tells every worker of pytest-xdist the one folder that they share."""
    node.workerinput["shared"] = str(node.config.stash[_SHARED])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        wanted = metafunc.config.getoption("--engine") or engines.NAMES
        only = metafunc.definition.get_closest_marker("only_in")
        metafunc.parametrize("engine", [name for name in wanted if not only or name in only.args], indirect=True, scope="session")


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    figures = Figures(config.stash[_SHARED] / "figures").all()
    if figures:
        terminalreporter.section("figures")
        for figure in figures:
            terminalreporter.write_line(figure.line())


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest):
    """One running browser a worker and engine."""
    running = engines.start(request.param)
    # A command that a driver never answers fails its test instead of the whole run.
    running.driver.command_executor.client_config.timeout = 90
    running.driver.set_script_timeout(60)
    running.driver.set_page_load_timeout(60)
    yield running
    running.end()


@pytest.fixture(scope="session")
def httpbin():
    """The real httpbin."""
    server = Httpbin()
    yield server
    server.end()


@pytest.fixture
def endpoints():
    """A server that answers badly, new for each test."""
    server = Endpoints()
    yield server
    server.end()


@pytest.fixture
def site(request, httpbin, endpoints):
    """`dist/` and the tests' own pages under the strict policy, on an origin of its own."""
    if request.module.__name__ != "test_harness" and not (dist() / "index.html").is_file():
        pytest.fail(f"{dist()} holds no build: run `cargo xtask build`, or set DIST", pytrace=False)
    server = Site(f"{httpbin.origin} {endpoints.origin}")
    yield server
    server.end()


@pytest.fixture
def sandboxed_site(httpbin, endpoints):
    """As `site`, but its pages have no storage."""
    server = Site(f"{httpbin.origin} {endpoints.origin}", sandboxed=True)
    yield server
    server.end()


@pytest.fixture
def page(engine, site, _turn):
    """An empty page in a window of ordinary size; quiet to its end."""
    page = Page(engine, site)
    _only_one_tab(engine)
    page.open("about:blank")
    page.viewport(1280, 900)
    yield page
    with contextlib.suppress(Exception):
        _only_one_tab(engine)
        engine.driver.get("about:blank")
    page.should_be_quiet()


@pytest.fixture
def plain_site(httpbin, endpoints):
    """As `site`, with nothing added to the pages: for figures."""
    server = Site(f"{httpbin.origin} {endpoints.origin}", first_script=None)
    yield server
    server.end()


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """Where figures are recorded."""
    return Figures(request.config.stash[_SHARED] / "figures")


@pytest.fixture
def _turn(request: pytest.FixtureRequest):
    """Lets ordinary tests of several workers run beside each other, and a figure alone.

    Everybody passes the gate; a figure keeps it shut while it waits for the others to end, so that it is not starved.
    """
    folder = request.config.stash[_SHARED]
    alone = request.node.get_closest_marker("figure") is not None
    with open(folder / "gate", "w") as gate, open(folder / "room", "w") as room:
        fcntl.flock(gate, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(gate, fcntl.LOCK_UN)
        yield
        fcntl.flock(room, fcntl.LOCK_UN)


def _only_one_tab(engine: engines.Engine) -> None:
    """Closes what a test left open."""
    driver = engine.driver
    first, *others = driver.window_handles
    for handle in others:
        driver.switch_to.window(handle)
        driver.close()
    driver.switch_to.window(first)
