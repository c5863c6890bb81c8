/* Search: all words of the question, in label, sentence, note, tags, whose claim it is, and passage. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const asked = made("input", { type: "search", id: "asked", placeholder: "Search", autocomplete: "off", "aria-keyshortcuts": "/" });
const counted = made("span", { class: "count", role: "status", "aria-live": "polite" });
let haystacks = null, hits = [], hit = -1;
function hay() {
  const told = (article) => [...article.querySelectorAll(".said, .remark, .role, blockquote, .ends, .free, .tag")];
  haystacks ??= entries.map(({ article, label }) => plain([label, ...told(article).map((node) => node.textContent)].join(" ")));
  return haystacks;
}
const order = rows.length ? [...new Set(rows.map((row) => row.entry))] : entries.map((entry) => entry.at);
function search() {
  const words = plain(asked.value).split(/\s+/).filter(Boolean);
  hits = words.length ? order.filter((at) => words.every((word) => hay()[at].includes(word))) : [];
  hit = -1;
  const found = new Set(hits);
  for (const box of boxes) box.node.classList.toggle("hit", found.has(box.entry));
  for (const row of rows) row.node.classList.toggle("hit", found.has(row.entry));
  counted.textContent = words.length ? (hits.length ? `${hits.length} found` : "none found") : "";
  for (const button of [previous, following]) button.disabled = !hits.length;
}
function step(by) {
  if (!hits.length) return;
  hit = (hit < 0 && by < 0 ? hits.length - 1 : hit + by + hits.length) % hits.length;
  select(hits[hit], "search");
  counted.textContent = `${hit + 1} of ${hits.length}`;
}
const previous = made("button", { type: "button", disabled: true, title: "Previous (Shift+Enter)", onclick: () => step(-1) }, made("span", { "aria-hidden": "true" }, "↑"), quiet("Previous found"));
const following = made("button", { type: "button", disabled: true, title: "Next (Enter)", onclick: () => step(1) }, made("span", { "aria-hidden": "true" }, "↓"), quiet("Next found"));
asked.addEventListener("input", search);
asked.addEventListener("keydown", (event) => {
  if (event.key === "Enter") { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
  if (event.key === "Escape") { asked.value = ""; search(); view.focus(); event.preventDefault(); }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  event.preventDefault();
  asked.focus();
  asked.select();
});
