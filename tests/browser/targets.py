"""How large Streamlit's own fields and buttons are for a finger."""

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
