"""A clip's captions: WebVTT for this review's own clips, and for nobody else's."""

import pytest

from tests.screens.lives import a_clip, a_family, a_review, make_copies, with_film
from vigreview.handing_over import narrowing_of
from vigreview.process import shared_review, together
from vigreview.process.consent import consents, withdraw_consent
from vigreview.process.practice import NotThere, Refused
from vigreview.process.saying import say_of_clip
from vigreview.screens.clip_captions import open_captions
from vigreview.web.narrowed import together_may

TYPED = "0.5: There <b>you</b> are & I\nYes"
WRITTEN = b"""WEBVTT

00:00:00.500 --> 00:00:02.250
There &lt;b&gt;you&lt;/b&gt; are &amp; I

00:00:02.250 --> 00:00:04.000
Yes
"""


@pytest.fixture
def journey(practice):
    return a_family(practice)


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


@pytest.fixture
def clips(practice, film):
    """Two chosen clips, the first with captions, and one left out."""
    made = [a_clip(practice, film, at=at) for at in (0, 8)]
    left_out = a_clip(practice, film, at=15, chosen=False)
    for one in (made[0], left_out):
        say_of_clip(practice, one, "captions", TYPED)
    make_copies(practice, film, *made)
    return [*made, left_out]


@pytest.fixture
def review(practice, film, clips):
    return a_review(practice, film)[1]


def test_the_player_is_told_of_them_and_what_is_sent_is_webvtt(review, clips, hand_over):
    here = hand_over(review.sitting)
    for address in (f"/clips/{clips[0]}/captions", None):
        while not here.parts("clip-"):
            here.tap("turn-on")
        assert here.part("clip-")["captions"] == address
        here.tap("turn-on")
    sent = open_captions(review, clips[0])
    assert sent.read(0, sent.length) == WRITTEN
    assert sent.media_type.startswith("text/vtt")


def test_together_only_those_of_the_reviews_own_clips(practice, review, clips):
    together.hand_over(practice, review.sitting)
    narrowing = narrowing_of(practice, together.sitting(practice, review.sitting))
    paths = {one: f"/clips/{one}/captions" for one in clips}
    assert [together_may(path, narrowing) for path in paths.values()] == [True, True, False]
    with pytest.raises(Refused):
        open_captions(review, clips[2])
    with pytest.raises(NotThere):
        open_captions(review, clips[1])
    assert open_captions(practice, clips[2]).length


def test_no_longer_than_consent_holds(practice, journey, review, clips):
    sent = open_captions(review, clips[0])
    assert sent.allowed()
    for one in consents(practice, journey):
        if one.purpose == "review":
            withdraw_consent(practice, one.id)
    assert not sent.allowed()
    with pytest.raises(Refused):
        open_captions(review, clips[0])


def test_the_page_to_print_has_stills_only_where_they_may_be_given(
    practice, journey, review, clips, desk, film
):
    said = shared_review.notice(review, clips[0], "I wait for her", None)
    shared_review.keep_strength(review, said, True)
    page = desk.open("review_page", sitting=review.sitting)
    assert "A still of our clip" in page.lines
    assert "I wait for her" in page.lines
    for one in consents(practice, journey):
        withdraw_consent(practice, one.id)
    page = desk.open("review_page", sitting=review.sitting)
    assert "/stills/" not in "".join(text for _, text in page.sources)
    assert "I wait for her" in page.lines
