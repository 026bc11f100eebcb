"""Files: what is handed over, to whom and why; lists of clips come in."""

import pytest

from tests.process.conftest import consent_to
from tests.screens.lives import a_clip, a_family, with_film
from vigreview.components.list_picker.list_picker import Picked
from vigreview.documents.losslesscut import losslesscut_csv
from vigreview.films.overall import FROM_COPY
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.files_out import files_out, handed_over
from vigreview.process.jobs import jobs
from vigreview.process.microanalysis import clips
from vigreview.process.moments import Moment
from vigreview.process.stills import take_still


@pytest.fixture
def journey(practice):
    return a_family(practice)


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


def test_the_films_card_leads_to_its_files(practice, desk, journey, film):
    assert desk.open("film", journey=journey).tap(f"files-{film}").title == "Files"
    assert desk.address == {"film": film}
    assert desk.tap("back").title.startswith("Clips")


def test_a_clip_is_handed_over_with_a_reason(practice, desk, film):
    clip_id = a_clip(practice, film, name="Waiting")
    desk.open("files", film=film)
    assert desk.field("make").disabled, "there is no reason yet"
    desk.fill(why="Sam asked for it").tap("make")
    (file,) = files_out(practice, film)
    assert (file.clip_id, file.kind, file.for_whom) == (clip_id, "mp4", "family")
    assert [one.task for one in jobs(practice, film)] == ["export"]
    assert {"Files that were asked for", "Sam asked for it", file.name} <= set(desk.lines)
    assert "Download" not in desk.words, "it is still being made"
    with practice.write() as db:
        db.execute("update jobs set state = 'done'")
    assert links(desk.open("files", film=film)) == [f"/files/{file.id}"]
    assert FROM_COPY not in desk.lines
    with practice.write() as db:
        db.execute("update jobs set doing = ?", [FROM_COPY])
    assert FROM_COPY in desk.open("files", film=film).lines
    handed_over(practice, file.id)
    desk.open("files", film=film)
    assert links(desk) == []
    assert "Handed over on" in desk.words


def links(desk):
    return [one.proto.url for one in desk.elements if one.type == "link_button"]


def test_what_there_is_no_consent_to_is_said_and_cannot_be_made(practice, desk, journey, film):
    a_clip(practice, film)
    for given in consents(practice, journey):
        if given.purpose == "training" and given.baby_id:
            withdraw_consent(practice, given.id)
    desk.open("files", film=film).fill(why="A talk", whom_clip="training")
    assert "There is no consent for Ada to show it in training or presentations." in desk.told
    assert desk.field("make").disabled
    consent_to(practice, journey, ["training"])
    desk.open("files", film=film).fill(why="A talk", whom_clip="training")
    assert not desk.field("make").disabled


def test_a_still_goes_as_a_picture_and_a_list_with_notes_only_for_oneself(practice, desk, film):
    still_id = take_still(practice, film, 400_000)
    desk.open("files", film=film)
    assert "My own work in another program" not in desk.field("whom-still").options
    desk.fill(kind_still="png", why="To keep").tap("make")
    assert (files_out(practice, film)[0].still_id, files_out(practice, film)[0].kind) == (
        still_id,
        "png",
    )
    desk.fill(what="list-0")
    assert "notes" not in desk.keys
    desk.fill(whom_list="own work", why="In ELAN").fill(notes=True).tap("make")
    assert (files_out(practice, film)[0].kind, files_out(practice, film)[0].notes) == (
        "elan",
        True,
    )
    assert links(desk) == [f"/files/{files_out(practice, film)[0].id}"]


def picked(monkeypatch, name, data):
    """Let a file be chosen on the next look at the screen."""
    there = "vigreview.components.list_picker.list_picker.list_picker"
    monkeypatch.setattr(there, lambda told, key: Picked(name, data))


def test_a_list_is_brought_in_and_said_how_it_is_taken_back(practice, desk, film, monkeypatch):
    listed = losslesscut_csv([Moment(400_000, 1_000_000, "=looks"), Moment(2_000_000, None)])
    picked(monkeypatch, "clips.CSV", listed)
    desk.open("files", film=film)
    assert [one.name for one in clips(practice, film)] == ["=looks", ""]
    assert "2 clips are on the bench now. Undo there takes all of it back." in desk.lines


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("clips.eaf", b"<!DOCTYPE x><x/>", "is not opened"),
        ("clips.mp4", b"a film", "neither an .eaf nor a .csv"),
    ],
)
def test_a_list_that_cannot_be_read_says_so_and_changes_nothing(
    practice, desk, film, monkeypatch, name, data, word
):
    picked(monkeypatch, name, data)
    desk.open("files", film=film)
    assert clips(practice, film) == []
    assert any(word in sentence for sentence in desk.told)


def test_how_a_still_is_handed_over_is_on_the_screen_and_remembered(practice, desk, film):
    clip_id = a_clip(practice, film)
    still = f"still-{take_still(practice, film, 400_000, clip_id)}"
    desk.open("files", film=film).fill(what=still)
    assert desk.field("kind-still").options == ["A picture (JPEG)", "A picture (PNG)"]
    desk.fill(kind_still="png")
    desk.fill(what=f"clip-{clip_id}").fill(what=still)
    assert desk.field("kind-still").value == "png"
    desk.fill(why="Sam asked for it").tap("make")
    assert files_out(practice, film)[0].kind == "png"
    desk.open("caseload").open("files", film=film).fill(what=still)
    assert desk.field("kind-still").value == "png"
