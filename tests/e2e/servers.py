"""The servers of the tests, all on the loopback, on free ports, ended with the tests.

`Site` serves `dist/` under a sub-path and the test-only pages of `pages/`, always under the strict policy. `Endpoints` answers as bad
servers do and remembers what it received. `Httpbin` is the real httpbin. What a page complains of comes back to `Site`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import processes

HERE = Path(__file__).parent
SUB_PATH = "/some/sub/path/"
MIME = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


def dist() -> Path:
    """The build under test: DIST, else `dist/` of this checkout."""
    return Path(os.environ.get("DIST") or HERE.parent.parent / "dist").resolve()


def policy(endpoints: str) -> str:
    """The strict content security policy under which everything runs."""
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
        f"connect-src 'self' {endpoints}; require-trusted-types-for 'script'"
    )


class _Server:
    """A threaded server on a free loopback port."""

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True
        self._http.owner = self
        self.origin = f"http://127.0.0.1:{self._http.server_address[1]}"
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def end(self) -> None:
        self._http.shutdown()
        self._http.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Small answers go out at once: without it each costs the delayed acknowledgement of 40 ms.
    disable_nagle_algorithm = True

    def log_message(self, *_arguments) -> None:
        """The tests' output is for the tests."""

    def answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def received_body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))


class Site(_Server):
    """`dist/` under a sub-path, and the pages of the tests beside it at `/pages/`.

    A new site is a new origin, so that each test has empty storage. Every page gets one more script, first in its head:
    `watch.js` sends back errors and violations of the policy; `first_script` names another one, or none. With `sandboxed` the pages
    have an origin of nobody's, as in a sandboxed frame: there they have no storage.
    """

    def __init__(self, endpoints: str, *, first_script: str | None = "watch.js", sandboxed: bool = False) -> None:
        self.root = dist()
        self.first_script = first_script
        self.complaints: list[dict] = []
        self.served: list[tuple[str, int]] = []
        super().__init__(_SiteHandler)
        self.csp = policy(endpoints)
        self.cors = {}
        if sandboxed:
            # For such a page 'self' is nobody, in WebKit at least: the origin is written out.
            self.csp = self.csp.replace("'self'", self.origin) + "; sandbox allow-scripts allow-forms allow-modals"
            self.cors = {"Access-Control-Allow-Origin": "*"}

    @property
    def address(self) -> str:
        """The standalone page."""
        return self.origin + SUB_PATH

    def page(self, name: str) -> str:
        """The address of a page of the tests."""
        return f"{self.origin}/pages/{name}"

    def missing(self) -> list[str]:
        """What was asked for and is not there."""
        return [path for path, status in self.served if status == 404]


class _SiteHandler(_Handler):
    def do_GET(self) -> None:
        site: Site = self.server.owner
        path = unquote(urlsplit(self.path).path)
        file = self._file(site, path)
        found = file is not None and file.is_file()
        site.served.append((path, 200 if found else 404))
        if not found:
            return self.answer(404, b"not here", {"Content-Type": "text/plain"})
        body = file.read_bytes()
        if file.suffix == ".html" and site.first_script:
            body = body.replace(b"<head>", f'<head><script src="/pages/{site.first_script}"></script>'.encode(), 1)
        headers = {
            **site.cors,
            "Content-Type": MIME.get(file.suffix, "application/octet-stream"),
            "Content-Security-Policy": site.csp,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-cache",
        }
        return self.answer(200, body, headers)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        site: Site = self.server.owner
        body = self.received_body()
        if self.path == "/complaints":
            site.complaints.append(json.loads(body))
            return self.answer(204, b"", site.cors)
        return self.answer(404)

    @staticmethod
    def _file(site: Site, path: str) -> Path | None:
        for prefix, folder in ((SUB_PATH, site.root), ("/pages/", HERE / "pages")):
            if path.startswith(prefix):
                file = (folder / path.removeprefix(prefix)).resolve()
                if file.is_dir():
                    file /= "index.html"
                return file if file.is_relative_to(folder) else None
        return None


@dataclass
class Received:
    """One request as it arrived."""

    method: str
    path: str
    query: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """All values of a header in one line, or None."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else None


class Endpoints(_Server):
    """Answers as bad servers do, with CORS open, and remembers what it received (preflights apart)."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.preflights: list[Received] = []
        self.dropped: list[str] = []
        self.release = threading.Event()
        super().__init__(_EndpointHandler)

    def end(self) -> None:
        self.release.set()
        super().end()


class _EndpointHandler(_Handler):
    CORS = {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE, PATCH",
        "Access-Control-Expose-Headers": "*",
    }

    def _request(self) -> Received:
        parts = urlsplit(self.path)
        return Received(self.command, parts.path, parts.query, list(self.headers.items()), self.received_body())

    def do_OPTIONS(self) -> None:
        server: Endpoints = self.server.owner
        server.preflights.append(self._request())
        asked = self.headers.get("Access-Control-Request-Headers", "")
        self.answer(204, b"", {**self.CORS, "Access-Control-Allow-Headers": asked})

    def _any(self) -> None:
        server: Endpoints = self.server.owner
        request = self._request()
        server.received.append(request)
        name = request.path.strip("/").replace("-", "_")
        respond = getattr(self, f"_{name}", None)
        if respond is None:
            return self.answer(404, b"no such endpoint", {**self.CORS, "Content-Type": "text/plain"})
        return respond(server, request)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _any

    def _send(self, body: bytes, content_type: str | None, status: int = 200, **more: str) -> None:
        headers = {**self.CORS, **{key.replace("_", "-"): value for key, value in more.items()}}
        if content_type:
            headers["Content-Type"] = content_type
        self.answer(status, body, headers)

    def _ok(self, _server, _request) -> None:
        self._send(b'{"ok": true, "big": 9007199254740993}', "application/json", X_Answer="yes")

    def _echo(self, _server, request: Received) -> None:
        """What was received, as JSON, the headers in order."""
        told = {
            "method": request.method,
            "query": request.query,
            "headers": request.headers,
            "body": request.body.decode("utf-8", "replace"),
        }
        self._send(json.dumps(told).encode(), "application/json")

    def _invalid_utf8(self, _server, _request) -> None:
        self._send(b'{"name": "caf\xe9 \xff\xfe"}', "application/json; charset=utf-8")

    def _empty(self, _server, _request) -> None:
        self._send(b"", "application/json")

    def _created_empty(self, _server, _request) -> None:
        self._send(b"", None, 201)

    def _no_content(self, _server, _request) -> None:
        self._send(b"", None, 204)

    def _unavailable(self, _server, _request) -> None:
        self._send(b'{"error": "down for maintenance", "retry": 9007199254740993}', "application/json", 503)

    def _html_as_json(self, _server, _request) -> None:
        self._send(b"<!doctype html><title>Login</title><script>alert(1)</script><p>Please log in", "application/json")

    def _json_as_image(self, _server, _request) -> None:
        self._send(b'{"not": "an image"}', "image/png")

    def _html(self, _server, _request) -> None:
        self._send(b"<!doctype html><title>Login</title><img src='/leak'><script src='/leak'></script><p>Please log in", "text/html")

    def _large_json(self, _server, _request) -> None:
        """About 1 MB."""
        rows = [{"id": n, "name": f"device {n}", "tags": ["lab", "büro"], "memory": 17179869184} for n in range(12_000)]
        self._send(json.dumps(rows, ensure_ascii=False).encode(), "application/json")

    def _no_cors(self, _server, _request) -> None:
        self.answer(200, b"you cannot read me", {"Content-Type": "text/plain"})

    def _hang_up(self, _server, _request) -> None:
        self.close_connection = True
        self.connection.close()

    def _slow(self, server: Endpoints, request: Received) -> None:
        """Answers only when released; notices that the browser has gone."""
        self.connection.settimeout(0.05)
        deadline = time.monotonic() + 30
        while not server.release.is_set() and time.monotonic() < deadline:
            try:
                if self.connection.recv(1) == b"":
                    server.dropped.append(request.path)
                    self.close_connection = True
                    return
            except TimeoutError:
                continue
            except OSError:
                server.dropped.append(request.path)
                self.close_connection = True
                return
        self.connection.settimeout(None)
        self._send(b'{"late": true}', "application/json")

    def _drip(self, server: Endpoints, request: Received) -> None:
        """A body that comes in pieces and has no end until released."""
        self.send_response(200)
        for name, value in {**self.CORS, "Content-Type": "text/plain", "Transfer-Encoding": "chunked"}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            while not server.release.wait(0.05):
                self.wfile.write(b"6\r\ndrip\r\n\r\n")
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            server.dropped.append(request.path)
            self.close_connection = True


class Httpbin:
    """The real httpbin, in processes of its own that end with us."""

    def __init__(self) -> None:
        port = processes.free_port()
        self.origin = f"http://127.0.0.1:{port}"
        self._process = processes.start(
            [
                sys.executable, "-m", "gunicorn", "httpbin:app", "--bind", f"127.0.0.1:{port}", "--no-control-socket",
                "--worker-class", "gthread", "--threads", "8", "--log-level", "critical",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        processes.wait_for_answer(self.origin + "/status/200", self._process)

    def end(self) -> None:
        processes.end(self._process)
