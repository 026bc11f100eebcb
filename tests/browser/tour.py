"""A tour of every screen, for those who look at all of them: pictures, axe, the network."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.seen import FILM


def sign_in_screens(page: Page, url: str) -> Iterator[str]:
    """Show the screens of a device that has not been set up, and set it up."""
    page.goto(url)
    yield "welcome"
    page.get_by_role("link", name="Set up this device").click()
    yield "set-up"
    page.locator("[name=name]").fill(walk.NAME)
    page.locator("[name=passphrase]").fill(walk.PASSPHRASE)
    page.locator("[name=again]").fill(walk.PASSPHRASE)
    page.locator("[name=pin]").fill(walk.PIN)
    page.get_by_role("button", name="Continue").click()
    groups = page.locator(".key .letters").all_inner_texts()
    yield "recovery-key"
    page.get_by_role("link", name="I have written it down").click()
    yield "recovery-check"
    for number, group in enumerate(groups, start=1):
        page.locator(f"[name=group{number}]").fill(group)
    page.get_by_role("button", name="Finish").click()
    walk.screen(page, "Families")
    yield "caseload-empty"
    page.get_by_role("button", name="New family").click()
    walk.screen(page, "A new family")
    yield "new-family"


def desk_screens(page: Page, url: str, ids: dict[str, int]) -> Iterator[str]:
    """Show every screen of the desk, over a vault with a review that is ready."""
    page.goto(f"{url}/sign-in")
    yield "sign-in"
    page.goto(f"{url}/lost-passphrase")
    yield "lost-passphrase"
    walk.sign_in(page, url)
    walk.screen(page, "Families")
    yield "caseload"
    journey, film = f"journey={ids['journey']}", f"film={ids['film']}"
    for path, heading in (
        (f"journey?{journey}", "Ada and Sam"),
        (f"people?{journey}", "The people of this journey"),
        (f"consent?{journey}", "Consent"),
        (f"film?{journey}", "Films"),
        (f"film_now?{journey}", "Film now"),
        (f"clips?{film}", "Clips of film 1"),
        (f"rehearse?{film}", "Rehearse"),
        (f"get_ready?{film}", "Getting ready"),
        (f"files?{film}", "Files"),
        (f"keepsake?{film}", "Keepsake"),
        ("find", "Find clips"),
        ("settings", "Settings"),
        ("journey?journey=999", "There is nothing here"),
    ):
        page.goto(f"{url}/{path}")
        walk.screen(page, heading)
        if path.startswith("clips"):
            expect(page.locator(FILM)).to_have_attribute("data-frame", "0")
        yield path.replace("?", "-").replace("=", "-")


def together_screens(page: Page, url: str, ids: dict[str, int]) -> Iterator[str]:
    """Show every step of the shared review, with words in it, to its close."""
    page.goto(f"{url}/get_ready?film={ids['film']}")
    page.get_by_role("button", name="Hand over the tablet").click()
    walk.screen(page, "Hello again")
    yield "together-since"
    walk.go_on(page)
    walk.screen(page, "Our question")
    yield "together-question"
    walk.go_on(page)
    walk.screen(page, "What did you notice?")
    yield "together-clip"
    walk.say(page, "I wait for her, and then I smile")
    walk.drawn(page)
    page.get_by_role("button", name="That’s a strength").click()
    expect(page.get_by_role("button", name="A strength", exact=True)).to_be_visible()
    walk.drawn(page)
    yield "together-noticed"
    page.get_by_role("button", name="What does this show?").click()
    page.get_by_role("button", name="Encouraging initiatives").click()
    page.get_by_role("button", name="Waiting", exact=True).click()
    walk.drawn(page)
    yield "together-shows"
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="What might Ada have been thinking?").click()
    walk.screen(page, "What might Ada have been thinking?")
    yield "together-wonder"
    walk.go_on(page)
    walk.screen(page, "What did you notice?")
    walk.go_on(page)
    walk.screen(page, "What we take with us")
    page.get_by_role("button", name="An idea from this").first.click()
    expect(page.get_by_text("From what you noticed")).to_be_visible()
    walk.drawn(page)
    expect(page.locator("textarea#words")).to_have_value(re.compile("We noticed: I wait for her"))
    yield "together-idea-from"
    walk.say(page, "Sing before the bath")
    walk.drawn(page)
    yield "together-ideas"
    walk.go_on(page)
    walk.screen(page, "How it feels now")
    yield "together-where"
    walk.go_on(page)
    walk.screen(page, "Looking back at today")
    yield "together-read-back"
    walk.go_on(page)
    walk.screen(page, "Next time")
    yield "together-next"
    page.get_by_role("button", name="Leave").click()
    yield "together-leave"
    page.get_by_role("button", name="Stay here").click()
    page.get_by_role("button", name="Close our review").click()
    walk.screen(page, "Thank you")
    yield "together-thank-you"
    walk.leave(page)


def ending_screens(page: Page, url: str, ids: dict[str, int]) -> Iterator[str]:
    """Show every step of the journey's ending, after its shared review, to its close."""
    page.goto(f"{url}/journey?journey={ids['journey']}")
    walk.screen(page, "Ada and Sam")
    page.get_by_text("Ending, or closing gently").click()
    yield "journey-ending"
    page.get_by_role("button", name="Sit down for the ending").click()
    walk.screen(page, "This is what we looked for")
    yield "ending-question"
    walk.go_on(page)
    walk.screen(page, "What you saw in your films")
    expect(page.get_by_text("I wait for her, and then I smile")).to_be_visible()
    yield "ending-seen"
    walk.go_on(page)
    walk.screen(page, "Where would you say you are now?")
    yield "ending-where"
    walk.go_on(page)
    walk.screen(page, "How would you describe Ada now?")
    yield "ending-baby"
    walk.go_on(page)
    walk.screen(page, "And how is it between you and Ada now?")
    walk.go_on(page)
    walk.screen(page, "What would you like to happen with your films?")
    walk.say(page, "We would like the bath one")
    walk.drawn(page)
    yield "ending-films"
    walk.go_on(page)
    walk.screen(page, "Thank you for this journey")
    page.get_by_role("button", name="We have come to the end").click()
    walk.screen(page, "Thank you")
    walk.leave(page)


SIGNED_IN = (desk_screens, together_screens, ending_screens)
