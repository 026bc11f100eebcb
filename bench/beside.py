"""Looking into a practice while the app has it open: only reading, as a second program."""

from pathlib import Path

from tests.browser.rows import rows_of


class Beside:
    """The rows of the vault in `home`, as they are at each moment."""

    def __init__(self, home: Path) -> None:
        self._rows = rows_of(home)

    def playable(self, film_id: int) -> bool:
        """Tell whether a film can be opened by now. Raises AssertionError where it cannot be."""
        row = "select state, why from films where id = ?"
        state, why = self._rows.execute(row, [film_id]).fetchone()
        assert state in ("preparing", "ready"), f"{state}: {why}"
        return bool(state == "ready")

    def at_rest(self) -> bool:
        """Tell whether no film work is waiting or under way."""
        busy = "select 1 from jobs where state in ('waiting', 'working')"
        return self._rows.execute(busy).fetchone() is None

    def close(self) -> None:
        self._rows.close()
