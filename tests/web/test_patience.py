import json
import time

import pytest

from vigreview.web.patience import LONGEST_WAIT, Patience, TooSoon


class Wrong(Exception):
    pass


def wrong():
    raise Wrong


def tried(patience, home):
    """Try wrongly once the wait is over, without waiting."""
    past = json.loads((home / "tries.json").read_text()) if (home / "tries.json").exists() else None
    if past:
        (home / "tries.json").write_text(json.dumps({**past, "last": time.time() - LONGEST_WAIT}))
    with pytest.raises(Wrong):
        patience.attempt(wrong, Wrong)


def test_each_wrong_try_doubles_the_wait_up_to_five_minutes(tmp_path):
    patience = Patience(tmp_path)
    assert patience.seconds_left == 0
    waits = []
    for _ in range(11):
        tried(patience, tmp_path)
        waits.append(patience.seconds_left)
    expected = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert waits == pytest.approx(expected, abs=0.5)


def test_while_waiting_nothing_is_tried_not_even_the_right_one(tmp_path):
    patience = Patience(tmp_path)
    tried(patience, tmp_path)
    tried(patience, tmp_path)
    with pytest.raises(TooSoon) as early:
        patience.attempt(lambda: pytest.fail("was tried"), Wrong)
    assert 1 < early.value.seconds <= 2


def test_a_restart_forgets_nothing_and_no_name_is_kept(tmp_path):
    tried(Patience(tmp_path), tmp_path)
    tried(Patience(tmp_path), tmp_path)
    with pytest.raises(TooSoon):
        Patience(tmp_path).attempt(wrong, Wrong)
    assert set(json.loads((tmp_path / "tries.json").read_text())) == {"wrong", "last"}


def test_ending_the_server_in_the_middle_of_a_try_is_counted(tmp_path):
    patience = Patience(tmp_path)

    def look():
        assert Patience(tmp_path).seconds_left > 0

    patience.attempt(look, Wrong)
    assert patience.seconds_left == 0


def test_the_right_one_ends_the_wait(tmp_path):
    patience = Patience(tmp_path)
    tried(patience, tmp_path)
    (tmp_path / "tries.json").write_text(json.dumps({"wrong": 3, "last": time.time() - 10}))
    assert patience.attempt(lambda: "open", Wrong) == "open"
    assert not (tmp_path / "tries.json").exists()


def test_a_clock_set_back_does_not_make_the_wait_longer(tmp_path):
    (tmp_path / "tries.json").write_text(json.dumps({"wrong": 4, "last": time.time() + 9999}))
    assert Patience(tmp_path).seconds_left <= 8


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"wrong": 2}'])
def test_a_file_cut_short_counts_as_one_try(tmp_path, broken):
    (tmp_path / "tries.json").write_text(broken)
    assert 0 < Patience(tmp_path).seconds_left <= 1


def test_what_fails_for_another_reason_is_not_held_against_anybody(tmp_path):
    patience = Patience(tmp_path)
    with pytest.raises(OSError, match="disk"):
        patience.attempt(lambda: (_ for _ in ()).throw(OSError("disk")), Wrong)
    assert patience.seconds_left == 0
