/* The toolbar, and everything set going. */
const button = (text, does, given = {}) => made("button", { type: "button", onclick: does, ...given }, text);
function reopened(open = navigator_.classList.contains("shut")) {
  navigator_.classList.toggle("shut", !open);
  navigator_.parentNode.classList.toggle("alone", !open);
  outliner.setAttribute("aria-expanded", String(open));
  framed = null;
}
const outliner = button("Outline", () => reopened(), { "aria-controls": "navigator", "aria-expanded": "true" });
const MANY = 250;
const folder = button("Fold all", () => {
  const on = folder.textContent === "Fold all";
  foldAll(on);
  folder.textContent = on ? "Unfold all" : "Fold all";
});
const dark = () => {
  const given = document.documentElement.dataset.theme;
  return given ? given === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};
const theme = button("Dark", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  theme.setAttribute("aria-pressed", String(dark()));
}, { "aria-pressed": String(dark()) });

filled(find("tools"), {}, [
  outliner,
  made("div", { role: "search", class: "group" }, made("label", { for: "asked", class: "quiet" }, "Search the map"), asked, previous, following, counted),
  made("div", { class: "group" }, made("label", { for: "scenario", class: "quiet" }, "Scenario"), switcher),
  folder, theme,
]);
find("tools").hidden = false;

const glyph = (sign, name, does, keys) => made("button", { type: "button", title: `${name} (${keys})`, onclick: () => glide(does) }, made("span", { "aria-hidden": "true" }, sign), quiet(name));
view.append(made("div", { class: "controls", role: "group", "aria-label": "Zoom" },
  glyph("+", "Zoom in", () => zoom(1.25), "+"), glyph("−", "Zoom out", () => zoom(0.8), "−"),
  glyph("⤢", "Fit the whole figure", fit, "0"), glyph("⌂", "To the main conclusion", settle, "1")));

sized();
furnished();
suppose(-1);
function arrived(start) {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { /* it is an id as it stands */ }
  const at = byId.get(id) ?? (/^s\d+$/.test(id) ? Number(id.slice(1)) : undefined);
  if (entries[at]) select(at, "address");
  else if (start && boxes[0]) select(boxes[0].entry, "start");
}
window.addEventListener("hashchange", () => arrived(false));
if (narrow.matches) reopened(false);
if (boxes.length > MANY) {
  foldedAll(true);
  folder.textContent = "Unfold all";
}
arrived(true);
settle();
if (selected >= 0 && homes.has(selected)) reveal(homes.get(selected));
say("");
new ResizeObserver(() => { framed = null; moved(); }).observe(view);
window.addEventListener("scroll", () => { framed = null; }, { passive: true });
