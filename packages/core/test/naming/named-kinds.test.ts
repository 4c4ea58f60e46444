import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { namedKinds, nameProblems } from "@ringfence/core/naming";

const rows = Object.entries(namedKinds) as [keyof typeof namedKinds, (typeof namedKinds)[keyof typeof namedKinds]][];

test("every kind has a type of its own, a range of lengths and a source", () => {
  expect(new Set(rows.map(([, row]) => row.type)).size).toBe(rows.length);
  for (const [, row] of rows) {
    expect(row.minLength).toBeGreaterThan(0);
    expect(row.maxLength).toBeGreaterThanOrEqual(row.minLength);
    expect(row.source).not.toBe("");
  }
});

test("abbreviations are distinct, so that two kinds never share a name", () => {
  const abbreviations = rows.map(([, row]) => row.abbreviation).filter((abbreviation) => abbreviation !== "");
  expect(new Set(abbreviations).size).toBe(abbreviations.length);
});

test.each([
  ["keyVault", "kv--claims"],
  ["keyVault", "1kv"],
  ["keyVault", "kv_claims"],
  ["storageAccount", "stClaims"],
  ["storageAccount", "st-claims"],
  ["search", "a-claims"],
  ["mlCompute", "mlc-claims-2"],
  ["containerAppsJob", "Caj-claims"],
  ["privateDnsZone", "nodots"],
  ["actionGroup", "ag claims."],
  ["applicationInsights", "appi/claims"],
  ["metricAlert", "a\\b"],
  ["roleAssignment", "not-a-uuid"],
] as const)("a %s is refused the name %j for its characters", (kind, name) => {
  const { title, allowed } = namedKinds[kind];
  expect(nameProblems(kind, name)).toContainEqual({
    path: "",
    problem: `${JSON.stringify(name)} is no ${title} name; allowed: ${allowed}`,
  });
});

/** The collected rules, where they lie beside the repository; they are not part of a clone. */
const collected = join(__dirname, "../../../../../shared/azure-data/naming.json");

test("our rows refuse what the collected rules refuse and no longer than they allow", () => {
  if (!existsSync(collected)) {
    console.log("not compared: the collected naming rules are not beside this clone");
    return;
  }
  const { rules } = JSON.parse(readFileSync(collected, "utf8")) as {
    rules: { type: string; minLength: number; maxLength: number; invalid: string[] }[];
  };
  const compared = rows.flatMap(([kind, row]) => {
    const rule = rules.find(({ type }) => type === row.type);
    if (rule === undefined) return [];
    expect([row.type, row.minLength >= rule.minLength, row.maxLength <= rule.maxLength]).toEqual([
      row.type,
      true,
      true,
    ]);
    const letThrough = rule.invalid.filter((name) => nameProblems(kind, name).length === 0);
    expect([row.type, letThrough]).toEqual([row.type, []]);
    return [row.type];
  });
  expect(compared.length).toBeGreaterThan(25);
});
