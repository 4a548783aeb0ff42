"""The review in a real browser: what a DBA sees, clicks, types, prints."""

from __future__ import annotations

import base64
import json
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from .conftest import Browser, page

CONTRAST = """
const rgb = (text) => {
  const found = text.match(/[\\d.]+/g).map(Number);
  return text.startsWith("color(srgb") ? found.map((n, i) => (i < 3 ? n * 255 : n)) : found;
};
const opaque = (color) => color.length < 4 || color[3] > 0;
const light = (color) => {
  const [r, g, b] = color.slice(0, 3).map((n) => n / 255)
    .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const rect = at instanceof SVGElement && at !== element
      ? null : element.previousElementSibling;
    if (at === element && element instanceof SVGElement && rect?.tagName === "rect") {
      const bare = element.ownerSVGElement.querySelector(".bare rect");
      return rgb(getComputedStyle(rect.hasAttribute("fill") ? bare : rect).fill);
    }
    const color = rgb(getComputedStyle(at).backgroundColor);
    if (opaque(color)) return color;
  }
  return [255, 255, 255];
};
const low = {};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
  if (["TITLE", "SCRIPT", "STYLE"].includes(element.tagName.toUpperCase())) continue;
  const style = getComputedStyle(element);
  const ink = rgb(element instanceof SVGElement ? style.fill : style.color);
  const [a, b] = [light(ink), light(behind(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) low[`${element.tagName} ${element.className.baseVal ?? element.className}`]
    = [ratio, walker.currentNode.data.trim().slice(0, 40)];
}
return low;
"""
VISIBLE = (
    "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).length"
)
ROWS = "#POLICY_CLAIM tbody tr"


@pytest.fixture
def policy(sample: Path) -> Path:
    return page(sample, "policy")


def test_it_loads_nothing_and_complains_of_nothing(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    browser.run("document.querySelector('#search').focus()")
    messages = [
        json.loads(entry["message"])["message"] for entry in browser.driver.get_log("performance")
    ]
    asked = {
        m["params"]["request"]["url"]
        for m in messages
        if m["method"] == "Network.requestWillBeSent"
    }
    assert asked == {policy.as_uri()}
    assert browser.driver.get_log("browser") == []


def test_the_policy_lets_no_other_script_run(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    browser.run(
        "const script = document.createElement('script');"
        "script.textContent = 'document.title = \"owned\"'; document.body.append(script);"
    )
    assert browser.driver.title == "Review of job POLICY"
    refused = [entry["message"] for entry in browser.driver.get_log("browser")]
    assert len(refused) == 1
    assert "Content Security Policy" in refused[0]


def test_literals_and_reasons_stay_text(browser: Browser, hostile: Path) -> None:
    browser.open(page(hostile, "hostile"))
    assert browser.driver.title == "Review of job HOSTILE"
    assert browser.driver.find_elements(By.CSS_SELECTOR, "img, #owned, main b[id]") == []
    text = browser.driver.find_element(By.ID, "main").text
    assert "'</script><b id=\"owned\">&amp;'" in text
    assert "<img src=x onerror=\"document.title='owned'\"> & 'so on'" in text
    assert "05 SECRET PIC X(8) VALUE '</style>'" in browser.run(
        "return document.querySelector('.ruler').textContent"
    )
    assert browser.driver.get_log("browser") == []


def test_search_shows_the_rows_that_have_every_word(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    every = browser.run(VISIBLE, ".grid tbody tr")
    field = browser.driver.find_element(By.ID, "search")
    assert browser.run("return document.querySelector('label[for=search]').textContent")
    field.send_keys("COMP-3 cl")
    shown = browser.run(VISIBLE, ".grid tbody tr")
    assert browser.run(VISIBLE, ROWS) == 2  # CL_RESERVE and CL_PAID
    found = browser.driver.find_element(By.ID, "found")
    assert found.text == f"{shown} of {every} rows"
    assert (found.get_attribute("role"), found.get_attribute("aria-live")) == ("status", "polite")
    field.clear()
    field.send_keys("no such thing")
    assert (browser.run(VISIBLE, ".grid"), found.text) == (0, f"0 of {every} rows")
    for _ in "no such thing":
        field.send_keys(Keys.BACKSPACE)
    assert (browser.run(VISIBLE, ".grid tbody tr"), found.text) == (every, "")


def cells(browser: Browser, column: int) -> list[str]:
    script = (
        "return [...document.querySelectorAll(arguments[0])]"
        ".map((row) => row.cells[arguments[1]].textContent)"
    )
    return [str(text) for text in browser.run(script, ROWS, column)]


def test_a_click_sorts_numbers_as_numbers_and_the_third_takes_it_back(
    browser: Browser, policy: Path
) -> None:
    browser.open(policy)
    as_it_was = cells(browser, 5)
    (button,) = browser.driver.find_elements(
        By.XPATH, "//section[@id='POLICY_CLAIM']//th/button[text()='Length']"
    )
    head = button.find_element(By.XPATH, "..")
    browser.run("arguments[0].scrollIntoView({block: 'center'})", button)
    orders = []
    for _ in range(3):
        button.click()
        orders.append((head.get_attribute("aria-sort"), cells(browser, 5)))
    assert as_it_was == ["12", "3", "2", "8", "8", "10", "8", "7", "7", "3", "80"]
    ascending = sorted(as_it_was, key=int)
    assert orders[0] == ("ascending", ascending)
    assert orders[1][0] == "descending"
    assert orders[1][1] == sorted(as_it_was, key=int, reverse=True)
    assert orders[2] == ("none", as_it_was)


def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    browser: Browser, policy: Path
) -> None:
    browser.open(policy)
    reached = []
    for _ in range(40):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        reached.append(
            browser.run(
                "const at = document.activeElement;"
                "return [at.id || at.textContent.trim(), getComputedStyle(at).outlineStyle]"
            )
        )
        if reached[-1][0] == "Input":
            break
    assert [name for name, _ in reached[:4]] == [
        "Skip to the content",
        "search",
        "theme",
        "What was run",
    ]
    assert reached[-1][0] == "Input"  # the first head that sorts
    assert {outline for _, outline in reached} == {"solid"}
    head = browser.driver.switch_to.active_element
    for key, order in ((Keys.ENTER, "ascending"), (Keys.SPACE, "descending")):
        head.send_keys(key)
        assert browser.run("return document.activeElement.parentElement.ariaSort") == order


def test_the_skip_link_leads_past_the_contents(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    browser.driver.switch_to.active_element.send_keys(Keys.TAB)
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    browser.driver.switch_to.active_element.send_keys(Keys.TAB)
    assert browser.run("return document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(
    "anchor", ["#POLICY_CLAIM.CL_PAID", "#POLICY_CLAIM", "#ddl-sqlite-POLICY_PREMIUM", "#sign-off"]
)
def test_an_anchor_is_not_hidden_by_the_bar(browser: Browser, policy: Path, anchor: str) -> None:
    browser.open(policy, anchor)
    top, bar, height = browser.run(
        "return [document.querySelector(':target').getBoundingClientRect().top,"
        "document.querySelector('.bar').getBoundingClientRect().bottom, innerHeight]"
    )
    assert bar <= top < height


def test_every_column_of_every_table_has_its_anchor_once(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    ids = browser.run("return [...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))
    links = browser.run(
        "return [...document.querySelectorAll('a')].map((a) => decodeURIComponent(a.hash.slice(1)))"
    )
    assert set(links) <= set(ids)
    content = json.loads(policy.with_suffix(".json").read_text("utf-8"))
    columns = {f"{e['final']}.{c['column']}" for e in content["entities"] for c in e["columns"]}
    assert len(columns) == 32
    assert columns <= set(ids)


def background(browser: Browser) -> str:
    return str(browser.run("return getComputedStyle(document.body).backgroundColor"))


def test_dark_follows_the_system_until_the_button_says_otherwise(
    browser: Browser, policy: Path
) -> None:
    browser.open(policy)
    light = background(browser)
    button = browser.driver.find_element(By.ID, "theme")
    assert button.get_attribute("aria-pressed") == "false"
    browser.prefer("dark")
    dark = background(browser)
    assert (light, dark != light) == ("rgb(255, 255, 255)", True)
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert (background(browser), button.get_attribute("aria-pressed")) == (light, "false")
    browser.driver.refresh()
    assert background(browser) == light
    browser.driver.find_element(By.ID, "theme").click()
    browser.prefer("light")
    assert background(browser) == dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast(browser: Browser, policy: Path, scheme: str) -> None:
    browser.prefer(scheme)
    browser.open(policy)
    assert browser.run(CONTRAST) == {}


@pytest.mark.parametrize("width", [1440, 420])
def test_axe_finds_nothing(browser: Browser, policy: Path, width: int) -> None:
    """Contrast has a test of its own, which looks at drawings, too."""
    browser.size(width)
    browser.open(policy)
    browser.run((files("axe_core_python") / "axe.min.js").read_text("utf-8"))
    found = browser.driver.execute_async_script(
        "const done = arguments[0];"
        "axe.run({resultTypes: ['violations'], rules: {'color-contrast': {enabled: false}}})"
        ".then((result) => done(result.violations))"
    )
    assert [(item["id"], [node["html"] for node in item["nodes"]][:3]) for item in found] == []


def test_headings_go_down_by_one(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    levels = browser.run(
        "return [...document.querySelectorAll('h1,h2,h3,h4,h5')].map((h) => Number(h.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_table_is_named_and_its_heads_have_a_scope(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    tables = browser.run(
        "return [...document.querySelectorAll('table')].map((t) => ["
        "t.caption?.textContent.trim(), [...t.querySelectorAll('th')].every((h) => h.scope)])"
    )
    assert len(tables) > 15
    assert [table for table in tables if not table[0] or not table[1]] == []


def test_nothing_moves(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    moving = browser.run(
        "return [...document.querySelectorAll('*')].map((e) => getComputedStyle(e))"
        ".filter((style) => style.animationName !== 'none' || style.transitionDuration !== '0s'"
        "|| style.scrollBehavior !== 'auto').length"
    )
    assert moving == 0


def test_heads_stay_in_sight(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    browser.run("document.getElementById('POLICY_CLAIM.CL_PAID').scrollIntoView()")
    head, bar = browser.run(
        "return [document.querySelector('#POLICY_CLAIM thead th').getBoundingClientRect().top,"
        "document.querySelector('.bar').getBoundingClientRect().bottom]"
    )
    assert abs(head - bar) <= 1


def test_a_narrow_page_scrolls_its_tables_and_not_itself(browser: Browser, policy: Path) -> None:
    browser.size(420)
    browser.open(policy)
    wide, reachable = browser.run(
        "const box = document.querySelector('#POLICY_CLAIM .scroll');"
        "return [document.documentElement.scrollWidth,"
        "box.scrollWidth > box.clientWidth && box.tabIndex]"
    )
    assert (wide, reachable) == (420, 0)


def test_without_scripts_everything_is_there(browser: Browser, policy: Path) -> None:
    browser.open(policy)
    rows = browser.run(VISIBLE, ".grid tbody tr")
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(policy)
    shown = browser.driver.find_elements(By.CSS_SELECTOR, ".grid tbody tr")
    assert len([row for row in shown if row.is_displayed()]) == rows
    assert not browser.driver.find_element(By.CSS_SELECTOR, ".tools").is_displayed()
    assert browser.driver.find_elements(By.CSS_SELECTOR, "th button") == []


@pytest.fixture
def printed(browser: Browser, policy: Path) -> Browser:
    """On paper, asked for by someone who reads in the dark."""
    browser.size(1040)  # A4 landscape without its margins, in CSS pixels
    browser.prefer("dark", "print")
    browser.open(policy)
    return browser


def test_paper_is_white_and_has_no_tools(printed: Browser) -> None:
    canvas = printed.run("return getComputedStyle(document.body).backgroundColor")
    assert canvas == "rgb(255, 255, 255)"
    assert [printed.run(VISIBLE, part) for part in (".bar", ".contents", ".skip")] == [0, 0, 0]
    heads = printed.run(VISIBLE, "thead .on-paper")
    assert (heads > 80, printed.run(VISIBLE, "thead button")) == (True, 0)  # on each sheet
    assert printed.run(CONTRAST) == {}


def test_paper_shows_lines_as_wide_as_they_are(printed: Browser) -> None:
    cut = printed.run(
        "return [...document.querySelectorAll('pre, .scroll, table')]"
        ".filter((e) => e.getBoundingClientRect().right > 1040"
        "|| e.scrollWidth > e.clientWidth + 1)"
        ".map((e) => e.textContent.trim().slice(0, 60))"
    )
    assert cut == []


def test_the_sign_off_has_a_page_of_its_own(printed: Browser) -> None:
    breaks = printed.run(
        "const style = getComputedStyle(document.getElementById('sign-off'));"
        "return [style.breakBefore, style.breakInside]"
    )
    assert breaks == ["page", "avoid"]
    pdf = printed.command("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
    text = base64.b64decode(pdf["data"])
    assert text.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 841" in text  # A4, landscape
