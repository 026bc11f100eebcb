"""Whatever people write is shown letter for letter, and never as markup, on every screen."""

import re
from html.parser import HTMLParser

import pytest

from tests.screens.lives import (
    a_clip,
    a_review,
    baby_of,
    carer_of,
    days_before_today,
    make_copies,
    with_film,
)
from tests.screens.seat import ESCAPED, JOINER
from vigreview.process import together
from vigreview.process.consent import consents, give_consent, withdraw_consent
from vigreview.process.ending import open_ending, wish_for_films
from vigreview.process.filming import erase_film, film_failed
from vigreview.process.helping_question import describe, say
from vigreview.process.journeys import record_visit
from vigreview.process.people import Baby, Carer, add_family
from vigreview.process.practice import Practice
from vigreview.process.shared_review import (
    add_idea,
    notice,
    noticed_since,
    on_my_mind,
    plan_next,
    reword,
    wonder,
)

MARK = "zz"
OURS = {"p", "h1", "h2", "b", "bdi", "blockquote", "cite", "header", "div", "span", "img"}
MARKUP = re.compile(r"[*<>\[\]$:_`~#|&]|^\d+\.|!\[")
# What Streamlit makes arrows, icons and links of, escaped or not.
REWRITTEN = re.compile(r"->|<-|--|[<>~]=|:[\w/+-]|www\.|@")


def nasty(of):
    return (
        f"1. **{MARK}{of}** <b>x</b> [a](http://x) $1$ :red[x] `c` _d_ ~~e~~ &lt; &amp; "
        '<img src=x onerror="alert(1)"> \\ # f | g ![h](i) </p> -> <- -- >= :material/home: '
        "www.example.com me@example.com"
    )


@pytest.fixture
def journey(practice):
    carer = Carer(*map(nasty, ("name", "by-baby", "called", "pronouns", "language")))
    baby = Baby(nasty("baby"), born_on=days_before_today(70))
    journey = add_family(practice, nasty("family"), [carer], [baby])
    record_visit(practice, journey, "filming", "2026-01-05", nasty("setting"), 30, nasty("present"))
    agree(practice, journey)
    return journey


def agree(practice, journey):
    here = Practice(practice.vault, together.open_question_sitting(practice, journey))
    for step in ("doubt", "hope", "question"):
        say(here, step, nasty(f"earlier-{step}"), nasty(f"earlier-own-{step}"))
        say(here, step, nasty(step), nasty(f"own-{step}"))
    for about in ("baby", "us"):
        describe(here, about, nasty(f"about-{about}"), nasty(f"own-about-{about}"))


@pytest.fixture
def film(practice, journey):
    return with_film(practice, journey)


@pytest.fixture
def clip(practice, film):
    made = a_clip(practice, film, name=nasty("clip"), why=nasty("note"))
    make_copies(practice, film, made)
    return made


@pytest.fixture
def review(practice, journey, film, clip):
    sitting, here = a_review(practice, film)
    carer = carer_of(practice, journey)
    planned = plan_next(here, nasty("first-next"), nasty("own-first-next"), nasty("first-when"))
    said = [nasty(of) for of in ("next", "own-next", "language", "when")]
    reword(here, "next_times", planned, *said)
    for who, of in ((carer, "parent"), (None, "kim")):
        notice(here, clip, nasty(f"notice-{of}"), who, nasty(f"own-notice-{of}"))
        wonder(here, clip, nasty(f"wonder-{of}"), who)
        noticed_since(here, nasty(f"since-{of}"), who)
        on_my_mind(here, nasty(f"mind-{of}"), who)
        add_idea(here, nasty(f"idea-{of}"), who, nasty(f"own-idea-{of}"))
    return sitting


@pytest.fixture
def session(practice, doors):
    return doors.begin(practice.vault, nasty("kim"))[0]


def read(seat, *said):
    """Each of these words is on the screen as it was written, and nothing written is markup."""
    for of in said:
        assert any(nasty(of) in line for line in seat.lines), f"{of} is not shown on {seat.title}"
    for kind, text in seat.sources:
        if MARK not in text:
            continue
        if kind == "markdown":
            assert not MARKUP.search(ESCAPED.sub("", text)), f"{text} reads as Markdown"
            once_read = ESCAPED.sub(r"\1", text).replace(f"{JOINER}@", "")
            assert not REWRITTEN.search(once_read), f"{text} is rewritten"
        elif kind == "html":
            there = Elements(text)
            assert there.names <= OURS
            assert there.attributes <= {"class", "src", "alt", "loading", "dir", "lang"}
    return seat


class Elements(HTMLParser):
    """The elements that a browser finds in some HTML."""

    def __init__(self, text):
        super().__init__()
        self.names, self.attributes = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        assert not any(name == "src" and value == "x" for name, value in attrs)


def test_the_caseload(desk, journey):
    read(desk.open(), "family", "called", "baby")
    read(desk.fill(search=nasty("nobody")), "nobody")


def test_the_people(practice, desk, journey):
    read(desk.open("people", journey=journey), "family", "name", "by-baby", "called", "baby")
    desk.fill(**{f"carer-{carer_of(practice, journey)}-language": nasty("new")})
    read(desk, "new")


def test_consent(practice, desk, journey):
    said = {"given_by": nasty("by"), "evidence": nasty("evidence"), "given_on": "2026-01-05"}
    capacity = {"capacity": "local authority", "purpose": "filming"}
    give_consent(practice, journey, baby_id=baby_of(practice, journey), **said, **capacity)
    read(desk.open("consent", journey=journey), "family", "called", "baby", "by", "evidence")


def test_films(practice, desk, journey, film):
    read(desk.open("film", journey=journey), "family", "baby")
    film_failed(practice.vault, film, nasty("why"))
    read(desk.open("film", journey=journey), "why")
    withdraw_consent(practice, consents(practice, journey)[0].id)
    read(desk.open("film", journey=journey), "called")


def test_clips(desk, film, clip):
    read(desk.open("clips", film=film), "family", "question", "clip")
    # The part puts words on the screen as text, never as markup.
    assert desk.part("saying")["why"]["words"] == nasty("note")


def test_getting_ready(practice, desk, journey, film, clip):
    read(desk.open("get_ready", film=film), "question", "clip")
    with practice.write() as db:
        db.execute("update jobs set state = 'failed', why = ?", [nasty("why")])
        db.execute("update jobs set task = 'prepare'")
        db["clips"].update(clip, {"end_us": 3_000_000})
    read(desk.open("get_ready", film=film), "why")
    withdraw_consent(practice, consents(practice, journey)[0].id)
    read(desk.open("get_ready", film=film), "called")


def test_the_journey(practice, desk, journey, film, review):
    words = ["family", "called", "baby", "setting", "present", "clip", "kim"]
    words += [f"{when}{step}" for when in ("", "earlier-") for step in ("doubt", "hope")]
    words += ["question", "own-question", "earlier-question", "about-baby", "own-about-us"]
    for of in ("parent", "kim"):
        words += [f"{what}-{of}" for what in ("notice", "own-notice", "wonder", "mind", "idea")]
        words += [f"since-{of}", f"own-idea-{of}"]
    words += [f"{first}{what}" for first in ("", "first-") for what in ("next", "when")]
    words += ["own-next", "own-first-next"]
    read(desk.open("journey", journey=journey), *(set(words) - {"kim"}))
    erase_film(practice, film, nasty("reason"))
    read(desk.open("journey", journey=journey), "reason", "notice-parent", "wonder-kim")


def test_a_refusal_that_repeats_a_name(practice, desk, journey, film, clip):
    desk.open("get_ready", film=film)
    withdraw_consent(practice, consents(practice, journey)[0].id)
    desk.tap("hand_over")
    read(desk, "called")
    assert any(nasty("called") in one for one in desk.told)


def test_the_helping_question(practice, session, hand_over, journey):
    together.close(Practice(practice.vault, 1))
    here = hand_over(together.open_question_sitting(practice, journey))
    expected = [
        ("doubt", "own-doubt", "earlier-doubt"),
        ("hope", "own-hope", "earlier-hope", "doubt"),
        ("question", "own-question", "earlier-question", "hope"),
        (),
        ("baby", "about-baby", "own-about-baby"),
        ("baby", "about-us", "own-about-us"),
        ("question",),
    ]
    for said in expected:
        read(here, *said)
        if "turn-on" in here.keys:
            here.tap("turn-on")
    read(here.tap("turn-close"))


def test_the_shared_review(session, hand_over, journey, review, clip):
    here = hand_over(review)
    expected = [
        ("since-parent", "since-kim", "mind-parent"),
        ("question", "own-question", "earlier-question"),
        ("baby", "notice-parent", "own-notice-parent", "notice-kim", "called", "wonder-parent"),
        ("idea-parent", "own-idea-parent", "idea-kim", "notice-parent"),
        (),
        ("question", "own-question", "notice-parent", "wonder-kim", "idea-parent", "since-parent"),
        ("next", "own-next", "when"),
    ]
    for said in expected:
        read(here, *said)
        if "turn-on" in here.keys:
            here.tap("turn-on")
    read(here.tap("turn-close"))


def test_next_times_ideas_from_last_time(practice, session, hand_over, journey, review):
    second = with_film(practice, journey)
    make_copies(practice, second, a_clip(practice, second))
    read(hand_over(a_review(practice, second)[0]), "idea-parent", "own-idea-kim")


def test_our_own_parts_are_given_words_as_data(hand_over, review):
    box = hand_over(review).part("box-since")
    assert [one["word"] for one in box["who"]][:2] == [nasty("called"), nasty("kim")]
    assert nasty("language") in box["own_languages"][0]["label"]


def test_the_ending(practice, journey, film, review, hand_over):
    together.close(Practice(practice.vault, review))
    sitting = open_ending(practice, journey)
    wish_for_films(
        Practice(practice.vault, sitting), nasty("wish"), carer_of(practice, journey), nasty("own")
    )
    told = [
        ("question", "own-question"),
        ("notice-parent", "own-notice-parent", "called"),
        (),
        ("baby", "about-baby", "own-about-baby"),
        ("about-us", "own-about-us"),
        ("wish", "own", "called"),
        ("baby", "about-us", "own-about-us"),
    ]
    for seat, said in zip(hand_over(sitting).steps(), told, strict=True):
        read(seat, *said)
