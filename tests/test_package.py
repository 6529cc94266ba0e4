"""A wheel, installed where no checkout is, shows it all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str, cwd: Path, **more: str) -> str:
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")} | more
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT), cwd=folder)
    run(sys.executable, "-m", "venv", str(folder / "venv"), cwd=folder)
    (wheel,) = folder.glob("*.whl")
    python = str(folder / "venv/bin/python")
    run(
        python,
        "-m",
        "pip",
        "--quiet",
        "--disable-pip-version-check",
        "install",
        str(wheel),
        cwd=folder,
    )
    return folder


def test_the_demo_shows_gaps_overlaps_and_a_path_without_a_checkout(installed):
    shown = run(str(installed / "venv/bin/partnergraph"), "demo", cwd=installed)
    for expected in ("gfmd-2007-activities-matrix", "UNODC", "not recorded", "IOM"):
        assert expected in shown


def test_uvx_runs_the_demo_with_nothing_installed(installed: Path, tmp_path: Path) -> None:
    (wheel,) = installed.glob("*.whl")
    uvx = (str(Path(sys.executable).with_name("uvx")), "--python", sys.executable)
    run_demo = (*uvx, "--from", str(wheel), "partnergraph", "demo")
    shown = run(*run_demo, cwd=tmp_path, UV_SYSTEM_CERTS="1", UV_CACHE_DIR=str(tmp_path / "cache"))
    assert "UNODC" in shown
    assert (tmp_path / "partnergraph.html").exists()


def test_pipx_runs_it_with_nothing_installed(installed: Path, tmp_path: Path) -> None:
    (wheel,) = installed.glob("*.whl")
    pipx = (sys.executable, "-m", "pipx", "run", "--python", sys.executable, "--spec", str(wheel))
    shown = run(*pipx, "partnergraph", "--version", cwd=tmp_path, PIPX_HOME=str(tmp_path / "pipx"))
    assert "partnergraph 0" in shown


def test_the_wheel_carries_questions_documents_and_types(installed):
    where = run(
        str(installed / "venv/bin/python"),
        "-c",
        "import partnergraph; print(partnergraph.__path__[0])",
        cwd=installed,
    ).strip()
    package = Path(where)
    assert ROOT not in package.parents
    for name in ("cypher", "seeds"):
        there = {file.name: file.read_bytes() for file in (package / name).iterdir()}
        assert there == {file.name: file.read_bytes() for file in (ROOT / name).iterdir()}
    assert (package / "py.typed").exists()
    assert (package / "store/schema.sql").exists()
