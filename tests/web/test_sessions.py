import time

import pytest

from tests.web.servers import PretendVault
from vigreview.web.seats import COVERED_SECONDS
from vigreview.web.sessions import ASLEEP, PAUSE, Narrowing, NotSignedIn, Sessions


@pytest.fixture
def doors():
    return Sessions()


def test_the_cookie_finds_its_session_and_no_other_does(doors, tmp_path):
    session, token = doors.begin(PretendVault(tmp_path), "Robin")
    assert doors.find(token) is session
    assert doors.find(token + "x") is None
    assert doors.find("") is None
    assert doors.find(None) is None


def test_the_token_is_not_kept(doors, tmp_path):
    _, token = doors.begin(PretendVault(tmp_path), "Robin")
    assert token not in repr(vars(doors))


def test_a_lock_ends_the_session_and_locks_the_vault_after_the_hooks(doors, tmp_path):
    vault = PretendVault(tmp_path)
    seen = []
    doors.on_lock(lambda session: seen.append(session.vault.locked))
    session, token = doors.begin(vault, "Robin")
    doors.lock(session)
    assert seen == [False]
    assert vault.locked
    assert doors.find(token) is None


def test_a_second_sign_in_shares_the_vault_until_the_last_one_locks(doors, tmp_path):
    first_vault, second_vault = PretendVault(tmp_path), PretendVault(tmp_path)
    first, _ = doors.begin(first_vault, "Robin")
    second, _ = doors.begin(second_vault, "Robin")
    assert second.vault is first_vault
    assert second_vault.locked
    doors.lock(first)
    assert not first_vault.locked
    doors.lock(second)
    assert first_vault.locked


def test_another_vault_locks_the_one_that_was_open(doors, tmp_path):
    real = PretendVault(tmp_path / "real")
    session, token = doors.begin(real, "Robin")
    doors.begin(PretendVault(tmp_path / "demo"), "Robin", demo=True)
    assert session.ended
    assert real.locked
    assert doors.find(token) is None


def test_every_change_of_what_may_be_seen_is_a_new_badge(doors, tmp_path):
    session, _ = doors.begin(PretendVault(tmp_path), "Robin")
    badges = [session.badge]
    doors.narrow(session, Narrowing(3, "review"))
    badges.append(session.badge)
    assert session.place == "/review?sitting=3"
    doors.widen(session)
    badges.append(session.badge)
    assert session.place == "/"
    assert len(set(badges)) == 3
    assert doors.of_badge(badges[2]) is session
    for old in (*badges[:2], None, "", 7):
        with pytest.raises(NotSignedIn):
            doors.of_badge(old)


def test_taking_the_tablet_back_uncovers_it(doors, tmp_path):
    session, _ = doors.begin(PretendVault(tmp_path), "Robin")
    doors.narrow(session, Narrowing(3, "review"))
    doors.cover(session, PAUSE)
    assert session.cover == PAUSE
    doors.widen(session)
    assert not session.cover


def left_alone(session, seconds):
    session.last_seen = tuple(one - seconds for one in session.last_seen)


def test_a_time_together_that_is_left_alone_falls_asleep_and_the_vault_stays_open(doors, tmp_path):
    kept = []
    doors.keep_cover = lambda session, cover: kept.append(cover)
    session, token = doors.begin(PretendVault(tmp_path), "Robin")
    doors.narrow(session, Narrowing(3, "review"))
    left_alone(session, 601)
    assert doors.find(token) is session
    assert session.asleep
    doors.cover(session, PAUSE)  # a tap somewhere: it sleeps on
    assert session.asleep
    assert kept == [ASLEEP]
    left_alone(session, COVERED_SECONDS)
    assert doors.find(token) is None
    assert session.vault.locked


def test_two_screens_of_one_time_together_fall_asleep_together(doors, tmp_path):
    vault = PretendVault(tmp_path)
    one, _ = doors.begin(vault, "Robin")
    other, _ = doors.begin(vault, "Robin")
    desk, _ = doors.begin(vault, "Robin")
    for session in (one, other):
        doors.narrow(session, Narrowing(3, "review"))
        left_alone(session, 601)
    doors.touch(one)
    doors.sweep()
    assert not other.asleep
    left_alone(one, 601)
    doors.sweep()
    assert (one.asleep, other.asleep, desk.asleep) == (True, True, False)


def test_a_screen_whose_cover_cannot_be_kept_is_covered_all_the_same(doors, tmp_path):
    def full(session, cover):
        raise OSError("the disk is full")

    doors.keep_cover = full
    session, token = doors.begin(PretendVault(tmp_path), "Robin")
    doors.narrow(session, Narrowing(3, "review"))
    left_alone(session, 601)
    assert doors.find(token) is session
    assert session.asleep
    with pytest.raises(OSError, match="full"):
        doors.cover(session, "")
    assert session.asleep


def test_a_session_left_alone_is_locked_when_it_next_asks(doors, tmp_path):
    session, token = doors.begin(PretendVault(tmp_path), "Robin")
    mono, wall = session.last_seen
    session.last_seen = (mono - 601, wall - 601)
    assert doors.find(token) is None
    assert session.vault.locked


def test_sleep_of_the_laptop_counts_as_being_left_alone(doors, tmp_path):
    session, token = doors.begin(PretendVault(tmp_path), "Robin")
    session.last_seen = (time.monotonic(), time.time() - 3600)
    doors.sweep()
    assert doors.find(token) is None


def test_a_touch_keeps_it_open_and_the_setting_is_asked_anew(tmp_path):
    limits = [50.0]
    doors = Sessions(lambda session: limits[-1])
    session, token = doors.begin(PretendVault(tmp_path), "Robin")
    mono, wall = session.last_seen
    session.last_seen = (mono - 40, wall - 40)
    doors.sweep()
    assert doors.find(token) is session
    doors.touch(session)
    assert session.idle_for < 5
    limits.append(-1.0)
    doors.sweep()
    assert session.ended
