"""How large fields and buttons are for a finger: Streamlit's own, and all on a together screen."""

LEAST = 48  # CSS pixels
SMALL = """least => [...document.querySelectorAll(`
    .stSelectbox [role=group], .stMultiSelect [role=group], .stNumberInput > div:last-child,
    [data-testid=stTextInputRootElement], [data-testid=stDateInputField], .stTextArea textarea,
    .stCheckbox label, .stRadio label, .stExpander summary, .stButton button, .stPopover button,
    .stLinkButton a, .stButtonGroup button, [data-testid=stNumberInputContainer] button,
    [data-testid=stTextInputRootElement] button`)]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least)
    .map((one) => one.outerHTML.slice(0, 120))"""


def too_small(page, name):
    """Return each native field or button on the page that a finger may miss."""
    return [f"{name}: too small: {one}" for one in page.evaluate(SMALL, LEAST)]


# What only a screen reader meets is a pixel wide, and no target.
TOGETHER = """least => {
    const roots = [document];
    for (const root of roots) {
        const parts = [...root.querySelectorAll("*")].map((one) => one.shadowRoot);
        roots.push(...parts.filter(Boolean));
    }
    const asked = "button, a[href], input, textarea, summary, [role=radio], [role=checkbox]";
    return roots.flatMap((root) => [...root.querySelectorAll(asked)]).filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return one.checkVisibility({ visibilityProperty: true }) && width > 1
            && (width < least || height < least);
    }).map((one) => one.outerHTML.slice(0, 120));
}"""


def too_small_together(page, name):
    """Return each thing to be touched on a together screen that a finger may miss."""
    return [f"{name}: too small: {one}" for one in page.evaluate(TOGETHER, LEAST)]
