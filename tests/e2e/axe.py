"""axe, asked for what is wrong alone: what it tells of the rest takes half of its time."""

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page


_WRONG = "axe.run({resultTypes: ['violations']}).then(results => results.violations)"


def violations(page: Page) -> list[str]:
    """What axe finds on the page that is open, once it is all there: a report of each rule that is broken."""
    page.wait_for_load_state()  # what was clicked a moment ago may be half there
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [
        f"{page.url}\n{AxeResults({'violations': [broken]}).generate_report(broken['id'])}"
        for broken in page.evaluate(_WRONG)
    ]
