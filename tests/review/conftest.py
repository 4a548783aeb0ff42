"""Jobs whose review is looked at, and the browser that does it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from generator.render.files import Job
from generator.sources import load_sources
from generator.workspace import JobPlace

from .jobs import HOSTILE, SAMPLES, changed_copybook, hostile_copybook

Mapped = Callable[[str, str], Job]

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # a container's only user is root, whom Chromium refuses otherwise
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)


def cobrepo(root: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments, "--root", str(root)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
    )


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, generated; POLICY has changed since, and its review says so."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(SAMPLES, root / "source")
    cobrepo(root, "generate", "--all")
    member = root / "source/jobs/POLICY/copybooks/POLTRAN.cpy"
    member.write_text(changed_copybook(member.read_text("utf-8")), "utf-8")
    cobrepo(root, "review", "POLICY")
    return root


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A job whose literals and reasons are HTML."""
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "source/jobs/HOSTILE"
    (folder / "copybooks").mkdir(parents=True)
    (folder / "copybooks/REC.cpy").write_text(hostile_copybook(), "utf-8")
    (folder / "job.yaml").write_text(HOSTILE, "utf-8")
    cobrepo(root, "review", "HOSTILE")
    return root


@pytest.fixture
def mapped(tmp_path: Path) -> Mapped:
    """`mapped(copybook, yaml)`: the job CASE; the copybook has no margin yet."""
    place = JobPlace(tmp_path, "CASE", "case")
    place.copybooks.mkdir(parents=True)

    def run(copybook: str, yaml: str) -> Job:
        lines = dedent(copybook).strip("\n").splitlines()
        text = "".join(f"       {line}\n" for line in lines)
        (place.copybooks / "REC.cpy").write_text(text, "utf-8")
        place.config.write_text(f"version: 1\njob: CASE\n{yaml}\n", "utf-8")
        return load_sources(place).job

    return run


def page(root: Path, package: str) -> Path:
    return root / "python" / package / "review/schema.html"


@pytest.fixture(scope="session")
def chromium() -> Iterator[webdriver.Chrome]:
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_script_timeout(300)  # seconds, for a machine that has other work to do
    yield driver
    driver.quit()


class Browser:
    """A fresh look at pages: nothing kept from the test before."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def command(self, name: str, **parameters: Any) -> Any:
        return self.driver.execute_cdp_cmd(name, parameters)

    def size(self, width: int, height: int = 900) -> None:
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def prefer(self, scheme: str, media: str = "") -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.command("Emulation.setEmulatedMedia", media=media, features=features)

    def open(self, path: Path, anchor: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(path.as_uri() + anchor)

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)


@pytest.fixture
def browser(chromium: webdriver.Chrome) -> Browser:
    """The browser as if it was started now: light, wide, with nothing stored."""
    found = Browser(chromium)
    found.command("Emulation.setScriptExecutionDisabled", value=False)
    found.size(1440)
    found.prefer("light")
    chromium.get("about:blank")
    found.command("Storage.clearDataForOrigin", origin="file://", storageTypes="all")
    return found
