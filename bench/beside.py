"""Looking into a practice while the app has it open: only reading, as a second program."""

from pathlib import Path

from tests.browser.walk import PASSPHRASE
from vigreview import cipher
from vigreview.vault import keys
from vigreview.vault.store import DATABASE, KEY_FILE


class Beside:
    """The rows of the vault in `home`, as they are at each moment."""

    def __init__(self, home: Path) -> None:
        data_key = keys.unwrap(keys.load(home / KEY_FILE)[0], PASSPHRASE)
        assert data_key
        self._rows = cipher.connect(home / DATABASE, data_key)

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
