/** Parses YAML, or JSON. The parser is loaded when it is needed: most packs meet no waivers, and start quicker without. */
export function parseYaml(text: string): unknown {
  const { parse } = require("yaml") as typeof import("yaml");
  return parse(text);
}
