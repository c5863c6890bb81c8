/* The outline is a tree of rows; folds are the figure's own. */
const rows = known.rows.map(([entry, depth, elsewhere], at) => ({ at, entry, depth, elsewhere: Boolean(elsewhere), above: -1, below: 0 }));
let tops = 0;
{
  const path = [];
  for (const row of rows) {
    path.length = row.depth;
    row.above = path[row.depth - 1]?.at ?? -1;
    row.nth = row.above < 0 ? (tops += 1) : (rows[row.above].below += 1);
    path[row.depth] = row;
  }
}
const rowOf = new Map();
for (const row of rows) if (!row.elsewhere || !rowOf.has(row.entry)) rowOf.set(row.entry, row);
const tree = made("div", { role: "tree", "aria-label": "Outline" });
for (const row of rows) {
  const entry = entries[row.entry];
  row.box = !row.elsewhere && homes.get(row.entry)?.own ? homes.get(row.entry) : null;
  row.sign = made("span", { class: "sign" });
  row.node = made("div", {
    class: `row${entry.words ? "" : " step"}`,
    role: "treeitem",
    tabindex: row.at ? -1 : 0,
    "aria-level": row.depth + 1,
    "aria-posinset": row.nth,
    "aria-setsize": row.above < 0 ? tops : rows[row.above].below,
    "aria-selected": "false",
  }, made("span", { class: "twist", "aria-hidden": "true" }), row.sign, made("b", {}, entry.label), " ");
  if (entry.words && /objection to/.test(entry.role)) row.node.append(made("span", { class: "aim" }, `${entry.role}: `));
  row.node.append(entry.words ? made("span", { dir: "auto" }, row.elsewhere ? `see above: ${entry.words}` : entry.words) : made("span", {}, entry.role));
  row.node.style.setProperty("--depth", Math.min(row.depth, 12));
  tree.append(row.node);
}
for (const row of rows) row.node.setAttribute("aria-setsize", row.above < 0 ? tops : rows[row.above].below);
find("outline").append(tree);
find("outline").hidden = false;

const rowAt = new Map(rows.map((row) => [row.node, row]));
let current = rows[0];
function refolded() {
  for (const row of rows) {
    const up = rows[row.above];
    row.hidden = up ? up.hidden || Boolean(up.box?.folded) : false;
    row.node.hidden = row.hidden;
    if (row.box?.below.length) row.node.setAttribute("aria-expanded", String(!row.box.folded));
  }
  if (current?.hidden) { let row = current; while (row.hidden) row = rows[row.above]; go(row, tree.contains(document.activeElement)); }
}
folders.push(refolded);

function go(row, focus = true, show = true) {
  current?.node.setAttribute("tabindex", "-1");
  current = row;
  row.node.setAttribute("tabindex", "0");
  if (focus) row.node.focus({ preventScroll: true });
  if (!show) return;
  const list = tree.closest(".pane") ?? tree;
  const [place, frame] = [row.node.getBoundingClientRect(), list.getBoundingClientRect()];
  if (place.top < frame.top + 30) list.scrollTop += place.top - frame.top - 30;
  else if (place.bottom > frame.bottom - 30) list.scrollTop += place.bottom - frame.bottom + 30;
}
const seen = () => rows.filter((row) => !row.hidden);
function next(row, key) {
  const all = seen(), at = all.indexOf(row), box = row.box;
  switch (key) {
    case "ArrowDown": return all[at + 1];
    case "ArrowUp": return all[at - 1];
    case "Home": return all[0];
    case "End": return all.at(-1);
    case "ArrowLeft":
      if (box?.below.length && !box.folded) { fold(box, true); return row; }
      return rows[row.above];
    case "ArrowRight":
      if (box?.folded) { fold(box, false); return row; }
      return rows[row.at + 1]?.above === row.at ? rows[row.at + 1] : undefined;
  }
}
tree.addEventListener("keydown", (event) => {
  const row = rowAt.get(event.target);
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(Arrow|Home|End)/.test(event.key)) {
    const to = next(row, event.key);
    if (to && to !== row) { go(to); select(to.entry, "outline"); }
  } else if (event.key === "Enter") select(row.entry, "outline");
  else if (event.key === " ") { if (row.box) fold(row.box, !row.box.folded); }
  else return;
  event.preventDefault();
});
tree.addEventListener("click", (event) => {
  const row = rowAt.get(event.target.closest(".row"));
  if (!row) return;
  if (event.target.closest(".twist") && row.box) { go(row); fold(row.box, !row.box.folded); return; }
  go(row);
  select(row.entry, "outline");
});
selectors.push((at, from) => {
  for (const row of rows) row.node.setAttribute("aria-selected", String(row.entry === at));
  const row = rowOf.get(at);
  if (row && from !== "outline") {
    const folded = [];
    for (let up = rows[row.above]; up; up = rows[up.above]) if (up.box?.folded) folded.push([up.box, false]);
    if (folded.length) folding(boxes[0], folded);
    go(row, false, from !== "start");
  }
});
refolded();
