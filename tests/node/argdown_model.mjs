// What Argdown's own program makes of files: for each, one line of JSON with its errors, statements, arguments,
// relations and the nodes and edges of the map it draws.
import { readFileSync } from "node:fs";
import core from "@argdown/core";

const app = new core.ArgdownApplication();
const plugins = ["ParserPlugin", "DataPlugin", "ModelPlugin", "PreselectionPlugin", "StatementSelectionPlugin", "ArgumentSelectionPlugin", "MapPlugin", "GroupPlugin"];
for (const name of plugins) app.addPlugin(new core[name](), name);

const called = (side) => side.title ?? side.argumentTitle;

for (const file of process.argv.slice(2)) {
  const found = app.run({ input: readFileSync(file, "utf8"), process: plugins, throwExceptions: true });
  const statements = {};
  for (const [title, { members, tags, data }] of Object.entries(found.statements)) {
    const texts = members.filter((member) => !member.isReference).map((member) => member.text ?? "");
    statements[title] = { texts, tags, data };
  }
  const structures = {};
  for (const [title, { pcs, data }] of Object.entries(found.arguments)) {
    const premises = pcs.filter((line) => line.role === "premise").map((line) => line.title);
    const conclusions = pcs.filter((line) => line.role !== "premise").map((line) => line.title);
    const rules = pcs.flatMap((line) => line.inference?.inferenceRules ?? []);
    structures[title] = { premises, conclusions, rules, data };
  }
  const relations = found.relations.map(({ relationType, from, to }) => [relationType, from.type, called(from), to.type, called(to)]);
  const errors = [...found.lexerErrors, ...found.parserErrors].map(({ message }) => message);
  const nodes = found.map.nodes.map(({ type, title }) => [type, title]);
  const edges = found.map.edges.map(({ relationType, from, to }) => [relationType, from.title, to.title]);
  console.log(JSON.stringify({ errors, statements, arguments: structures, relations, nodes, edges }));
}
