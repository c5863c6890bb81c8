/* What stands, falls or is open: told in advance for each scenario; here it is only shown. */
const WORDS = { s: "stands", f: "falls", o: "open" };
const TICK = { s: "M-2.6,0.2 L-0.8,2.2 L2.8,-2.2", f: "M-2.2,-2.2 L2.2,2.2 M2.2,-2.2 L-2.2,2.2", o: "M-1.8,-1.2 C-1.8,-3.6 1.9,-3.4 1.7,-1.1 C1.6,0 0,0.1 0,1.3 M0,2.9 L0,3.1" };
const SIGN = { s: "✓", f: "✗", o: "?" };
const asItIs = known.scenarios[0].of;
const explained = [...document.querySelectorAll(".scenario")];
let scenario = -1;

function verdictOf(at) {
  if (scenario < 0) return null;
  const [sign, words, why] = known.scenarios[scenario].of[at] ?? asItIs[at] ?? [];
  if (!sign) return null;
  const before = asItIs[at]?.[0].toLowerCase(), now = sign.toLowerCase();
  return { status: now, supposed: sign !== now, changed: scenario > 0 && before !== now, words, why };
}
function badge(x, y, status, supposed) {
  const shape = supposed
    ? drawn("rect", { x: x - 6, y: y - 6, width: 12, height: 12 })
    : drawn("circle", { cx: x, cy: y, r: 6 });
  const sign = drawn("path", { d: TICK[status], transform: `translate(${x},${y})` });
  return drawn("g", { class: `badge ${status}`, "aria-hidden": "true" }, shape, sign);
}
function marked(box, verdict) {
  for (const old of box.node.querySelectorAll(".badge")) old.remove();
  box.node.classList.remove("s", "f", "o", "supposed", "changed");
  if (!verdict) return;
  box.node.classList.add(verdict.status);
  box.node.classList.toggle("supposed", verdict.supposed);
  box.node.classList.toggle("changed", verdict.changed || verdict.supposed);
  box.node.append(badge(box.x + box.width - 1, box.y + 1, verdict.status, verdict.supposed));
  const halves = box.own && known.scenarios[scenario].halves[box.entry];
  const rows = [...box.node.querySelectorAll("path")].filter((path) => path.getAttribute("fill") === "#0072B2");
  for (const [at, half] of ["if", "then"].entries()) {
    const sign = halves?.[half];
    if (!sign || !rows[at]) continue;
    const [, high, , , , low] = coordinates(rows[at]);
    box.node.append(badge(box.x + box.width, Math.max((high + low) / 2, box.y + 15), sign.toLowerCase(), sign !== sign.toLowerCase()));
  }
}
function suppose(number) {
  scenario = number;
  for (const entry of entries) {
    const verdict = verdictOf(entry.at);
    entry.verdict = verdict?.words ?? "";
    entry.article.querySelector(".verdict")?.remove();
    if (!verdict) continue;
    const told = made("p", { class: `verdict ${verdict.status}` }, made("span", { class: "mark", "aria-hidden": "true" }, SIGN[verdict.status]),
      made("b", {}, verdict.words), verdict.why ? ` ${verdict.why}` : "");
    (entry.article.querySelector(".said") ?? entry.article.querySelector("h3")).after(told);
  }
  for (const box of boxes) { marked(box, verdictOf(box.entry)); described(box); }
  for (const line of lines) {
    const verdict = verdictOf(line.entry);
    line.node.classList.toggle("f", verdict?.status === "f");
    line.node.classList.toggle("changed", Boolean(verdict?.changed) && verdict.status === "s");
  }
  for (const row of rows) {
    const verdict = entries[row.entry].words ? verdictOf(row.entry) : null;
    row.sign.replaceChildren(...(verdict ? [made("span", { "aria-hidden": "true" }, SIGN[verdict.status]), quiet(`${verdict.words}: `)] : []));
    row.sign.className = `sign ${verdict?.status ?? ""}${verdict?.supposed ? " supposed" : ""}`;
    row.node.classList.toggle("falls", verdict?.status === "f");
    row.node.classList.toggle("changed", Boolean(verdict?.changed || verdict?.supposed));
  }
  document.documentElement.classList.toggle("supposing", number >= 0);
  explained.forEach((section, at) => section.classList.toggle("shut", at !== number));
  legend.hidden = number < 0;
  if (number < 0) { explaining.hidden = false; say("Plain figure"); return; }
  explaining.hidden = true;
  openRight("whatif");
  find("whatif").scrollTop = 0;
  const main = boxes[0] && entries[boxes[0].entry];
  say(known.scenarios[number].title + (main ? `: ${main.label} ${main.verdict}` : ""));
}
const explaining = made("p", { class: "hint" }, "Choose a scenario above the figure: then boxes and outline are marked, and it is told here why.");
find("whatif").append(explaining);
const legend = made("p", { class: "legend" });
for (const status of "sfo") {
  const sign = drawn("svg", { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" }, badge(0, 0, status, false));
  legend.append(made("span", {}, sign, ` ${WORDS[status]} `));
}
legend.append(made("span", {}, drawn("svg", { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" }, badge(0, 0, "s", true)), " supposed (square)"));
find("whatif").querySelector("h2").after(legend);
const switcher = made("select", { id: "scenario", onchange: (event) => suppose(Number(event.target.value)) },
  made("option", { value: -1 }, "Scenario: none"),
  ...known.scenarios.map((each, at) => made("option", { value: at }, each.title)));
