"""What a practitioner and a parent do, step by step, as words on the screen name it."""

import re
from pathlib import Path

from playwright.sync_api import Error, Page, expect

from tests.seen import FILM

NAME = "Kim Marker"
PASSPHRASE = "seven quiet otters by the canal"
PIN = "4719"


def set_up(page: Page, url: str) -> str:
    """Set up this device as a new user would; return the recovery key that was shown."""
    page.goto(url)
    page.get_by_role("link", name="Set up this device").click()
    page.locator("[name=name]").fill(NAME)
    page.locator("[name=passphrase]").fill(PASSPHRASE)
    page.locator("[name=again]").fill(PASSPHRASE)
    page.locator("[name=pin]").fill(PIN)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="I have written it down").wait_for()
    groups = page.locator(".key .letters").all_inner_texts()
    page.get_by_role("link", name="I have written it down").click()
    for number, group in enumerate(groups, start=1):
        page.locator(f"[name=group{number}]").fill(group)
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("heading", name="Families")).to_be_visible()
    return "-".join(groups)


def sign_in(page: Page, url: str) -> None:
    try:
        page.goto(f"{url}/sign-in")
    except Error as error:
        # After a kill the page goes there by itself as well, and one of the two gives way.
        if "ERR_ABORTED" not in error.message and "interrupted by" not in error.message:
            raise
        page.wait_for_url("**/sign-in")
    page.locator("[name=passphrase]").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in").click()


def new_family(page: Page, called: str = "Ada and Sam", carer: str = "Sam", baby: str = "Ada"):
    page.get_by_role("button", name="New family").click()
    page.get_by_role("textbox", name="What you call this family").fill(called)
    page.get_by_role("textbox", name="Name", exact=True).fill(carer)
    page.get_by_role("textbox", name="What baby calls them").fill("Dada")
    page.get_by_role("textbox", name="Name, or the word for the bump").fill(baby)
    page.get_by_text("Not yet born", exact=True).click()
    expect(page.get_by_text("Due on")).to_be_visible()
    page.get_by_role("button", name="Begin the journey").click()
    screen(page, called)


def say(page: Page, words: str, box: str | None = None) -> None:
    """Type words into the note box on the screen and keep them."""
    field = page.get_by_label(box) if box else page.locator("textarea#words")
    field.first.fill(words)
    page.get_by_role("button", name="Keep", exact=True).first.click()
    expect(page.get_by_text(words).first).to_be_visible()


def screen(page: Page, heading: str) -> None:
    """Wait for a screen by its heading, and until all of it is drawn."""
    expect(page.get_by_role("heading", name=heading)).to_be_visible(timeout=15_000)
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until the screen is drawn: until then, what stood there before may still be there."""
    app = page.locator("[data-testid=stApp]")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)  # parts that are still being loaded


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Go on", exact=True).click()


def leave(page: Page) -> None:
    """Give the tablet back to the practitioner."""
    page.get_by_role("button", name="Leave").click()
    pad = page.get_by_role("dialog", name="Leave the shared screen")
    for digit in PIN:
        pad.get_by_role("button", name=digit, exact=True).click()
    pad.get_by_role("button", name="Leave").click()
    screen(page, "Families")


def agree_question(page: Page) -> str:
    """Go through the helping question together; return it."""
    page.get_by_role("button", name="Sit down together").click()
    screen(page, "Is there something you wonder or worry about?")
    say(page, "Am I good enough?")
    go_on(page)
    screen(page, "What would you like instead?")
    say(page, "I'd like to feel closer to Ada")
    go_on(page)
    screen(page, "So what shall we look for together?")
    question = "What am I doing to build a closer relationship with Ada?"
    say(page, question)
    go_on(page)
    screen(page, "Where would you say you are?")
    page.get_by_role("radio", name="4").first.click()
    go_on(page)
    screen(page, "How would you describe Ada?")
    say(page, "She is watchful")
    go_on(page)
    screen(page, "And how is it between you and Ada?")
    say(page, "We are getting to know each other")
    go_on(page)
    screen(page, "Our helping question")
    page.get_by_role("button", name="We have our question").click()
    screen(page, "Thank you")
    return question


def consent_for_everybody(page: Page) -> None:
    """Say yes to filming and to looking together, for everybody on the journey."""
    for _ in range(2):
        person = page.locator("[data-testid=stExpander] details[open]").first
        person.get_by_text("To be filmed").click()
        person.get_by_text("To look at short clips").click()
        person.get_by_role("button", name="Keep this consent").click()
        expect(page.get_by_text("Yes, to look at short clips").nth(_)).to_be_visible()


def bring_film(page: Page, film: Path) -> None:
    page.locator("input[type=file]").set_input_files(str(film))


def mark_two_clips(page: Page) -> None:
    """Mark two clips of about a second on the bench, and choose both for the review."""
    # The bench is ready when it shows a frame: before that there is nothing to mark.
    expect(page.locator(FILM)).to_have_attribute("data-frame", re.compile(r"\d+"))
    marks = page.get_by_role("group", name="Mark a clip")
    for number in (1, 2):
        marks.get_by_role("button", name="Start here").click()
        step(page, "On one second")
        marks.get_by_role("button", name="End here").click()
        expect(page.locator(".order li")).to_have_count(number)
        drawn(page)
        page.get_by_role("button", name="Chosen", exact=True).click()
        expect(page.get_by_text("· chosen")).to_have_count(number)
        drawn(page)


def step(page: Page, button: str) -> None:
    """Press a button that moves through the film, and wait until that frame is painted."""
    video = page.locator(FILM)
    before = video.get_attribute("data-frame")
    page.get_by_role("button", name=button).click()
    expect(video).not_to_have_attribute("data-frame", before or "")
