"""Settings of this device, kept in the vault."""

from dataclasses import asdict, dataclass

from vigreview.process.practice import Practice, Refused
from vigreview.vault import pin


@dataclass(frozen=True)
class Settings:
    """Minutes that the screen may lie untouched, alone and together; how large a film may be."""

    lock_minutes: int = 10
    lock_minutes_together: int = 30
    largest_gigabytes: int = 8
    longest_minutes: int = 180


def settings(practice: Practice) -> Settings:
    """Return the settings, with the shipped values for those never changed."""
    with practice.read() as db:
        held = {one["name"]: int(one["value"]) for one in db.table("settings").rows}
    return Settings(**{name: held.get(name, value) for name, value in asdict(Settings()).items()})


def change(practice: Practice, wanted: Settings) -> None:
    """Keep new settings."""
    with practice.write() as db:
        db.table("settings").upsert_all(
            ({"name": name, "value": str(value)} for name, value in asdict(wanted).items()),
            pk="name",
        )
        practice.record(db, "change settings", "settings", 0, **asdict(wanted))


def change_pin(practice: Practice, digits: str) -> None:
    """Set another PIN. Raises Refused unless it is 4 to 8 digits."""
    try:
        with practice.write() as db:
            pin.set_pin(db, digits)
            practice.record(db, "change pin", "pin", 1)
    except ValueError as error:
        raise Refused(str(error)) from error


def begin(practice: Practice, name: str, digits: str) -> None:
    """Keep who the practitioner is, and their PIN, in a vault that was just set up."""
    with practice.write() as db:
        db.table("practitioner").insert({"id": 1, "name": name.strip()})
        pin.set_pin(db, digits)


def practitioner(practice: Practice) -> str:
    """Return the practitioner's name."""
    with practice.read() as db:
        found = db.execute("select name from practitioner").fetchone()
        return str(found[0]) if found else ""
