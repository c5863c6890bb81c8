/* Folding: what stands below a box is hidden, and the room that only it took is closed up.

   Across the ranks every place v becomes f(v): stretches that nothing shown stands in any more are cut out. What is
   shown keeps its order and its distances, so that lines never come to run through boxes. */
const APART = 5;
const coordinates = (path) => path.getAttribute("d").match(/-?[\d.]+/g).map(Number);
const axis = known.down ? 0 : 1;
const shapes = [];
for (const line of lines) for (const path of line.node.querySelectorAll("path")) {
  shapes.push({ line, path, d: path.getAttribute("d"), steps: path.getAttribute("d").match(/[A-Z]/g), numbers: coordinates(path) });
}
const bands = lines.map(({ node }) => {
  const numbers = coordinates(node.querySelector("path"));
  const places = [];
  for (let at = 0; at + 3 < numbers.length; at += 2) {
    if (numbers[at + axis] === numbers[at + 2 + axis]) places.push(numbers[at + axis]);
  }
  return places;
});
const sections = areas.flatMap((node, at) => {
  if (node.getAttribute("class") !== "section") return [];
  const numbers = coordinates(node.querySelector("path"));
  const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)];
  const [x, y, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const own = boxes.filter((b) => b.x >= x && b.y >= y && b.x + b.width <= right && b.y + b.height <= bottom);
  const title = areas[at + 1]?.getAttribute("class") === "section title" ? areas[at + 1] : null;
  return own.length ? [{ node, title, x, y, right, bottom, own }] : [];
});
const span = (box) => (known.down ? [box.x, box.x + box.width] : [box.y, box.y + box.height]);

function under(box) {
  let count = 0;
  const waiting = [...box.below];
  while (waiting.length) { const each = waiting.pop(); count += 1; waiting.push(...each.below); }
  return count;
}

function joined(stretches) {
  const found = [];
  for (const [low, high] of stretches.sort((one, other) => one[0] - other[0])) {
    const last = found.at(-1);
    if (last && low <= last[1]) last[1] = Math.max(last[1], high);
    else found.push([low, high]);
  }
  return found;
}

/* What is in some stretches and in none of the others. */
function without(stretches, others) {
  const found = [], taken = joined(others);
  let from = 0;
  for (let [low, high] of joined(stretches)) {
    while (from < taken.length && taken[from][1] <= low) from += 1;
    for (let at = from; at < taken.length && taken[at][0] < high; at += 1) {
      if (taken[at][0] > low) found.push([low, taken[at][0]]);
      low = Math.max(low, taken[at][1]);
    }
    if (low < high) found.push([low, high]);
  }
  return found;
}

function closing() {
  const gone = [], kept = [];
  for (const box of boxes) {
    const [low, high] = span(box);
    (box.hidden ? gone : kept).push([low - APART, high + APART]);
  }
  for (const section of sections) {
    const hidden = section.own.every((box) => box.hidden);
    const [low, high] = known.down ? [section.x, section.right] : [section.y, section.bottom];
    if (hidden) { gone.push([low - APART, high + APART]); continue; }
    const inner = section.own.map(span);
    kept.push([low - APART, Math.min(...inner.map((each) => each[0]))]);
    kept.push([Math.max(...inner.map((each) => each[1])), high + APART]);
  }
  lines.forEach((line, at) => {
    if (!boxes[line.box]?.hidden) for (const place of bands[at]) kept.push([place - 3, place + 3]);
  });
  const cut = without(gone, kept);
  const before = [];
  cut.reduce((sum, [low, high]) => { before.push(sum); return sum + high - low; }, 0);
  return (place) => {
    let low = 0, high = cut.length;
    while (low < high) { const mid = (low + high) >> 1; if (cut[mid][0] < place) low = mid + 1; else high = mid; }
    return low ? place - before[low - 1] - Math.min(place, cut[low - 1][1]) + cut[low - 1][0] : place;
  };
}

function shown(node, yes) { node.classList.toggle("away", !yes); }

function arranged() {
  for (const box of boxes) {
    const above = boxes[box.above];
    box.hidden = above ? above.hidden || above.folded : false;
  }
  const f = closing();
  let width = 0, height = 0;
  for (const box of boxes) {
    shown(box.node, !box.hidden);
    if (box.hidden) continue;
    const [low, high] = span(box), middle = (low + high) / 2, by = f(middle) - middle;
    [box.dx, box.dy] = known.down ? [by, 0] : [0, by];
    if (by !== box.by) box.node.setAttribute("transform", `translate(${box.dx.toFixed(1)},${box.dy.toFixed(1)})`);
    box.by = by;
    width = Math.max(width, box.x + box.dx + box.width);
    height = Math.max(height, box.y + box.dy + box.height);
  }
  for (const line of lines) shown(line.node, !boxes[line.box]?.hidden);
  for (const shape of shapes) {
    const { path, steps, numbers, line } = shape;
    if (boxes[line.box]?.hidden) continue;
    let at = 0;
    const point = () => {
      const pair = [numbers[at], numbers[at + 1]];
      at += 2;
      pair[axis] = +f(pair[axis]).toFixed(2);
      return pair.join(",");
    };
    const d = steps.map((step) => (step === "Z" ? "Z" : step + point())).join(" ");
    if (d !== shape.d) path.setAttribute("d", shape.d = d);
  }
  for (const section of sections) {
    const own = section.own.filter((box) => !box.hidden);
    shown(section.node, own.length);
    if (section.title) shown(section.title, own.length);
    if (!own.length) continue;
    let { x, y, right, bottom } = section;
    const ends = (these) => Math.max(...these.map((box) => (known.down ? box.y + box.height : box.x + box.width)));
    const short = ends(section.own) - ends(own);
    if (known.down) [x, right, bottom] = [f(x), f(right), bottom - short];
    else {
      [y, bottom] = [f(y), f(bottom)];
      const words = section.title?.getBBox();
      right = Math.min(right, Math.max(right - short, words ? words.x + words.width + 6 : 0));
    }
    section.node.querySelector("path").setAttribute("d", `M${x},${y} L${right},${y} L${right},${bottom} L${x},${bottom} Z`);
    section.title?.setAttribute("transform", `translate(${x - section.x},${known.down ? -short : y - section.y})`);
    width = Math.max(width, right);
    height = Math.max(height, bottom);
  }
  Object.assign(size, { width: Math.ceil(width) + 2, height: Math.ceil(height) + 2 });
  sized();
}
function sized() {
  filled(drawing, { width: size.width, height: size.height, viewBox: `0 0 ${size.width} ${size.height}` }, []);
}

/* Several folds at once; the first box stays where it is on the screen. */
const folders = [];
function folding(stay, changes) {
  const before = [stay.dx, stay.dy];
  for (const [box, on] of changes) {
    box.folded = on && box.below.length > 0;
    box.node.classList.toggle("folded", box.folded);
    if (box.below.length) {
      const group = box.node.querySelector(".handle");
      group.lastChild.textContent = box.folded ? `+${under(box)}` : "";
      placed(group, box);
    }
    described(box);
  }
  arranged();
  left += (before[0] - stay.dx) * scale;
  top_ += (before[1] - stay.dy) * scale;
  moved();
  if (reached.hidden) reach(above(reached), drawing.contains(document.activeElement));
  for (const tell of folders) tell();
}
function above(box) {
  while (box.hidden) box = boxes[box.above];
  return box;
}
function fold(box, on) {
  if (!box.below.length) return;
  folding(box, [[box, on]]);
  say(on ? `${under(box)} hidden below ${entries[box.entry]?.label ?? "it"}` : "Unfolded");
}
function unfolded(box) {
  const folded = [];
  for (let each = boxes[box.above]; each; each = boxes[each.above]) if (each.folded) folded.push([each, false]);
  if (folded.length) folding(boxes[0], folded);
}
const foldedAll = (on) => folding(boxes[0], boxes.filter((box) => box.below.length && (!on || box.depth > 0)).map((box) => [box, on]));
function foldAll(on) {
  foldedAll(on);
  glide(settle);
  say(on ? "Folded to the main conclusions and what bears on them" : "Unfolded");
}
/* What is printed can't be unfolded. */
let reopening = [];
window.addEventListener("beforeprint", () => {
  reopening = boxes.filter((box) => box.folded);
  if (reopening.length) folding(boxes[0], reopening.map((box) => [box, false]));
});
window.addEventListener("afterprint", () => {
  if (reopening.length) folding(boxes[0], reopening.map((box) => [box, true]));
  reopening = [];
});
/* Unfolded it hangs at the box's lower right, off the lines; folded it stands where these would begin. */
function handle(box) {
  const pill = drawn("rect", { x: -10, y: -6.5, width: 20, height: 13, rx: 6.5 });
  const group = drawn("g", { class: "handle", "aria-hidden": "true" }, pill, drawn("path", { d: "M-3.5,0 L3.5,0" }), drawn("text", { y: 2.6 }));
  placed(group, box);
  return group;
}
function placed(group, box) {
  let [x, y] = [box.x + box.width - 11, box.y + box.height + 5];
  if (box.folded && !known.down) [x, y] = [box.x + box.width + 10, box.y + box.height / 2];
  if (box.folded && known.down) [x, y] = [box.x + box.width / 2, box.y + box.height + 8];
  group.setAttribute("transform", `translate(${x},${y})`);
}
