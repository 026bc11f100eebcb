"""The vault's tables: one migration after another, each with a file of SQL beside this one.

Never edit one that has been released; add the next at the end.
"""

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("vigreview")


def _run(db: Database, name: str) -> None:
    """Run name.sql, whose statements are kept apart by blank lines, inside the migration."""
    for statement in Path(__file__).with_name(f"{name}.sql").read_text("utf-8").split(";\n\n"):
        db.execute(statement)


def _widen(db: Database, table: str, allowed: str, wider: str) -> None:
    """Let a column's check allow more: its rows stay as they are, so only the words change.

    As in "Making Other Kinds Of Table Schema Changes", https://sqlite.org/lang_altertable.html.
    """
    db.execute("pragma writable_schema = on")
    db.execute(
        "update sqlite_schema set sql = replace(sql, ?, ?) where type = 'table' and name = ?",
        [allowed, wider, table],
    )
    version = db.execute("pragma schema_version").fetchone()[0]
    db.execute(f"pragma schema_version = {version + 1}")
    db.execute("pragma writable_schema = reset")


@migrations()
def first_journey(db: Database) -> None:
    """Everything that one journey needs, from the helping question to the journey page."""
    _run(db, "first_journey")


@migrations()
def microanalysis(db: Database) -> None:
    """What is said of clips and stills, films on hold, and the steps that can be undone."""
    _run(db, "microanalysis")


@migrations()
def files_out(db: Database) -> None:
    """Files that are handed over, to whom and why. A still's row goes with its film; this stays."""
    _run(db, "files_out")


@migrations()
def wording(db: Database) -> None:
    """A service's own wording of the principles; without lines, ours was put back."""
    _run(db, "wording")


@migrations()
def keepsake(db: Database) -> None:
    """What is chosen for a film's keepsake: its rows go with the film."""
    _run(db, "keepsake")


@migrations()
def supervision(db: Database) -> None:
    """Films of the shared review itself, for supervision: of a kind of their own, seen by names."""
    _run(db, "supervision")


@migrations()
def ending(db: Database) -> None:
    """A journey's ending is a time together too; what is wished for the films is said there."""
    _widen(db, "sittings", "'question', 'review'", "'question', 'review', 'ending'")
    _widen(db, "noticings", "'since', 'mind'", "'since', 'mind', 'films'")


@migrations()
def emptied_drafts(db: Database) -> None:
    """A box that somebody emptied is told from one in which nothing was typed since it was kept."""
    _run(db, "emptied_drafts")


@migrations()
def cover(db: Database) -> None:
    """What lies over the screen of a time together: a pause, or a sleep that the PIN ends."""
    _run(db, "cover")


@migrations()
def shared_review(db: Database) -> None:
    """Strengths, moments in the picture, where ideas come from, what is planned, captions."""
    earlier = "'since', 'mind', 'films'"
    _widen(db, "noticings", earlier, f"{earlier}, 'thinking', 'feeling', 'me'")
    _run(db, "shared_review")


@migrations()
def languages(db: Database) -> None:
    """Which sentences a service has had checked, its own corrections, what a sitting is in."""
    _run(db, "languages")


@migrations()
def presence(db: Database) -> None:
    """Who will be there when a shared review is looked at: of the journey, and beside it."""
    _run(db, "presence")


@migrations()
def whose_words(db: Database) -> None:
    """Whose a rating and a description is, and in which language words were said.

    In a journey with one carer what was rated before is theirs, else of whoever was there.
    """
    _run(db, "whose_words")


@migrations()
def in_other_words(db: Database) -> None:
    """First wordings of what was said in another language, and of next times; those let go of."""
    _run(db, "in_other_words")
