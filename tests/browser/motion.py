"""What moves on a page by itself: nothing may, for whoever asked for less motion."""

from playwright.sync_api import Page

# Notes, from before anything is loaded, what a script sets in motion.
NOTED = """
window.moved = [];
const animate = Element.prototype.animate;
Element.prototype.animate = function (...given) {
    const made = animate.apply(this, given);
    if (made.playState !== "finished") moved.push(`a script moves ${this.outerHTML.slice(0, 80)}`);
    return made;
};
for (const name of ["scroll", "scrollTo", "scrollBy", "scrollIntoView"]) {
    const scroll = Element.prototype[name];
    Element.prototype[name] = function (...given) {
        if (given.some((one) => one?.behavior === "smooth")) moved.push(`smooth ${name}`);
        return scroll.apply(this, given);
    };
}
"""
MOVES = """() => {
    const roots = [document];
    const found = window.moved.splice(0);
    for (const root of roots) {
        const run = root.getAnimations().filter(
            (one) => one.effect.getComputedTiming().activeDuration > 0); // more than a delay
        found.push(...run.map((one) => `runs: ${one.effect.target?.className}`));
        for (const one of root.querySelectorAll("*")) {
            if (one.shadowRoot) roots.push(one.shadowRoot);
            if (!one.checkVisibility()) continue;
            for (const part of ["", "::before", "::after"]) {
                const look = getComputedStyle(one, part);
                const takes = look.transitionDuration.split(",").some((time) => parseFloat(time));
                const smooth = look.scrollBehavior === "smooth";
                if (takes || smooth || look.animationName !== "none")
                    found.push(`may move: ${one.tagName}${part} ${one.className}`);
            }
        }
    }
    return [...new Set(found)];
}"""


def watched(page: Page) -> Page:
    """Have a page note what its scripts set in motion, from its next load on."""
    page.add_init_script(NOTED)
    return page


def moves(page: Page, name: str) -> list[str]:
    """Return what moves on a watched page, or would at the next tap, by style or by script."""
    return [f"{name}: {one}" for one in page.evaluate(MOVES)]
