import { nameProblems } from "@ringfence/core/naming";
import * as fc from "fast-check";
import { FilterAction, type FilterLooseningArgs, FilterThreshold } from "../../src/ai-project/content-filter";
import { filterInputs } from "../../src/ai-project/content-filters";
import { contentFilterProblems } from "../../src/ai-project/filter-problems";
import { strictFilter } from "../../src/ai-project/filter-rows";
import { ringContextOf } from "../ring-contexts";

const ring = ringContextOf("prod");
const reason = "Claims describe accidents and injuries";

function checksOf(...loosenings: FilterLooseningArgs[]) {
  return filterInputs({ name: "claims", loosenings }, ring).properties.contentFilters;
}

const strict = checksOf();

test("the strict filter blocks everything that Azure looks for, harm from low severity", () => {
  const harm = ["Hate", "Sexual", "Violence", "Selfharm"].flatMap((name) =>
    ["Prompt", "Completion"].map((source) => ({
      name,
      source,
      enabled: true,
      blocking: true,
      severityThreshold: "Low",
    })),
  );
  const found = [
    ["Jailbreak", "Prompt"],
    ["Indirect Attack", "Prompt"],
    ["Protected Material Text", "Completion"],
    ["Protected Material Code", "Completion"],
  ].map(([name, source]) => ({ name, source, enabled: true, blocking: true }));
  expect(filterInputs({ name: "strict", loosenings: [] }, ring)).toEqual({
    raiPolicyName: "strict",
    properties: { basePolicyName: "Microsoft.DefaultV2", mode: "Blocking", contentFilters: [...harm, ...found] },
    tags: ring.tags,
  });
});

test("no row of the strict filter is looser than Azure's, and nine are stricter", () => {
  const order: (string | undefined)[] = [undefined, "High", "Medium", "Low"];
  for (const { threshold, azure } of strictFilter)
    if (threshold) expect(order.indexOf(threshold)).toBeGreaterThan(order.indexOf(azure));
  expect(strictFilter.filter(({ threshold, azure }) => azure === "absent" || threshold !== undefined)).toHaveLength(9);
});

test("a loosening changes what it names and nothing else, and its reason is a tag", () => {
  const loosenings: FilterLooseningArgs[] = [
    { category: "Violence", threshold: "Medium", reason },
    { category: "Sexual", source: "Prompt", threshold: "High", reason: "Medical reports" },
    { category: "Protected Material Code", action: "annotate", reason: "Nobody asks for code" },
    { category: "Indirect Attack", action: "ignore", reason: "No documents are read" },
  ];
  expect(checksOf(...loosenings)).toEqual(
    strict.map((check) => {
      if (check.name === "Violence") return { ...check, severityThreshold: "Medium" };
      if (check.name === "Sexual" && check.source === "Prompt") return { ...check, severityThreshold: "High" };
      if (check.name === "Protected Material Code") return { ...check, blocking: false };
      if (check.name === "Indirect Attack") return { ...check, enabled: false, blocking: false };
      return check;
    }),
  );
  expect(filterInputs({ name: "claims", loosenings }, ring).tags).toEqual({
    ...ring.tags,
    "loosened-violence-prompt": reason,
    "loosened-violence-completion": reason,
    "loosened-sexual-prompt": "Medical reports",
    "loosened-protected-material-code-completion": "Nobody asks for code",
    "loosened-indirect-attack-prompt": "No documents are read",
  });
});

test("a harm category keeps its severity when it is only annotated", () => {
  expect(checksOf({ category: "Hate", source: "Completion", action: "annotate", reason })[1]).toEqual({
    name: "Hate",
    source: "Completion",
    enabled: true,
    blocking: false,
    severityThreshold: "Low",
  });
});

test("every mistake in a filter is named with its path", () => {
  const loosenings = [{ category: "Violence", threshold: "Medium", reason }] as const;
  const filters = [
    { name: "strict", loosenings: [...loosenings] },
    { name: "Microsoft.DefaultV2", loosenings: [...loosenings] },
    { name: "claims", loosenings: [] },
    { name: "claims", loosenings: [...loosenings] },
    { name: "my filter", loosenings: [...loosenings] },
    {
      name: "other",
      loosenings: [
        { category: "Gore", threshold: "Huge", source: "Both", action: "pass", reason: "" },
        { category: "Violence", threshold: "Low", reason },
        { category: "Jailbreak", source: "Completion", action: "ignore", reason },
        { category: "Jailbreak", threshold: "High", reason },
        { category: "Hate", threshold: "Medium", reason },
        { category: "Hate", source: "Prompt", threshold: "High", reason },
      ] as FilterLooseningArgs[],
    },
  ];
  expect(contentFilterProblems(filters)).toEqual([
    { path: "[0].name", problem: '"strict" is the built-in filter\'s name; choose another' },
    { path: "[1].name", problem: '"Microsoft.DefaultV2": names in Microsoft. belong to Azure; choose another' },
    {
      path: "[2].loosenings",
      problem: 'empty; the filter would be the "strict" one, so leave it out and its deployments get that',
    },
    { path: "[3].name", problem: '"claims" is in the list twice' },
    { path: "[4].name", problem: nameProblems("contentFilter", "my filter")[0]?.problem },
    {
      path: "[5].loosenings[0].category",
      problem:
        '"Gore" is not one of Hate, Sexual, Violence, Selfharm, Jailbreak, Indirect Attack, Protected Material Text, Protected Material Code',
    },
    { path: "[5].loosenings[0].source", problem: '"Both" is not one of Prompt, Completion' },
    { path: "[5].loosenings[0].threshold", problem: '"Huge" is not one of Low, Medium, High' },
    { path: "[5].loosenings[0].action", problem: '"pass" is not one of block, annotate, ignore' },
    { path: "[5].loosenings[0].reason", problem: "missing; say in one sentence why it is needed" },
    {
      path: "[5].loosenings[1]",
      problem:
        "loosens nothing; give a threshold of Medium or High, or an action of annotate or ignore, or leave it out",
    },
    { path: "[5].loosenings[2].source", problem: "Azure looks for Jailbreak only in the Prompt" },
    { path: "[5].loosenings[3].threshold", problem: "Jailbreak has no severities; set action instead" },
    { path: "[5].loosenings[5]", problem: "Hate in the Prompt is loosened twice; say it once" },
  ]);
});

const loosening = fc.record(
  {
    category: fc.constantFrom(...strictFilter.map((row) => row.category)),
    source: fc.constantFrom("Prompt" as const, "Completion" as const),
    threshold: fc.constantFrom(...Object.values(FilterThreshold)),
    action: fc.constantFrom(...Object.values(FilterAction)),
    reason: fc.constant(reason),
  },
  { requiredKeys: ["category", "reason"] },
);

test("whatever is accepted as a loosening lets more through somewhere and nowhere less", () => {
  const severity = { Low: 1, Medium: 2, High: 3 };
  fc.assert(
    fc.property(fc.array(loosening, { minLength: 1, maxLength: 4 }), (loosenings) => {
      fc.pre(contentFilterProblems([{ name: "claims", loosenings }]).length === 0);
      const loose = checksOf(...loosenings);
      const looser = loose.map((check, index) => {
        const was = strict[index];
        expect([check.name, check.source]).toEqual([was?.name, was?.source]);
        if (!check.blocking) return true;
        const [now, before] = [check.severityThreshold, was?.severityThreshold].map(
          (level) => level && severity[level],
        );
        expect(now ?? 0).toBeGreaterThanOrEqual(before ?? 0);
        return (now ?? 0) > (before ?? 0);
      });
      expect(looser).toContain(true);
    }),
  );
});
