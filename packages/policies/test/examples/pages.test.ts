import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examples, typescriptOf } from "@ringfence/policies/examples";
import { rules } from "@ringfence/policies/rules";
import { parse } from "yaml";
import { judgeExample } from "./judge-example";

const cases = rules.map((rule) => [rule.id, rule] as const);

/** The blocks of a language on a rule's page. */
function blocks(id: string, language: string): string[] {
  const page = readFileSync(join(__dirname, "../../../../docs/rules", `${id}.md`), "utf8");
  const fenced = page.split(/^```/m).filter((_, index) => index % 2 === 1);
  const head = `${language}\n`;
  return fenced.filter((block) => block.startsWith(head)).map((block) => block.slice(head.length, -1));
}

test.each(cases)("the page of %s shows the examples that are judged", (id) => {
  const { bad = [], good = [] } = examples[id] ?? {};
  expect(blocks(id, "ts")).toEqual([typescriptOf(bad), typescriptOf(good)]);
});

test.each(cases)("the row on the page of %s waives its bad example", async (id, rule) => {
  const rows = blocks(id, "yaml").flatMap((text): unknown[] => parse(text).waivers);
  expect(rows).toHaveLength(rule.waivable === false ? 0 : 1);
  const verdicts = await judgeExample(rule, examples[id]?.bad, rows);
  expect(verdicts.map(({ outcome }) => outcome)).toContain("waived");
  expect(verdicts.map(({ rule: told }) => told)).toEqual(verdicts.map(() => id));
});

test.each(cases)("the configuration on the page of %s is of its own settings", (id, rule) => {
  const [text = ""] = blocks(id, "json");
  const { enforcementLevel, ...settings } = JSON.parse(text)[id];
  expect(enforcementLevel).toBe("advisory");
  expect(Object.keys(rule.config)).toEqual(expect.arrayContaining(Object.keys(settings)));
});
