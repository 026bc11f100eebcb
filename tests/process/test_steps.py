"""Each act on a film's clips can be undone and redone, across restarts, in no other film."""

import json
from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.process.conftest import FRAME_US, a_film, consent_to
from vigreview.process.consent import PURPOSES, consents, withdraw_consent
from vigreview.process.content import our_principles
from vigreview.process.filming import erase_film
from vigreview.process.microanalysis import (
    SEEN,
    bring_back_clip,
    clip,
    clips,
    delete_clip,
    deleted_clips,
    describe_clip,
    mark_clip,
    move_clip,
    put_in_order,
)
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice, Refused
from vigreview.process.steps import Steps, redo, steps, undo
from vigreview.process.stills import Crop, crop_still, delete_still, make_face, stills, take_still
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

PASSPHRASE = "a warm kitchen"


def test_what_was_done_last_is_undone_first_and_redone(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    move_clip(practice, made, 2_000_000, 5_000_000)
    describe_clip(practice, made, name="Waiting", chosen=True, principles=("waiting",))
    assert steps(practice, film) == Steps("describe clip", None)
    after = clip(practice, made)
    assert undo(practice, film) == made
    assert clip(practice, made) == replace(after, name="", standing="candidate", principles=())
    assert steps(practice, film) == Steps("move clip", "describe clip")
    undo(practice, film)
    assert clip(practice, made).start_us == 1_000_000
    assert undo(practice, film) == made
    assert clips(practice, film) == []
    assert [redo(practice, film) for _ in range(3)] == [made] * 3
    assert clip(practice, made) == after
    assert steps(practice, film) == Steps("describe clip", None)


def test_there_is_nothing_to_undo_before_the_first_act_nor_to_redo_after_the_last(practice, film):
    with pytest.raises(Refused, match="nothing to undo"):
        undo(practice, film)
    mark_clip(practice, film, 1_000_000, 5_000_000)
    with pytest.raises(Refused, match="nothing to redo"):
        redo(practice, film)


def test_a_new_act_takes_the_place_of_what_was_undone(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    describe_clip(practice, made, name="Waiting")
    undo(practice, film)
    describe_clip(practice, made, name="Looking")
    assert steps(practice, film).on is None
    undo(practice, film)
    assert clip(practice, made).name == ""


def test_what_changes_nothing_is_no_step(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    move_clip(practice, made, 1_000_000, 5_000_000)
    describe_clip(practice, made, name="")
    assert steps(practice, film).back == "mark clip"


def test_another_film_keeps_its_own_steps(practice, consented, film):
    other = a_film(practice, consented)
    first, second = (mark_clip(practice, one, 1_000_000, 5_000_000) for one in (film, other))
    undo(practice, film)
    assert clips(practice, film) == []
    assert [one.id for one in clips(practice, other)] == [second]
    assert redo(practice, film) == first


def test_stills_and_their_faces_and_parts_are_undone_as_well(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    first = take_still(practice, film, 2_000_000, made)
    second = take_still(practice, film, 3_000_000, made)
    assert clip(practice, made).face == second
    make_face(practice, first)
    crop_still(practice, first, Crop(250, 250, 500, 500))
    delete_still(practice, second)
    assert [(one.id, one.copy) for one in stills(practice, film)] == [
        (first, f"{first}-250-250-500-500")
    ]
    for _ in range(3):
        undo(practice, film)
    assert clip(practice, made).face == second
    assert [one.copy for one in stills(practice, film)] == [str(first), str(second)]
    undo(practice, film)
    assert clip(practice, made).face == first


@pytest.mark.parametrize("part", [(600, 0, 500, 500), (0, 0, 1000, 40), (-1, 0, 500, 500)])
def test_a_part_of_a_picture_lies_within_it_and_can_be_seen(practice, film, part):
    taken = take_still(practice, film, 2_000_000)
    with pytest.raises(Refused):
        crop_still(practice, taken, Crop(*part))


def test_a_deleted_clip_can_be_brought_back_for_as_long_as_its_film_lives(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    delete_clip(practice, made)
    mark_clip(practice, film, 2_000_000, 6_000_000)
    assert [one.id for one in deleted_clips(practice, film)] == [made]
    bring_back_clip(practice, made)
    assert deleted_clips(practice, film) == []
    undo(practice, film)
    assert [one.id for one in deleted_clips(practice, film)] == [made]


def test_without_consent_nothing_is_undone(practice, consented, film):
    mark_clip(practice, film, 1_000_000, 5_000_000)
    withdraw_consent(practice, consents(practice, consented)[0].id)
    with pytest.raises(Refused, match="no consent"):
        undo(practice, film)
    assert len(clips(practice, film)) == 1


def test_an_erased_film_leaves_no_steps_and_no_notes(practice, film):
    made = mark_clip(practice, film, 1_000_000, 5_000_000)
    describe_clip(practice, made, why="a private quibble", wonder="about the lullaby")
    describe_clip(practice, made, why="another quibble")
    erase_film(practice, film, "the journey is over")
    with practice.read() as db:
        assert db["steps"].count_where("film_id = ?", [film]) == 0
        kept = json.dumps([*db["clips"].rows, *db["payloads"].rows], default=str)
    assert "quibble" not in kept
    assert "lullaby" not in kept


def test_an_order_that_is_not_of_these_clips_is_refused(practice, film):
    first, second = (mark_clip(practice, film, at, at + 4_000_000) for at in (0, 8_000_000))
    put_in_order(practice, film, [second, first])
    for order in ([first], [first, first], [first, second, 4711]):
        with pytest.raises(Refused, match="changed meanwhile"):
            put_in_order(practice, film, order)
    assert [one.id for one in clips(practice, film)] == [second, first]


times_us = st.integers(0, 499).map(lambda frame: frame * FRAME_US)
which = st.integers(0, 9)


class Bench(RuleBasedStateMachine):
    """A practitioner who does anything in any order on two films, and stops and starts the app."""

    home: ClassVar[Vault]
    kept: ClassVar[tuple[int, int]]

    def __init__(self):
        super().__init__()
        self.practice = Practice(type(self).home)
        with self.practice.write() as db:
            for table in ("steps", "clip_seen", "clip_principles", "jobs"):
                db.table(table).delete_where()
            db.execute("update clips set face = null")
            db.table("stills").delete_where()
            db.table("clips").delete_where()
        self.past = {film: [self.seen(film)] for film in self.kept}
        self.future = {film: [] for film in self.kept}

    def seen(self, film):
        return clips(self.practice, film), stills(self.practice, film)

    def did(self, film):
        """Note what an act made of the bench, as somebody remembers who may want to go back."""
        now = self.seen(film)
        if now != self.past[film][-1]:
            self.past[film].append(now)
            self.future[film] = []

    def one(self, film, at):
        there = clips(self.practice, film)
        return there[at % len(there)] if there else None

    films = st.sampled_from([0, 1])

    @rule(film=films, one=times_us, other=times_us)
    def marks(self, film, one, other):
        film = self.kept[film]
        mark_clip(self.practice, film, one, other)
        self.did(film)

    @rule(film=films, at=which, one=times_us, other=times_us)
    def moves(self, film, at, one, other):
        film = self.kept[film]
        if found := self.one(film, at):
            move_clip(self.practice, found.id, one, other)
            self.did(film)

    @rule(
        film=films,
        at=which,
        name=st.sampled_from(["", "Waiting", "Looking"]),
        why=st.none() | st.text(max_size=5),
        chosen=st.none() | st.booleans(),
        named=st.none() | st.lists(st.sampled_from(our_principles().choices()), unique=True),
        seen=st.none() | st.lists(st.sampled_from(SEEN), unique=True),
    )
    def describes(self, film, at, name, why, chosen, named, seen):
        film = self.kept[film]
        if found := self.one(film, at):
            told = {"name": name, "why": why, "chosen": chosen, "principles": named, "seen": seen}
            describe_clip(self.practice, found.id, **told)
            self.did(film)

    @rule(film=films, chance=st.randoms())
    def reorders(self, film, chance):
        film = self.kept[film]
        order = [one.id for one in clips(self.practice, film)]
        chance.shuffle(order)
        put_in_order(self.practice, film, order)
        self.did(film)

    @rule(film=films, at=which)
    def deletes(self, film, at):
        film = self.kept[film]
        if found := self.one(film, at):
            delete_clip(self.practice, found.id)
            self.did(film)

    @rule(film=films, at=which)
    def brings_back(self, film, at):
        film = self.kept[film]
        if gone := deleted_clips(self.practice, film):
            bring_back_clip(self.practice, gone[at % len(gone)].id)
            self.did(film)

    @rule(film=films, at=which)
    def takes_a_still(self, film, at):
        film = self.kept[film]
        if found := self.one(film, at):
            take_still(self.practice, film, found.end_us, found.id)
            self.did(film)

    @precondition(lambda self: any(len(past) > 1 for past in self.past.values()))
    @rule(film=films)
    def goes_back(self, film):
        film = self.kept[film]
        if len(self.past[film]) == 1:
            with pytest.raises(Refused):
                undo(self.practice, film)
            return
        undo(self.practice, film)
        self.future[film].append(self.past[film].pop())

    @rule(film=films)
    def goes_on(self, film):
        film = self.kept[film]
        if not self.future[film]:
            with pytest.raises(Refused):
                redo(self.practice, film)
            return
        redo(self.practice, film)
        self.past[film].append(self.future[film].pop())

    @rule()
    def stops_and_starts(self):
        home = type(self).home.home
        type(self).home.lock()
        type(self).home = Vault.open(home, PASSPHRASE)
        self.practice = Practice(type(self).home)

    @invariant()
    def what_is_there_is_what_was_done(self):
        for film in self.kept:
            assert self.seen(film) == self.past[film][-1]
            told = steps(self.practice, film)
            assert (told.back is None) == (len(self.past[film]) == 1)
            assert (told.on is None) == (not self.future[film])


@pytest.mark.parametrize("acts", [40, pytest.param(200, marks=pytest.mark.long)])
def test_any_acts_in_any_order_leave_what_the_rows_say(tmp_path, acts):
    vault = Vault.create(tmp_path / "vault", PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    journey = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, journey, PURPOSES)
    Bench.home, Bench.kept = vault, (a_film(practice, journey), a_film(practice, journey))
    how = settings(
        max_examples=acts // 40,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Bench, settings=how)
    Bench.home.lock()
