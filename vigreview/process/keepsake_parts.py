"""What a keepsake that nobody waits for any more has left in its film's file."""

from contextlib import suppress

from vigreview.films.keepsake import forget_unfinished
from vigreview.process.filming import open_film
from vigreview.process.practice import NotThere
from vigreview.vault.store import Vault


def tidy_keepsake(vault: Vault, film_id: int) -> None:
    """Delete the pieces of a keepsake that was cancelled or failed; one still wanted keeps them."""
    with vault.read() as db:
        wanted = "film_id = ? and task = 'keepsake' and state in ('waiting', 'working')"
        if db.table("jobs").count_where(wanted, [film_id]):
            return
    with suppress(NotThere), open_film(vault, film_id) as file:
        forget_unfinished(file)
