// A page for the web, used as its readers would: pages and what was found of them are printed as JSON.
// node page_driven.mjs PAGE HOSTILE TEXTS.json
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [ordinary, hostile, texts] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: process.env.CHROMIUM_FLAGS.split(" "),
});
const found = { axe: [], checked: 0 };

async function opened(file, given = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...given });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const heard = [];
  page.on("dialog", (dialog) => { heard.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on("console", (message) => heard.push(`console ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error ${error.stack}`));
  page.on("popup", () => heard.push("popup"));
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && request.url() !== pathToFileURL(file).href) heard.push(request.url());
  });
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
  });
  await page.goto(pathToFileURL(file).href);
  return { page, heard };
}
async function silent({ page, heard }) {
  assert.deepEqual(heard, []);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
}
async function accessible(page, state) {
  await page.evaluate(() => document.querySelector("[title^=Fit]").click()); // or a box cut off at the edge has less text than its name
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  found.checked += 1;
  for (const each of violations) found.axe.push(`${state}: ${each.id}: ${each.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + n.html.slice(0, 300) + " " + n.any.concat(n.all).map((a) => a.message).join(";")).join(" | ")}`);
}
const place = (page) => page.evaluate(() => {
  const { a, e, f } = new DOMMatrix(document.getElementById("drawing").style.transform);
  return { scale: a, x: e, y: f };
});
const near = (one, other, what) => assert.ok(Math.abs(one - other) < 1, `${what}: ${one}, not ${other}`);
const boxOf = (page, label) => page.locator(`#boxes > .sentence[aria-label^="${label} "]`);
const focused = (page) => page.evaluate(() => {
  const node = document.activeElement;
  const style = getComputedStyle(node), halo = node.querySelector?.(":scope > .halo");
  const seen = halo ? getComputedStyle(halo).stroke !== "none" : style.outlineStyle !== "none";
  return { name: node.id || node.getAttribute("aria-label") || node.textContent.trim(), role: node.getAttribute("role"), tag: node.localName, seen };
});

async function figure(page) {
  const view = await page.locator("#view").boundingBox();
  const middle = [view.x + view.width / 2, view.y + view.height / 2];
  const start = await place(page);
  await page.mouse.move(view.x + 20, view.y + 20);
  await page.mouse.down();
  await page.mouse.move(view.x + 60, view.y + 50, { steps: 4 });
  await page.mouse.up();
  const dragged = await place(page);
  near(dragged.x - start.x, 40, "dragged to the right");
  near(dragged.y - start.y, 30, "dragged down");

  await page.mouse.move(...middle);
  await page.mouse.wheel(0, -200);
  await page.waitForFunction((before) => !document.getElementById("drawing").style.transform.includes(`scale(${before})`), dragged.scale);
  const zoomed = await place(page);
  assert.ok(zoomed.scale > dragged.scale * 1.1);
  const under = (at) => (view.width / 2 - at.x) / at.scale;
  near(under(zoomed), under(dragged), "what is under the pointer stays there");

  await page.locator("#view").focus();
  await page.keyboard.press("ArrowLeft");
  near((await place(page)).x - zoomed.x, 64, "an arrow key pans");
  await page.keyboard.press("+");
  assert.ok((await place(page)).scale > zoomed.scale);
  await page.keyboard.press("-");
  near((await place(page)).scale * 100, zoomed.scale * 100, "minus undoes plus");
  await page.keyboard.press("0");
  const whole = await page.locator("#drawing").boundingBox();
  assert.ok(whole.x >= view.x && whole.y >= view.y && whole.x + whole.width <= view.x + view.width && whole.y + whole.height <= view.y + view.height);

  const before = await place(page);
  const touch = await page.context().newCDPSession(page);
  const fingers = (apart) => [{ x: middle[0] - apart, y: middle[1], id: 1 }, { x: middle[0] + apart, y: middle[1], id: 2 }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(40) });
  for (const apart of [50, 60, 70, 80]) await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(apart) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.waitForFunction((scale) => new DOMMatrix(document.getElementById("drawing").style.transform).a > scale * 1.5, before.scale);
}

const shown = (page) => page.evaluate(() => [...document.querySelectorAll("#boxes > g:not(.away)")].map((node) => {
  const { x, y, width, height } = node.querySelector(".halo").getBoundingClientRect();
  return [x, y, x + width, y + height];
}));
async function folding(page) {
  const all = await shown(page);
  const height = await page.evaluate(() => Number(document.getElementById("drawing").getAttribute("height")));
  await boxOf(page, "C2").focus();
  await page.keyboard.press("Space");
  assert.equal(await boxOf(page, "C2").getAttribute("aria-expanded"), "false");
  assert.equal(await boxOf(page, "C2").locator(".handle").textContent(), "+8");
  const left = await shown(page);
  assert.equal(left.length, all.length - 8);
  const lower = await page.evaluate(() => Number(document.getElementById("drawing").getAttribute("height")));
  assert.ok(lower < height - 50, `the gap is closed up: ${lower} of ${height}`);
  for (const [at, one] of left.entries()) for (const other of left.slice(at + 1)) {
    assert.ok(one[0] >= other[2] || other[0] >= one[2] || one[1] >= other[3] || other[1] >= one[3], "boxes stand apart");
  }
  const row = page.locator('[role="treeitem"]', { hasText: "C2 Many people" });
  assert.equal(await row.getAttribute("aria-expanded"), "false");
  assert.equal(await page.locator('[role="treeitem"]', { hasText: "P2 About nine" }).isVisible(), false);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal((await shown(page)).length, all.length, "nothing is left out in print");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.deepEqual(await shown(page), left);
  await row.locator(".twist").click();
  assert.deepEqual((await shown(page)).length, all.length);
  assert.equal(await page.evaluate(() => Number(document.getElementById("drawing").getAttribute("height"))), height);
}

async function reading(page) {
  await page.getByRole("tab", { name: "Source" }).click();
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.querySelector("[title^='To the main']").click());
  await boxOf(page, "C8").click();
  const article = page.locator("article.here");
  assert.equal(await article.count(), 1);
  assert.match(await article.innerText(), /C8 conclusion\s+Kelderby's restaurants lose staff/i);
  assert.match(await article.locator("blockquote").innerText(), /kitchens and dining rooms are losing staff for want of a late bus/);
  assert.match(await article.innerText(), /Supports\s+C1 ?Kelderby should run[\s\S]*Supported by\s+R9[\s\S]*P1 ?The last bus/);
  const mark = page.locator(".passage.here").first();
  const [text, words] = [await page.locator("#source").boundingBox(), await mark.boundingBox()];
  assert.ok(words.y > text.y && words.y + words.height < text.y + text.height, "the passage is scrolled to");
  await accessible(page, "passage");
  await article.getByRole("link", { name: "P13" }).click();
  assert.match(await page.locator("article.here").innerText(), /^P13/);
  assert.equal(await page.locator("#boxes > .here").getAttribute("aria-pressed"), "true");
  assert.equal(new URL(page.url()).hash, "#shifts-end-late");
}

async function lines(page) {
  await page.locator("#lines .reach").first().dispatchEvent("click");
  assert.match(await page.locator("article.here").innerText(), /^R\d\s+reason for C1\s+Supports\s+C1/i);
  assert.ok((await page.locator("#lines > .here").count()) > 0);
}

async function outline(page) {
  await page.getByRole("tab", { name: "Outline" }).click();
  await page.locator('[role="treeitem"][tabindex="0"]').focus();
  await page.keyboard.press("Home");
  assert.match((await focused(page)).name, /C1/);
  for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  assert.match(await page.locator("article.here h3").innerText(), /C2/);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await boxOf(page, "C2").getAttribute("aria-expanded"), "false");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  assert.equal(await boxOf(page, "C2").getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Space");
  await page.keyboard.press("End");
  assert.match(await page.locator("article.here h3").innerText(), /Q3/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Home");
  assert.equal(await page.locator('[role="treeitem"][aria-selected="true"]').count(), 1);
  assert.match(await page.locator('[role="treeitem"]', { hasText: "O1" }).first().innerText(), /objection to step R7:/);
}

async function supposing(page) {
  const scenario = page.getByLabel("Scenario", { exact: true });
  await scenario.selectOption({ label: "As the map is" });
  assert.equal(await boxOf(page, "C1").locator(".badge.o").count(), 1);
  await scenario.selectOption({ label: "What if no drivers are found?" });
  assert.equal(await boxOf(page, "C1").locator(".badge").count(), 1);
  const drivers = page.locator("#whatif .scenario:not(.shut)");
  assert.match(await drivers.innerText(), /Supposed\s+Q2 supposed false: The depot hires three more drivers/);
  assert.match(await drivers.innerText(), /C1 .*(falls|open|may fall)/);
  const before = await boxOf(page, "C1").getAttribute("aria-label");
  await scenario.selectOption({ label: "What if drivers are found but few people ride?" });
  assert.match(await drivers.innerText(), /C1 stands \(was open\)[\s\S]*C1 stands by reason R8, since C8 and P15 stand\./);
  assert.notEqual(await boxOf(page, "C1").getAttribute("aria-label"), before);
  assert.match(await boxOf(page, "C7").getAttribute("class"), /\bf supposed changed\b/);
  assert.equal(await page.locator('[role="treeitem"] .sign.f.supposed').first().innerText(), "✗\nsupposed false:");
  assert.match(await page.locator('[role="status"]').first().innerText(), /few people ride\?: C1 stands/);
  await boxOf(page, "C7").focus();
  await page.keyboard.press("Enter");
  assert.match(await page.locator("article.here .verdict").innerText(), /supposed false/);
}

async function searching(page) {
  await page.locator("#view").focus();
  await page.keyboard.press("/");
  await page.keyboard.type("TAXI firms");
  const count = page.locator(".count");
  const [, number] = (await count.innerText()).match(/^(\d+) found$/);
  assert.ok(Number(number) > 0);
  assert.ok((await page.locator("#boxes > .hit").count()) > 0);
  await page.keyboard.press("Enter");
  assert.equal(await count.innerText(), `1 of ${number}`);
  assert.equal((await focused(page)).name, "asked");
  assert.match(await page.locator("article.here").innerText(), /taxi/i);
  await accessible(page, "search");
  await page.keyboard.press("Shift+Enter");
  assert.equal(await count.innerText(), `${number} of ${number}`);
  for (const nowhere of ["xyzzy", "small hours"]) {  // the second stands in the source's title alone
    await page.keyboard.press("Control+A");
    await page.keyboard.type(nowhere);
    assert.equal(await count.innerText(), "none found", nowhere);
  }
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#boxes > .hit").count(), 0);
}

async function byKeyboard(page) {
  await page.reload();
  const way = [];
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (at.tag === "body") break;
    assert.ok(at.seen, `${at.name} shows that it has the focus`);
    way.push(at.role ?? at.name);
  }
  const wanted = ["Skip to the figure", "Skip to the statement", "Outline", "asked", "scenario", "Fold all", "Dark", "tab", "treeitem", "group", "button", "Zoom in", "tab", "tabpanel"];
  let at = -1;
  for (const name of wanted) {
    at = way.findIndex((each, place) => place > at && each.includes(name));
    assert.ok(at >= 0, `${name} is reached in turn: ${way.join(", ")}`);
  }
  await boxOf(page, "C1").focus();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowUp", "ArrowRight"]) {
    await page.keyboard.press(key);
    assert.ok((await focused(page)).seen, "a box shows that it has the focus");
  }
  await page.keyboard.press("Enter");
  assert.match(await page.locator("article.here h3").innerText(), /^P1\b/);
  await page.getByRole("tab", { name: "Statement" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("#standard").isVisible(), true);
  assert.match(await page.locator("#standard").innerText(), /P1 The last bus leaves/);
}

async function inPrint(page) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const [part, there] of [["#tools", false], ["#outline", false], ["[role=tablist]", false], ["#drawing", true], ["#standard", true], ["#statement", true]]) {
    assert.equal(await page.locator(part).first().isVisible(), there, part);
  }
  assert.equal(await page.locator("article .said:visible").count(), await page.locator("article .said").count());
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('#boxes path[fill="#FFFFFF"]')).fill), "rgb(255, 255, 255)");
  const pdf = await page.pdf({ format: "A4" });
  found.pages = (pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? []).length;
  assert.ok(found.pages > 1 && found.pages < 15, `${found.pages} pages`);
  await page.emulateMedia({ media: null, colorScheme: "light" });
}

const light = await opened(ordinary);
await accessible(light.page, "light");
await figure(light.page);
await folding(light.page);
await reading(light.page);
await lines(light.page);
await outline(light.page);
await supposing(light.page);
await searching(light.page);
await byKeyboard(light.page);
await inPrint(light.page);
for (const tabs of [["Outline", "Standard form"], ["Source", "What if"], ["Outline", "In words"]]) {
  for (const name of tabs) await light.page.getByRole("tab", { name }).click();
  await accessible(light.page, tabs.join(", "));
}
await light.page.getByRole("button", { name: "Dark" }).click();
assert.equal(await light.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
await silent(light);

const dark = await opened(ordinary, { colorScheme: "dark" });
await dark.page.getByLabel("Scenario", { exact: true }).selectOption({ index: 3 });
await boxOf(dark.page, "C2").focus();
await dark.page.keyboard.press("Space");
for (const tabs of [["Outline", "What if"], ["Source", "Statement"]]) {
  for (const name of tabs) await dark.page.getByRole("tab", { name }).click();
  await accessible(dark.page, `dark, ${tabs.join(", ")}`);
}
await silent(dark);

const phone = await opened(ordinary, { viewport: { width: 360, height: 740 }, hasTouch: true });
assert.ok(await phone.page.evaluate(() => document.documentElement.scrollWidth <= 360), "nothing is wider than the screen");
await phone.page.getByRole("button", { name: "Outline" }).click();
await boxOf(phone.page, "C1").tap();
await accessible(phone.page, "narrow, outline open");
await phone.page.locator("article.here a.in").first().tap();
await phone.page.waitForFunction(() => {
  const { top, bottom } = document.querySelector(".passage.here").getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});
await silent(phone);

const bare = await opened(ordinary, { javaScriptEnabled: false });
for (const part of ["#drawing", "#standard", "article blockquote", "#whatif", "#source .text"]) {
  assert.equal(await bare.page.locator(part).first().isVisible(), true, `${part} without a script`);
}
assert.deepEqual(bare.heard, []);

const evil = await opened(hostile);
const typed = JSON.parse(readFileSync(texts, "utf8"));
const read = await evil.page.evaluate(() => document.body.textContent);
for (const text of typed) assert.ok(read.includes(text), `is shown as typed: ${text}`);
for (const index of await evil.page.evaluate(() => [...document.querySelector("#scenario").options].map((_, at) => at))) {
  await evil.page.getByLabel("Scenario", { exact: true }).selectOption({ index });
}
for (const row of await evil.page.locator('[role="treeitem"]').all()) await row.click();
for (const tab of await evil.page.getByRole("tab").all()) await tab.click();
await evil.page.locator("#asked").fill("<img src=x onerror=alert(1)>");
await evil.page.keyboard.press("Enter");
await evil.page.locator(".passage").first().click();
const foreign = await evil.page.evaluate(() => ({
  scripts: document.scripts.length,
  handlers: [...document.querySelectorAll("*")].flatMap((node) => [...node.attributes].filter((each) => each.name.startsWith("on") || each.name === "src")).length,
  elements: document.querySelectorAll("img, iframe, object, embed, form, base, a[href^='javascript' i], a[href^='data' i]").length,
  titles: document.querySelectorAll("title").length,
}));
assert.deepEqual(foreign, { scripts: 2, handlers: 0, elements: 0, titles: 1 });
await accessible(evil.page, "hostile");
await silent(evil);

await browser.close();
console.log(JSON.stringify(found));
