// How long a page takes to open, and its frames while it is panned: milliseconds as JSON. node page_timed.mjs PAGE
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: process.env.CHROMIUM_FLAGS.split(" ") });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const painted = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const start = performance.now();
await page.goto(pathToFileURL(process.argv[2]).href);
await painted();
const open = performance.now() - start;

const unfolding = page.getByRole("button", { name: "Unfold all" });
if (await unfolding.count()) {
  await unfolding.click();
  await page.locator("#view").focus();
  await page.keyboard.press("1");
  await painted();
}
const { x, y } = await page.locator("#view").boundingBox();
async function panned() {
  await page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    const tick = (now) => { window.frames_.push(now - last); last = now; window.next = requestAnimationFrame(tick); };
    window.next = requestAnimationFrame(tick);
  });
  await page.mouse.move(x + 400, y + 400);
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) await page.mouse.move(x + 400 - 4 * step, y + 400 - 5 * step);
  await page.mouse.up();
  return page.evaluate(() => { cancelAnimationFrame(window.next); return window.frames_; });
}
const near = await panned();
await page.locator("#view").focus();
await page.keyboard.press("0");
await painted();
const whole = await panned();
const timed = (code) => page.evaluate(`(async () => { const start = performance.now(); ${code};
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); return performance.now() - start; })()`);
const fold = await timed(`document.querySelectorAll("#boxes > g")[1].dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }))`);
await browser.close();
console.log(JSON.stringify({ open, near, whole, fold }));
