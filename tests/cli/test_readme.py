"""Every command in the README is run as it stands."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(r"^```console\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
COMMANDS = [line.removeprefix("$ ").split("  #")[0].strip() for block in BLOCKS for line in block.splitlines() if line.startswith("$ ")]
SETTING_UP = ("git ", "cd ", "make", "pipx ", "pip ", "eval ", "source ")


def test_the_readme_has_commands() -> None:
    assert len([command for command in COMMANDS if command.startswith("sladocs ")]) >= 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme")


def test_the_readme_runs_from_top_to_bottom(folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in COMMANDS:
        if command.startswith(SETTING_UP):
            continue
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path}
        )
        meant = 1 if shlex.split(command)[1] == "diff" else 0
        assert done.returncode == meant, f"{command}\n{done.stdout}\n{done.stderr}"


def test_the_set_up_commands_name_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in COMMANDS:
        if command.startswith("make"):
            assert re.search(rf"^{command.split()[1]}:", makefile, re.MULTILINE), command
