document.documentElement.classList.add("js");
const find = (id) => document.getElementById(id);
const known = JSON.parse(find("map").textContent);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 759px)");

/* Every statement, reason and objection has an article; they are numbered as those stand. */
const entries = [...document.querySelectorAll("article.entry")].map((article, at) => ({
  at,
  article,
  label: article.querySelector("h3 b").textContent,
  role: article.querySelector(".role").textContent,
  words: article.querySelector(".said")?.textContent ?? "",
  verdict: "",
}));
const byId = new Map(entries.map((entry) => [entry.article.dataset.id, entry.at]));
const linked = (link) => { const href = link.getAttribute("href"); return /^#s\d+$/.test(href) ? Number(href.slice(2)) : undefined; };
const title = find("title").textContent;

/* Elements are made of names, attributes and texts; texts are never markup. */
function filled(node, given, parts) {
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...parts);
  return node;
}
const made = (name, given = {}, ...parts) => filled(document.createElement(name), given, parts);
const drawn = (name, given = {}, ...parts) =>
  filled(document.createElementNS("http://www.w3.org/2000/svg", name), given, parts);
const quiet = (text) => made("span", { class: "quiet" }, text);

/* What is selected; whoever shows it listens. */
let selected = -1;
const selectors = [];
function select(at, from = "") {
  if (!entries[at]) return;
  selected = at;
  for (const show of selectors) show(at, from);
}

const spoken = find("head").appendChild(made("p", { class: "quiet", role: "status" }));
const say = (text) => { spoken.textContent = text; };
