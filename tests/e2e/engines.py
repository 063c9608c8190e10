"""The three browser engines, started by paths given explicitly: nothing is downloaded.

Programs are taken from the environment, else from the PATH: CHROMIUM, CHROMEDRIVER, FIREFOX, GECKODRIVER, WEBKIT_BROWSER,
WEBKIT_DRIVER. Every profile is new, everything the browsers would fetch for themselves is off.
"""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field

from selenium import webdriver
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service as WebKitService
from selenium.webdriver.webkitgtk.webdriver import WebDriver as WebKitDriver

import processes

NAMES = ("chromium", "firefox", "webkit")

CHROMIUM_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    # Machines of tests have few cores: a window that is not in front must not be slowed down.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
)

FIREFOX_PREFERENCES = {
    "app.update.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "toolkit.telemetry.enabled": False,
    # A resolution of 1 ms that is not jittered: the figures are measured with performance.now().
    "privacy.reduceTimerPrecision": False,
    "browser.tabs.remote.autostart": True,
}


def program(variable: str, *names: str) -> str:
    """The path of a program: from the environment, else the first of `names` found (a path may be a pattern)."""
    given = os.environ.get(variable)
    if given:
        return given
    for name in names:
        found = shutil.which(name) or next(iter(sorted(glob.glob(name))), None)
        if found:
            return found
    raise RuntimeError(f"none of {', '.join(names)} is installed; install it, or set {variable} to its path")


@dataclass
class Engine:
    """One running browser."""

    name: str
    driver: WebDriver
    _undo: list[Callable[[], None]] = field(default_factory=list)

    def end(self) -> None:
        """Ends the browser, its driver and what was started for them."""
        try:
            self.driver.quit()
        finally:
            for undo in reversed(self._undo):
                undo()


def start(name: str, *, locale: str = "en-US") -> Engine:
    """Starts the engine `name` with a fresh profile; `locale` is the language it tells pages (not WebKit: always English)."""
    return {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[name](locale)


def _chromium(locale: str) -> Engine:
    options = webdriver.ChromeOptions()
    options.binary_location = program("CHROMIUM", "chromium", "google-chrome")
    for argument in (*CHROMIUM_ARGUMENTS, f"--lang={locale}"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"intl.accept_languages": locale, "intl.selected_languages": locale})
    service = ChromeService(
        program("CHROMEDRIVER", "chromedriver"), popen_kw={"preexec_fn": processes.end_with_parent}, log_output=os.devnull
    )
    return Engine("chromium", webdriver.Chrome(options=options, service=service))


def _firefox(locale: str) -> Engine:
    options = webdriver.FirefoxOptions()
    options.binary_location = program("FIREFOX", "firefox-esr", "firefox")
    options.add_argument("-headless")
    for key, value in {**FIREFOX_PREFERENCES, "intl.accept_languages": locale}.items():
        options.set_preference(key, value)
    service = FirefoxService(
        program("GECKODRIVER", "geckodriver"), popen_kw={"preexec_fn": processes.end_with_parent}, log_output=os.devnull
    )
    return Engine("firefox", webdriver.Firefox(options=options, service=service))


def _webkit(_locale: str) -> Engine:
    display, screen = _screen()
    try:
        options = WebKitOptions()
        options.binary_location = program("WEBKIT_BROWSER", "/usr/lib/*/webkit2gtk-4.1/MiniBrowser")
        options.add_argument("--automation")
        environment = {
            **os.environ,
            "DISPLAY": display,
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "GDK_BACKEND": "x11",
            # No settings of the machine's desktop, no bus, no accessibility bus that nobody answers.
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
            "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
        }
        service = WebKitService(
            program("WEBKIT_DRIVER", "WebKitWebDriver"),
            env=environment,
            popen_kw={"preexec_fn": processes.end_with_parent},
            log_output=os.devnull,
        )
        return Engine("webkit", WebKitDriver(options=options, service=service), [lambda: processes.end(screen)])
    except BaseException:
        processes.end(screen)
        raise


def _screen():
    """A screen of our own without a window manager; the number is chosen by Xvfb, so that parallel runs do not meet."""
    read, write = os.pipe()
    try:
        screen = processes.start(
            [
                program("XVFB", "Xvfb"),
                "-displayfd", str(write), "-screen", "0", "1920x1600x24", "-nolisten", "tcp", "-noreset",
            ],
            pass_fds=(write,),
            stdout=-3,
            stderr=-3,
        )  # fmt: skip
    finally:
        os.close(write)
    with os.fdopen(read) as number:
        line = number.readline().strip()
    if not line:
        processes.end(screen)
        raise RuntimeError("Xvfb did not start")
    return f":{line}", screen
