"""The gate and the sign-in pages as a person meets them, in a real browser."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.responses import HTMLResponse
from starlette.routing import Route

from tests.web.receptions import NAME, PASSPHRASE, PIN, reception, set_up
from tests.web.servers import house
from vigreview.web.headers import screens_policy
from vigreview.web.signin import sign_in_routes

SIZES = ({"width": 1180, "height": 820}, {"width": 820, "height": 1180})
TARGETS = "a, button, input:not([type=hidden])"


@pytest.fixture
def desk(tmp_path):
    held = {}

    async def screen(request):
        return HTMLResponse("<title>Caseload</title>The caseload")

    def routes(doors):
        held["reception"] = reception(doors, tmp_path)
        return [*sign_in_routes(held["reception"]), Route("/", screen)]

    with house(routes, tmp_path) as made:
        made.reception = held["reception"]
        yield made


def opened(chromium, desk, **how):
    """Open a page that complains about what a browser complains about, and asks nobody else."""
    context = chromium.new_context(viewport=SIZES[0], base_url=desk.url, **how)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda asked: page.complaints.extend(_elsewhere(asked.url)))
    return page


def _elsewhere(url):
    parts = urlsplit(url)
    outside = parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1"
    return [f"asked {url}"] if outside else []


def complaints(page):
    """Return complaints that are not about an answer meant to be a refusal."""
    harmless = ("Failed to load resource", "[DOM] Password forms should have")
    return [said for said in page.complaints if not said.startswith(harmless)]


def look_over(page):
    """Check one page: no finding by axe in light and dark, and targets big enough to tap."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], scheme, one["nodes"][0]["html"]) for one in found] == []
    for size in SIZES:
        page.set_viewport_size(size)
        for target in page.locator(TARGETS).all():
            if target.is_visible():
                box = target.bounding_box()
                assert box["height"] >= 48, target.evaluate("e => e.outerHTML")
        wide = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert wide


def fill_in(page, passphrase=PASSPHRASE):
    page.get_by_label("What are you called?").fill(NAME)
    page.get_by_label("Choose a passphrase", exact=True).fill(passphrase)
    page.get_by_label("The same passphrase again", exact=True).fill(passphrase)
    page.get_by_label("A PIN of 4 to 8 digits", exact=True).fill(PIN)


def shown_groups(page):
    groups = page.locator(".key .letters")
    expect(groups).to_have_count(8)
    return groups.all_inner_texts()


def test_setting_up_a_device(chromium, desk):
    page = opened(chromium, desk)
    page.goto("/")
    look_over(page)
    page.get_by_role("link", name="Set up this device").click()
    look_over(page)
    page.get_by_label("Choose a passphrase", exact=True).fill("password1234")
    expect(page.get_by_role("status")).to_contain_text("tried first")
    fill_in(page)
    expect(page.get_by_role("status")).to_contain_text("Good.")
    look_over(page)
    page.get_by_role("button", name="Continue").click()
    groups = shown_groups(page)
    look_over(page)
    page.get_by_role("link", name="I have written it down").click()
    look_over(page)
    page.get_by_label("Group 1", exact=True).press_sequentially(
        "".join(groups[:7]).lower() + "qqqq"
    )
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("alert")).to_have_text(
        "Group 8 differs from the key that we showed you."
    )
    expect(page.get_by_label("Group 8")).to_be_focused()
    look_over(page)
    page.get_by_label("Group 8").fill(groups[7])
    page.get_by_role("button", name="Finish").click()
    expect(page).to_have_title("Caseload")
    assert complaints(page) == []


def test_a_key_pasted_into_the_first_group_is_dealt_out(chromium, desk):
    page = opened(chromium, desk)
    page.goto("/set-up")
    fill_in(page)
    page.get_by_role("button", name="Continue").click()
    groups = shown_groups(page)
    page.get_by_role("link", name="I have written it down").click()
    page.get_by_label("Group 1", exact=True).fill("-".join(groups))
    dealt = [page.get_by_label(f"Group {n}", exact=True).input_value() for n in range(1, 9)]
    assert dealt == groups


def test_setting_up_without_scripts(chromium, desk):
    page = opened(chromium, desk, java_script_enabled=False)
    page.goto("/set-up")
    fill_in(page)
    page.get_by_role("button", name="Continue").click()
    groups = shown_groups(page)
    page.get_by_role("link", name="I have written it down").click()
    for number, group in enumerate(groups, 1):
        page.get_by_label(f"Group {number}", exact=True).fill(group)
    page.get_by_role("button", name="Finish").click()
    expect(page).to_have_title("Caseload")


def test_signing_in_after_a_mistake(chromium, desk):
    set_up(desk.reception.home, NAME, PASSPHRASE, "A-B", PIN).lock()
    page = opened(chromium, desk)
    page.goto("/")
    look_over(page)
    expect(page.get_by_label("Your passphrase", exact=True)).to_be_focused()
    page.keyboard.type("not this one")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("That is not the passphrase; please try again.")
    look_over(page)
    (desk.reception.home / "tries.json").unlink()
    page.get_by_label("Your passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Show: Your passphrase").click()
    expect(page.get_by_label("Your passphrase", exact=True)).to_have_attribute("type", "text")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_title("Caseload")
    cookies = page.context.cookies()
    assert [(one["httpOnly"], one["sameSite"], one["expires"]) for one in cookies] == [
        (True, "Strict", -1)
    ]
    assert complaints(page) == []


def test_a_lost_passphrase_and_the_demo_family(chromium, desk):
    set_up(desk.reception.home, NAME, PASSPHRASE, "A-B", PIN).lock()
    page = opened(chromium, desk)
    page.goto("/lost-passphrase")
    look_over(page)
    page.get_by_role("link", name="Back").click()
    page.get_by_role("button", name="Look around with a demo family").click()
    expect(page.get_by_role("status")).to_have_text("Drawing two faces")
    look_over(page)
    desk.reception.open_demo.go_on.set()
    expect(page).to_have_title("Caseload")
    assert complaints(page) == []


def test_the_demo_family_without_scripts(chromium, desk):
    page = opened(chromium, desk, java_script_enabled=False)
    page.goto("/sign-in")
    page.get_by_role("button", name="Look around with a demo family").click()
    expect(page.get_by_text("Drawing two faces")).to_be_visible()
    desk.reception.open_demo.go_on.set()
    page.get_by_role("button", name="Go in").click(timeout=15_000)
    expect(page).to_have_title("Caseload")


def test_screens_and_charts_live_with_the_policy_and_without_eval(chromium, server):
    _, token, _ = server.do("begin")
    page = opened(chromium, server)
    cookie = {"name": f"vigreview-{server.port}", "value": token, "url": server.url}
    page.context.add_cookies([{**cookie, "httpOnly": True, "sameSite": "Strict"}])
    page.goto("/family")
    expect(page.get_by_text("This is family")).to_be_visible()
    page.get_by_role("button", name="Press").click()
    page.goto("/chart")
    expect(page.locator("canvas, svg.marks")).to_have_count(2)
    assert "unsafe-eval" not in screens_policy()
    assert [said for said in complaints(page) if "Content Security Policy" in said] == []
    assert [said for said in complaints(page) if said.startswith("asked")] == []
