/* Panels as tabs; what was there before stays as it was read and printed without them. */
function tabbed(room, panels) {
  const list = made("div", { role: "tablist", "aria-label": room.getAttribute("aria-label") });
  const tabs = panels.map(([panel, name], at) => {
    const tab = made("button", { type: "button", role: "tab", id: `tab-${panel.id}`, "aria-controls": panel.id }, name);
    filled(panel, { role: "tabpanel", "aria-labelledby": tab.id, tabindex: 0 }, []);
    panel.classList.add("pane");
    tab.addEventListener("click", () => open(at));
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: panels.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = (to + panels.length) % panels.length;
      open(next);
      tabs[next].focus();
    });
    return tab;
  });
  function open(at) {
    tabs.forEach((tab, each) => {
      tab.setAttribute("aria-selected", String(each === at));
      tab.setAttribute("tabindex", each === at ? 0 : -1);
      panels[each][0].classList.toggle("shut", each !== at);
    });
    room.dispatchEvent(new CustomEvent("opened", { detail: panels[at][0].id }));
  }
  list.append(...tabs);
  room.prepend(list);
  open(0);
  return (id) => open(panels.findIndex(([panel]) => panel.id === id));
}

const navigator_ = find("navigator"), side = find("side");
const source = find("source");
const openLeft = tabbed(navigator_, [[find("outline"), "Outline"], ...(source ? [[source, source.querySelector("h2").textContent]] : [])]);
const openRight = tabbed(side, [[find("statement"), "Statement"], [find("standard"), "Standard form"], [find("whatif"), "What if"], [find("words"), "In words"]]);

const hint = made("p", { class: "hint" }, "Choose a box in the figure, or a row of the outline, to read it here.");
find("statement").append(hint);

/* Links say what they lead to; it stands in the file once. */
function worded(article) {
  for (const link of article.querySelectorAll(".links a:not(.worded)")) {
    const entry = entries[linked(link)];
    if (!entry) continue;
    link.replaceChildren(made("b", {}, entry.label), made("span", { dir: "auto" }, entry.words || entry.role));
    link.classList.add("worded");
  }
}
const passages = new Map();
for (const piece of document.querySelectorAll(".passage")) {
  for (const at of piece.dataset.of.split(" ").map(Number)) {
    if (!passages.has(at)) passages.set(at, []);
    passages.get(at).push(piece);
  }
}
function follow() {
  const piece = source?.querySelector(".passage.here");
  if (!piece || source.classList.contains("shut")) return;
  const [place, frame] = [piece.getBoundingClientRect(), source.getBoundingClientRect()];
  source.scrollTo({ top: source.scrollTop + place.top - frame.top - frame.height / 3, behavior: calm.matches ? "auto" : "smooth" });
}
navigator_.addEventListener("opened", follow);

function addressed(id) {
  try { history.replaceState(null, "", `#${encodeURIComponent(id)}`); } catch { /* where pages have no address */ }
}

selectors.push((at, from) => {
  const { article } = entries[at];
  for (const { article: other } of entries) other.classList.toggle("here", other === article);
  worded(article);
  hint.hidden = true;
  for (const piece of source?.querySelectorAll(".passage.here") ?? []) piece.classList.remove("here");
  for (const piece of passages.get(at) ?? []) piece.classList.add("here");
  if (from !== "start") follow();
  openRight("statement");
  if (from !== "start") find("statement").scrollTop = 0;
  if (from !== "start") addressed(article.dataset.id);
  const { label, role, words, verdict } = entries[at];
  if (from === "link" || from === "search" || from === "source") say(`${label}, ${role}: ${words}${verdict ? `, ${verdict}` : ""}`);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) {
    const id = link.getAttribute("href").slice(1);
    if (link.classList.contains("in")) {
      event.preventDefault();
      reopened(true);
      openLeft("source");
      const piece = source.querySelector(".passage.here") ?? find(id);
      if (narrow.matches) navigator_.scrollIntoView({ block: "start" });
      if (piece) { follow(); source.focus({ preventScroll: true }); }
    } else if (entries[linked(link)]) {
      event.preventDefault();
      const inside = side.contains(link);
      select(linked(link), "link");
      if (inside) { find("statement").focus({ preventScroll: true }); }
    }
    return;
  }
  const piece = event.target.closest(".passage");
  if (piece && String(getSelection()) === "") select(Number(piece.dataset.of.split(" ")[0]), "source");
});
