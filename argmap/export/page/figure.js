const view = find("view");
const drawing = find("drawing");
const areas = [...find("areas").children];
const lines = [...find("lines").children].map((node, at) => {
  const [entry, box] = known.lines[at];
  return { node, entry, box };
});
const boxes = known.boxes.map(([entry, above, x, y, width, height], at) => {
  const node = find("boxes").children[at];
  return { at, entry, above, x, y, width, height, node, own: node.classList.contains("sentence"),
    below: [], depth: 0, folded: false, hidden: false, dx: 0, dy: 0, by: 0 };
});
for (const box of boxes) {
  const above = boxes[box.above];
  if (above) { above.below.push(box); box.depth = above.depth + 1; }
}
const homes = new Map();
for (const box of boxes) if (box.own || !homes.has(box.entry)) homes.set(box.entry, box);
const boxOf = new Map(boxes.map((box) => [box.node, box]));

let scale = 1, left = 0, top_ = 0;
const size = { width: drawing.viewBox.baseVal.width, height: drawing.viewBox.baseVal.height };
const LEGIBLE = 10.5 / parseFloat(drawing.getAttribute("font-size") ?? 9);
const MOST = 6;
let framed = null;
const room = () => (framed ??= view.getBoundingClientRect());

function moved() {
  const { width, height } = room();
  const keep = 48;
  left = Math.min(width - keep, Math.max(keep - size.width * scale, left));
  top_ = Math.min(height - keep, Math.max(keep - size.height * scale, top_));
  drawing.style.transform = `translate(${left}px,${top_}px) scale(${scale})`;
}
function pan(x, y) { left += x; top_ += y; moved(); }
function fitting() {
  const { width, height } = room();
  return Math.min((width - 24) / size.width, (height - 24) / size.height);
}
function zoom(factor, x = room().width / 2, y = room().height / 2) {
  const next = Math.min(MOST, Math.max(Math.min(fitting(), 0.5), scale * factor));
  left = x - ((x - left) * next) / scale;
  top_ = y - ((y - top_) * next) / scale;
  scale = next;
  moved();
}
function fit() {
  const { width, height } = room();
  scale = Math.min(fitting(), 2 * LEGIBLE);
  left = (width - size.width * scale) / 2;
  top_ = (height - size.height * scale) / 2;
  moved();
}
/* As large as can be read, with the main conclusion in sight. */
function settle() {
  const { width, height } = room();
  const { x, y, dx, dy, width: wide, height: high } = boxes[0];
  scale = Math.max(Math.min(fitting(), 1.5 * LEGIBLE), LEGIBLE);
  const [w, h] = [size.width * scale, size.height * scale];
  left = w <= width ? (width - w) / 2 : known.down ? width / 2 - (x + dx + wide / 2) * scale : 16;
  top_ = h <= height ? (height - h) / 2 : known.down ? 16 : height / 2 - (y + dy + high / 2) * scale;
  if (h > height) top_ = Math.min(16, Math.max(height - 16 - h, top_));
  if (w > width) left = Math.min(16, Math.max(width - 16 - w, left));
  moved();
}
function glide(change) {
  view.classList.toggle("gliding", !calm.matches);
  change();
}
view.addEventListener("transitionend", () => view.classList.remove("gliding"));
view.addEventListener("scroll", () => view.scrollTo(0, 0));

/* Bring a box in sight, as little as that takes. */
function reveal(box) {
  const { width, height } = room();
  const by = (start, length, all) => {
    const edge = Math.min(40, Math.max(0, (all - length) / 2));
    if (start < edge) return edge - start;
    return start + length > all - edge ? Math.max(all - edge - length, 0) - start : 0;
  };
  const x = by(left + (box.x + box.dx) * scale, box.width * scale, width);
  const y = by(top_ + (box.y + box.dy) * scale, box.height * scale, height);
  if (x || y) glide(() => pan(x, y));
}

const held = new Map();
let dragged = false;
view.addEventListener("pointerdown", (event) => {
  if (event.button > 0 || event.target.closest(".controls")) return;
  if (!held.size) dragged = false;
  held.set(event.pointerId, [event.clientX, event.clientY]);
  view.classList.remove("gliding");
});
view.addEventListener("pointermove", (event) => {
  const last = held.get(event.pointerId);
  if (!last) return;
  const now = [event.clientX, event.clientY];
  if (!dragged && Math.hypot(now[0] - last[0], now[1] - last[1]) < 4) return;
  if (!dragged) { dragged = true; view.setPointerCapture(event.pointerId); view.classList.add("panning"); }
  const others = [...held].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
  held.set(event.pointerId, now);
  if (!others.length) return pan(now[0] - last[0], now[1] - last[1]);
  const [other] = others;
  const apart = (at) => Math.hypot(at[0] - other[0], at[1] - other[1]) || 1;
  const { x, y } = room();
  pan((now[0] - last[0]) / 2, (now[1] - last[1]) / 2);
  zoom(apart(now) / apart(last), (now[0] + other[0]) / 2 - x, (now[1] + other[1]) / 2 - y);
});
for (const end of ["pointerup", "pointercancel"]) {
  window.addEventListener(end, (event) => {
    held.delete(event.pointerId);
    if (!held.size) view.classList.remove("panning");
  });
}
view.addEventListener("wheel", (event) => {
  event.preventDefault();
  view.classList.remove("gliding");
  const unit = event.deltaMode ? 16 : 1;
  const { x, y } = room();
  zoom(Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0016)), event.clientX - x, event.clientY - y);
}, { passive: false });

const STEP = 64;
const pans = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
const zooms = { "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit, 1: settle };
view.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (zooms[event.key]) glide(zooms[event.key]);
  else if (event.target === view && pans[event.key]) glide(() => pan(...pans[event.key]));
  else return;
  event.preventDefault();
});

/* Boxes are buttons: one of them can be reached by Tab, the arrows lead on to the others. */
let reached = boxes[0];
function named(box) {
  const entry = entries[box.entry];
  const words = [...box.node.querySelectorAll("text")].map((line) => line.textContent.trim()).join(" ");
  const hidden = box.folded ? " hidden below" : "";
  const kind = !entry ? "unknown" : box.own ? entry.role : "stands elsewhere";
  return `${words}${hidden}, ${kind}${entry?.verdict ? `, ${entry.verdict}` : ""}`;
}
function described(box) {
  box.node.setAttribute("aria-label", named(box));
  if (box.below.length) box.node.setAttribute("aria-expanded", String(!box.folded));
}
function reach(box, focus = true) {
  reached.node.setAttribute("tabindex", "-1");
  reached = box;
  box.node.setAttribute("tabindex", "0");
  if (focus) { box.node.focus({ preventScroll: true }); reveal(box); }
}
function neighbour(box, step) {
  const across = (each) => (known.down ? each.x + each.dx : each.y + each.dy);
  const level = boxes.filter((each) => !each.hidden && each.depth === box.depth);
  level.sort((one, other) => across(one) - across(other));
  return level[level.indexOf(box) + step];
}
const towards = known.down
  ? { ArrowUp: "above", ArrowDown: "below", ArrowLeft: -1, ArrowRight: 1 }
  : { ArrowLeft: "above", ArrowRight: "below", ArrowUp: -1, ArrowDown: 1 };
function walked(box, key) {
  if (key === "Home") return boxes[0];
  if (key === "End") return boxes.filter((each) => !each.hidden).at(-1);
  const way = towards[key];
  if (way === "above") return boxes[box.above];
  if (way !== "below") return neighbour(box, way);
  if (box.folded) fold(box, false);
  return box.below[0];
}
function boxAt(target) {
  const node = target.closest?.("#boxes > g");
  return node && boxOf.get(node);
}
view.addEventListener("keydown", (event) => {
  const box = boxAt(event.target);
  if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter") select(box.entry, "figure");
  else if (event.key === " ") fold(box, !box.folded);
  else if (event.key === "Escape") view.focus();
  else if (towards[event.key] || event.key === "Home" || event.key === "End") {
    const next = walked(box, event.key);
    if (next) reach(next);
  } else return;
  event.preventDefault();
});
view.addEventListener("focusin", (event) => { const box = boxAt(event.target); if (box) reveal(box); });
view.addEventListener("click", (event) => {
  if (dragged) { dragged = false; return; }
  const box = boxAt(event.target);
  if (box && event.target.closest(".handle")) return fold(box, !box.folded);
  if (box) { reach(box, false); return select(box.entry, "figure"); }
  const line = lines.find((each) => each.node.contains(event.target));
  if (line) select(line.entry, "figure");
});

function furnished() {
  drawing.setAttribute("role", "group");
  filled(view, { tabindex: 0, role: "group", "aria-label": "Figure: arrows move it, + and − zoom, 0 fits it, "
    + "Tab goes to its boxes" }, []);
  for (const [at, box] of boxes.entries()) {
    const halo = drawn("rect", { class: "halo", x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, rx: 3 });
    box.node.prepend(halo);
    filled(box.node, { role: "button", tabindex: at ? -1 : 0, "aria-pressed": "false" }, []);
    if (box.below.length) box.node.append(handle(box));
    described(box);
  }
  for (const line of lines) {
    for (const path of [...line.node.children].slice(0, 1)) {
      const wide = path.cloneNode();
      wide.setAttribute("class", "reach");
      line.node.prepend(wide);
    }
  }
}
selectors.push((at, from) => {
  for (const box of boxes) {
    const here = box.entry === at;
    box.node.classList.toggle("here", here);
    box.node.setAttribute("aria-pressed", String(here));
  }
  for (const line of lines) line.node.classList.toggle("here", line.entry === at);
  const home = homes.get(at) ?? boxes[lines.find((line) => line.entry === at)?.box];
  if (!home || from === "figure") return;
  if (from === "start") return reach(home, false);
  unfolded(home);
  reach(home, false);
  reveal(home);
});
