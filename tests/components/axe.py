"""What axe-core finds wrong with a part on the bare page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def findings(page: Page) -> list[str]:
    """The rules that are broken, but for what is the bare page's own."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [one["id"] for one in found if one["id"] != "html-has-lang"]
