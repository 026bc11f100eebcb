"""A film plays at once; what is made better behind it takes over on the bench by itself."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import walk
from tests.films.making import Wanted, make, steady
from tests.process.conftest import consent_to
from tests.seen import FILM
from vigreview.process.arriving import arrived, begin_film, expected_film, receive
from vigreview.process.consent import PURPOSES
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.settings import begin
from vigreview.vault.keys import new_recovery_key
from vigreview.vault.store import Vault

SLOW_TO_STEP = Wanted(steady(900), size=(1280, 720), key_every=900, options={"preset": "ultrafast"})


@pytest.mark.long
def test_the_bench_stays_on_its_frame_when_the_better_copy_takes_over(server, tablet):
    vault = Vault.create(server.home, walk.PASSPHRASE, new_recovery_key())
    practice = Practice(vault)
    begin(practice, walk.NAME, walk.PIN)
    journey = add_family(practice, "Ada and Sam", [Carer("Sam")], [Baby("Ada")])
    consent_to(practice, journey, PURPOSES)
    content = make(SLOW_TO_STEP)
    film = expected_film(practice, journey)
    begin_film(practice, film, len(content))
    receive(practice, film, 0, content)
    arrived(practice, film)
    vault.lock()
    server.start()
    walk.sign_in(tablet, server.url)
    walk.screen(tablet, "Families")
    tablet.goto(f"{server.url}/film?journey={journey}")
    expect(tablet.get_by_text("It is made quicker to step through behind this")).to_be_visible()
    tablet.get_by_role("button", name="Find the clips").click()
    walk.screen(tablet, "Clips of film 1")
    video = tablet.locator(FILM)
    expect(video).to_have_attribute("src", re.compile("/original$"))
    expect(video).to_have_attribute("data-frame", "0")  # before that there is nothing to move
    walk.step(tablet, "On one second")
    frame = video.get_attribute("data-frame")
    assert frame == "25"
    expect(video).to_have_attribute("src", re.compile("/playing$"), timeout=120_000)
    expect(video).to_have_attribute("data-frame", frame)
    expect(video).to_have_js_property("readyState", 4)
    walk.step(tablet, "One frame back")
