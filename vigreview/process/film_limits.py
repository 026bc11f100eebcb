"""How large a film may be: by the settings, and by the room on the disk."""

import shutil

from vigreview.process.practice import Practice, Refused
from vigreview.process.settings import settings
from vigreview.refusals import NoRoom, TooLarge

GB = 1_000_000_000
KEPT_FREE = 500_000_000  # bytes that films leave on the disk for the vault and everybody else


def largest_bytes(practice: Practice) -> int:
    """Return how many bytes a film may have, by this device's settings."""
    return settings(practice).largest_gigabytes * GB


def room(practice: Practice) -> int:
    """Return how many bytes films may still take on this device's disk."""
    return max(0, shutil.disk_usage(practice.vault.films_folder).free - KEPT_FREE)


def check_length(practice: Practice, length: int, held: int = 0) -> None:
    """Raise Refused, TooLarge or NoRoom where a film of `length` bytes cannot be taken in.

    `held` of them lie on the disk already.
    """
    if length <= 0:
        raise Refused("This file is empty.")
    check_size(practice, length)
    if length - held > room(practice):
        raise NoRoom("There is not enough room left on this device for this film.")


def check_size(practice: Practice, length: int) -> None:
    """Raise TooLarge where a film of so many bytes would be larger than the settings allow."""
    if length > largest_bytes(practice):
        most = settings(practice).largest_gigabytes
        raise TooLarge(f"This film is larger than {most} GB, which is more than can be taken in.")
