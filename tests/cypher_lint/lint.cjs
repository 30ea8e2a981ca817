// Reads a JSON object of statements, each with the names of its parameters, from stdin; prints the same object with what
// Neo4j's language support says of each.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");

const { lintCypherQuery } = createRequire(`${process.cwd()}/`)("@neo4j-cypher/language-support");

const told = {};
for (const [statement, names] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const parameters = Object.fromEntries(names.map((name) => [name, null]));
  const { diagnostics } = lintCypherQuery(statement, { parameters });
  told[statement] = diagnostics.map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
}
console.log(JSON.stringify(told));
