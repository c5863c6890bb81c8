// Draws Mermaid charts in a browser without a network, and prints what can be seen of each.
//
//   node mermaid.mjs '[{"chart": "flowchart BT ...", "config": {}, "png": "out.png"}, ...]' FILE
//
// FILE holds the list. For each chart an object: the error, or the SVG's text, title, description, accessible name,
// boxes and links, any element that text could have become, and whether a script ran.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const charts = JSON.parse(readFileSync(process.argv[2], "utf8"));
const bundle = createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: process.env.CHROMIUM_FLAGS.split(" "),
});
const page = await browser.newPage({ deviceScaleFactor: 1 });
await page.route("**/*", (route) => route.abort());
await page.setContent("<!doctype html><meta charset=utf-8><body style='margin:8px;width:max-content'>");
await page.addScriptTag({ path: bundle });
const drawn = [];
for (const [number, { chart, config, png }] of charts.entries()) {
  const found = await page.evaluate(
    async ({ chart, config, id }) => {
      window.ran = false;
      mermaid.initialize({ startOnLoad: false, ...config });
      let svg;
      try {
        ({ svg } = await mermaid.render(id, chart));
      } catch (error) {
        return { error: String(error) };
      }
      document.body.innerHTML = svg;
      const root = document.querySelector("svg");
      root.style.width = `${root.viewBox.baseVal.width}px`;
      const texts = (selector) =>
        [...root.querySelectorAll(selector)].map((node) => {
          const copy = node.cloneNode(true);
          copy.querySelectorAll("br").forEach((each) => each.replaceWith(" "));
          const rows = [...copy.querySelectorAll("tspan.text-outer-tspan")];
          return rows.length ? rows.map((row) => row.textContent).join(" ") : copy.textContent;
        });
      const labelled = (attribute) =>
        document.getElementById(root.getAttribute(attribute))?.textContent;
      return {
        error: "",
        nodes: Object.fromEntries(
          [...root.querySelectorAll("g.node")].map((node, at) => [
            (node.dataset.id ?? node.id.replace(/^.*?flowchart-/, "").replace(/-\d+$/, "")), texts("g.node")[at]]),
        ),
        edges: root.querySelectorAll("path.flowchart-link").length,
        edgeLabels: texts("g.edgeLabel").filter((text) => text.trim()),
        heading: texts(".flowchartTitleText").join(""),
        title: labelled("aria-labelledby"),
        description: labelled("aria-describedby"),
        markup: root.querySelectorAll(
          "script, a, img, image, em, strong, code, del, li, h1, h2, h3, i, math, iframe, button").length,
        ran: window.ran,
      };
    },
    { chart, config: config ?? {}, id: `chart${number}` },
  );
  if (png) await (await page.$("svg")).screenshot({ path: png });
  drawn.push(found);
}
await browser.close();
console.log(JSON.stringify(drawn));
