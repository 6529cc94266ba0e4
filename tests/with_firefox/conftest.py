"""A real Firefox, driven by WebDriver BiDi, which it speaks itself: no driver beside it.

It is found on PATH or by PARTNERGRAPH_FIREFOX; `make test` sets one up. Where there is none these
tests skip, or, where CI is set, fail.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from itertools import count

import pytest
from websockets.sync.client import connect

NAMES = ("firefox-esr", "firefox")
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
SETTINGS = """
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"""
WITHIN = 20


class Tab:
    """A tab of Firefox: it goes to addresses and evaluates expressions."""

    def __init__(self, socket):
        self._socket = socket
        self._numbers = count(1)
        self.errors, self.requests = [], []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._context = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method, **parameters):
        """The result of a command; what is told meanwhile is kept."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            said = json.loads(self._socket.recv(timeout=60))
            if said.get("id") == number:
                assert said["type"] == "success", said
                return said["result"]
            self._hear(said)

    def _hear(self, said):
        parameters = said.get("params", {})
        if said.get("method") == "log.entryAdded" and parameters["level"] == "error":
            self.errors.append(parameters["text"])
        if said.get("method") == "network.beforeRequestSent":
            self.requests.append(parameters["request"]["url"])

    def size(self, width, height):
        viewport = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=self._context, viewport=viewport)

    def go(self, address):
        self.send("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def evaluate(self, expression):
        """The value of an expression, which may be a promise; a list or object as JSON has it."""
        whole = f"Promise.resolve({expression}).then((value) => JSON.stringify(value))"
        target = {"context": self._context}
        said = self.send("script.evaluate", expression=whole, target=target, awaitPromise=True)
        assert said["type"] == "success", said["exceptionDetails"]["text"]
        return json.loads(said["result"].get("value", "null"))

    def until(self, expression):
        """The value of an expression once it is one. Fails where that takes too long."""
        ends = time.monotonic() + WITHIN
        while time.monotonic() < ends:
            if found := self.evaluate(expression):
                return found
            time.sleep(0.05)
        raise AssertionError(f"never so: {expression}; errors: {self.errors}")


@pytest.fixture(scope="session")
def firefox(tmp_path_factory):
    """The address at which a Firefox listens."""
    named = os.environ.get("PARTNERGRAPH_FIREFOX")
    found = next(filter(None, map(shutil.which, filter(None, (named, *NAMES)))), None)
    if found is None:
        missing = "no Firefox: install one, or name it in PARTNERGRAPH_FIREFOX"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user.js").write_text(SETTINGS, "utf-8")
    process = subprocess.Popen(
        [found, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HOME": str(profile)},
    )
    try:
        yield next(filter(None, map(LISTENS.search, process.stderr)))[1]
    finally:
        process.terminate()
        process.wait(30)
        process.stderr.close()


@pytest.fixture(scope="session")
def only_tab(firefox):
    with connect(f"{firefox}/session", max_size=None) as socket:
        yield Tab(socket)


@pytest.fixture
def tab(only_tab):
    """A tab that fails a test for an error of a page, and for a request that leaves it."""
    only_tab.go("about:blank")
    only_tab.size(1280, 800)
    only_tab.errors.clear()
    only_tab.requests.clear()
    yield only_tab
    only_tab.evaluate("1")
    assert only_tab.errors == []
    own = ("file:", "data:", "blob:", "about:")
    assert [url for url in only_tab.requests if not url.startswith(own)] == []


@pytest.fixture(scope="session")
def seeds_page(seeds_db, tmp_path_factory):
    file = tmp_path_factory.mktemp("rendered") / "seeds.html"
    words = ["render", "--db", str(seeds_db), "-o", str(file)]
    subprocess.run([sys.executable, "-m", "partnergraph", *words], check=True, timeout=120)
    return file
