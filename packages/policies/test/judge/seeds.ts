import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = join(__dirname, "../../src/rules");
const text = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(sources, file), "utf8"))
  .join("\n");
const quoted = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, found = ""]) => found))];

/** Every property that a rule names in its source, in a bag of its own: what random bags are to be near. */
export const seeds: Record<string, unknown>[] = quoted(/\b(?:at|child)\("([\w.[\]]+)"\)/g).map((path) => {
  const bag = (keys: string[]): unknown => {
    const [key, ...rest] = keys;
    return key === undefined ? "Disabled" : { [key]: bag(rest) };
  };
  return bag(path.split(/[.[\]]+/).filter((key) => key !== "")) as Record<string, unknown>;
});

/** Every text that a rule compares with. */
export const texts = quoted(/\b(?:is|isNot|isOneOf|isNoneOf)\(\[?"([^"]+)"/g);
