"""The walls of the house: every import of every module runs downwards. See ARCHITECTURE.md."""

import ast
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

ROOT = Path(__file__).parents[1]
# From the top down. A room may use the rooms below its floor, and itself; rooms on one floor do
# not know each other.
FLOORS = (
    {"app"},
    {"pages"},
    {"front"},  # frame, wiring, and the other modules that lie directly in vigreview
    {"screens"},
    {"components", "documents"},
    {"process", "web"},
    {"films", "vault", "languages"},
    {"cipher", "refusals"},
)
ROOMS = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# What must not come in from outside, whatever for.
STRANGERS = {
    "process": {"streamlit", "starlette", "uvicorn", "httpx", "requests", "av", "moviepy", "http"},
    "films": {"streamlit", "starlette", "uvicorn", "sqlite_utils"},
    "vault": {"streamlit", "starlette", "uvicorn", "av", "moviepy", "PIL"},
    "languages": {"streamlit", "starlette", "uvicorn", "sqlite_utils", "sqlcipher3", "av"},
    "web": {"av", "moviepy", "PIL", "pandas", "altair"},
    "screens": {"starlette", "uvicorn", "sqlcipher3", "av", "moviepy"},
    "pages": {"starlette", "uvicorn", "sqlite_utils", "sqlcipher3", "av", "moviepy", "pathlib"},
}
COMPONENTS_MAY = sys.stdlib_module_names | {"streamlit", "vigreview.components"}


def modules():
    """Every module of the app, as (name, path)."""
    paths = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "vigreview").rglob("*.py")]
    return [(".".join(path.relative_to(ROOT).with_suffix("").parts), path) for path in paths]


def room_of(name):
    """The room that a module lies in; None for one that is not ours."""
    house, *inside = name.removesuffix(".__init__").split(".")
    if house in ("app", "pages"):
        return house
    if house != "vigreview":
        return None
    if not inside:
        return "cipher"  # the package itself, which registers SQLCipher and does nothing else
    return inside[0] if inside[0] in ROOMS else "front"


def imports(name, source):
    """Every module that a source imports, wherever in it and however it is written."""
    package = name if name.endswith("__init__") else name.rpartition(".")[0]
    package = package.removesuffix(".__init__")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _imported_from(node, package)
        elif isinstance(node, ast.Call) and _imports_by_name(node.func):
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))


def _imported_from(node, package):
    base = node.module or ""
    if node.level:
        above = package.split(".")[: len(package.split(".")) - node.level + 1]
        base = ".".join([*above, base]).strip(".")
    # `from vigreview import wiring` brings in a module, `from vigreview.wiring import who` a name.
    inside = base == "vigreview"
    yield from (f"{base}.{alias.name}" for alias in node.names) if inside else (base,)


def _imports_by_name(function):
    called = getattr(function, "id", getattr(function, "attr", ""))
    return called in ("__import__", "import_module")


def wrong(name, source):
    """The imports of a module that its room may not make."""
    room = room_of(name)
    return [one for one in imports(name, source) if not _may(room, one)]


def _may(room, imported):
    other = room_of(imported)
    if room == "components":
        return any(imported == one or imported.startswith(f"{one}.") for one in COMPONENTS_MAY)
    if other is None:
        return imported.partition(".")[0] not in STRANGERS.get(room, ())
    if room == other:
        return room != "pages"  # a screen is opened by its address, never imported
    return ROOMS[room] < ROOMS[other]


@pytest.mark.parametrize(
    ("name", "path"), modules(), ids=lambda one: one if "." in str(one) else ""
)
def test_no_room_imports_upwards(name, path):
    assert wrong(name, path.read_text(encoding="utf-8")) == []


def test_every_folder_is_a_room():
    folders = {path.name for path in (ROOT / "vigreview").iterdir() if path.is_dir()}
    assert {one for one in folders if not one.startswith("__")} <= set(ROOMS)


def test_the_house_is_read_whole():
    rooms = {room_of(name) for name, _ in modules()}
    assert rooms == set(ROOMS)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("vigreview.films.copy", "from vigreview.vault.store import Vault"),
        ("vigreview.vault.store", "import vigreview.films.file"),
        ("vigreview.process.people", "from vigreview.web.sessions import DOORS"),
        ("vigreview.web.gate", "from vigreview.process import people"),
        ("vigreview.web.gate", "def late():\n    from vigreview.process import people"),
        ("vigreview.web.gate", "from ..process import people"),
        ("vigreview.web.gate", "from .. import process"),
        ("vigreview.web.gate", "import importlib\nimportlib.import_module('vigreview.process')"),
        ("vigreview.languages.words", "from vigreview.process.people import People"),
        ("vigreview.languages.words", "import sqlite_utils"),
        ("vigreview.process.people", "from vigreview.screens import screen"),
        ("vigreview.process.people", "import streamlit as st"),
        ("vigreview.process.people", "from starlette.requests import Request"),
        ("vigreview.process.filming", "if True:\n    import av"),
        ("vigreview.components.bench.bench", "from vigreview.process import content"),
        ("vigreview.components.bench.bench", "from vigreview.refusals import Refused"),
        ("vigreview.components.bench.bench", "import pandas"),
        ("vigreview.screens.screen", "from pages import caseload"),
        ("vigreview.screens.screen", "import app"),
        ("pages.film", "from pages.clips import draw"),
        ("pages.film", "import sqlite_utils"),
        ("vigreview.cipher", "from vigreview.vault import keys"),
        ("vigreview.__init__", "from vigreview import process"),
        ("vigreview.process.__init__", "from ..web import gate"),
    ],
)
def test_an_upward_import_is_seen_however_it_is_written(name, source):
    assert wrong(name, source)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("app", "from vigreview import wiring\nfrom vigreview.web.gate import Gate"),
        ("pages.film", "from vigreview.screens import screen\nimport vigreview.process.people"),
        ("vigreview.wiring", "from vigreview.films.file import WrongOffset"),
        ("vigreview.screens.screen", "from vigreview.screens.fields import carer_fields"),
        ("vigreview.process.filming", "from vigreview.films.file import FilmFile"),
        ("vigreview.process.filming", "from .practice import Practice"),
        ("vigreview.web.gate", "import streamlit\nfrom vigreview.vault.store import Vault"),
        ("vigreview.components.bench.bench", "import json\nimport streamlit as st"),
        ("vigreview.components.bench.bench", "from vigreview.components.assets import Part"),
        ("vigreview.components.bench.bench", "from ..assets import Part"),
        ("vigreview.vault.store", "from vigreview import cipher"),
    ],
)
def test_an_import_that_runs_downwards_is_fine(name, source):
    assert wrong(name, source) == []


def test_a_film_worker_loads_nothing_of_the_tables_or_the_screens():
    """It is started for every job, and somebody waits for it."""
    loaded = "import sys, vigreview.films.worker; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, check=True, stdout=PIPE)
    modules = set(told.stdout.decode().split())
    assert "av" in modules
    assert not modules & {"sqlite_utils", "pandas", "streamlit", "starlette", "moviepy"}
