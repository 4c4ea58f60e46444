import { type GeneratedKind, namedKinds, nameProblems, namingProblems, resourceName } from "@ringfence/core/naming";
import { ringNames } from "@ringfence/core/rings";
import fc from "fast-check";

const generatedKinds = (Object.keys(namedKinds) as (keyof typeof namedKinds)[]).filter(
  (kind): kind is GeneratedKind => namedKinds[kind].form !== "given",
);
const anyKind = fc.constantFrom(...generatedKinds);
const anyRing = fc.constantFrom(...ringNames);
const anyName = fc.stringMatching(/^[a-z][a-z0-9]{0,20}(-[a-z0-9]{1,8}){0,3}$/);
const shortName = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
const anyQualifier = fc.option(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/), { nil: undefined });
const anySuffix = fc.stringMatching(/^[a-z][a-z0-9]{4}$/);
const anyParts = fc.record({ name: anyName, ring: anyRing, qualifier: anyQualifier, suffix: anySuffix });

test("a name reads abbreviation, name, ring, qualifier, suffix", () => {
  expect(resourceName("keyVault", { name: "claims", ring: "prod", suffix: "x1y2z" })).toBe("kv-claims-prod-x1y2z");
  expect(resourceName("actionGroup", { name: "claims", ring: "dev", qualifier: "sev0" })).toBe("ag-claims-dev-sev0");
  expect(resourceName("resourceGroup", { name: "claims", ring: "sandbox" })).toBe("rg-claims-sbx");
});

test("a type that allows no hyphens gets a name without them", () => {
  const parts = { name: "claims-ai", ring: "test", suffix: "x1y2z" } as const;
  expect(resourceName("storageAccount", parts)).toBe("stclaimsaitestx1y2z");
});

test("a type that is named by UUID gets the same UUID for the same parts, and another for others", () => {
  const parts = { name: "claims", ring: "prod" } as const;
  expect(resourceName("workbook", parts)).toBe(resourceName("workbook", parts));
  expect(resourceName("workbook", parts)).not.toBe(resourceName("workbook", { ...parts, ring: "test" }));
  expect(nameProblems("workbook", resourceName("workbook", parts))).toEqual([]);
});

test("a name that does not fit is refused with limit, length and what to do, not cut", () => {
  expect(() => resourceName("keyVault", { name: "claims-assistant", ring: "prod", suffix: "x1y2z" })).toThrow(
    "This makes no key vault name:\n" +
      "  name: kv-claims-assistant-prod-x1y2z has 30 characters; key vault names (Microsoft.KeyVault/vaults) have 3 to 24; " +
      "shorten `name` to at most 10 characters",
  );
});

test("the shortening that a refusal asks for is exactly enough", () => {
  const refused = /shorten `name` to at most (\d+) character/;
  fc.assert(
    fc.property(anyKind, anyParts, (kind, parts) => {
      const [problem] = namingProblems([{ kind, qualifier: parts.qualifier }], parts);
      const room = Number(refused.exec(problem?.problem ?? "")?.[1]);
      if (!Number.isInteger(room)) return;
      const fits = { ...parts, name: "a".repeat(room) };
      const planned = [{ kind, qualifier: parts.qualifier }];
      const tooLong = namingProblems(planned, { ...fits, name: `${fits.name}a` });
      expect(namingProblems(planned, fits).filter(({ problem }) => problem.includes("shorten"))).toEqual([]);
      expect(tooLong).toHaveLength(1);
    }),
  );
});

test("a qualifier that leaves no room for any name is what is to be shortened", () => {
  const problems = namingProblems([{ kind: "keyVault", qualifier: "a-very-long-qualifier" }], {
    name: "c",
    ring: "prod",
    suffix: "x1y2z",
  });
  expect(problems.map(({ path }) => path)).toEqual(["qualifier"]);
});

test("a name that is unique in all of Azure needs a suffix", () => {
  expect(namingProblems([{ kind: "search" }], { name: "claims", ring: "prod" })).toEqual([
    {
      path: "suffix",
      problem: "missing; AI Search service names are unique in all of Azure, so give a stable suffix",
    },
  ]);
});

test("all names that do not fit are reported together, under the argument's path", () => {
  const parts = { name: "claims-assistant-europe", ring: "prod", suffix: "x1y2z" } as const;
  const problems = namingProblems([{ kind: "keyVault" }, { kind: "resourceGroup" }, { kind: "storageAccount" }], parts);
  expect(problems.map(({ path }) => path)).toEqual(["name", "name"]);
  expect(problems.map(({ problem }) => problem.split(" ")[0])).toEqual([
    "kv-claims-assistant-europe-prod-x1y2z",
    "stclaimsassistanteuropeprodx1y2z",
  ]);
});

test.each(["Claims", "claims_x", "-claims", "claims-", "claims--x", "1claims", "", "claïms"])(
  "the name part %j is refused once, whatever it is to name",
  (name) => {
    const problems = namingProblems([{ kind: "keyVault" }, { kind: "queue" }], { name, ring: "dev", suffix: "x1y2z" });
    expect(problems).toEqual([
      {
        path: "name",
        problem: `${JSON.stringify(name)} is not made of lower-case letters, digits and single hyphens, starting with a letter`,
      },
    ]);
  },
);

test("every generated name satisfies its type's rule and the same parts give the same name", () => {
  fc.assert(
    fc.property(anyKind, anyParts, (kind, parts) => {
      if (namingProblems([{ kind, qualifier: parts.qualifier }], parts).length > 0) {
        expect(() => resourceName(kind, parts)).toThrow();
        return;
      }
      const name = resourceName(kind, parts);
      expect(nameProblems(kind, name)).toEqual([]);
      expect(resourceName(kind, { ...parts })).toBe(name);
    }),
    { numRuns: 1000 },
  );
});

test("a short name fits every kind in every ring", () => {
  for (const kind of generatedKinds)
    for (const ring of ringNames)
      expect(namingProblems([{ kind }], { name: "claims", ring, suffix: "x1y2z" })).toEqual([]);
});

test("what fits one ring fits every ring", () => {
  const refusedIn = (kind: GeneratedKind, parts: Parameters<typeof resourceName>[1]) =>
    ringNames.filter((ring) => namingProblems([{ kind, qualifier: parts.qualifier }], { ...parts, ring }).length > 0);
  fc.assert(
    fc.property(anyKind, anyParts, (kind, parts) => [0, ringNames.length].includes(refusedIn(kind, parts).length)),
  );
  expect(() => resourceName("keyVault", { name: "elevenchars", ring: "dev", suffix: "x1y2z" })).toThrow(
    "kv-elevenchars-prod-x1y2z has 25 characters; key vault names (Microsoft.KeyVault/vaults) have 3 to 24, " +
      "and a name must fit every ring; shorten `name` to at most 10 characters",
  );
});

test("distinct suffixes give distinct names", () => {
  fc.assert(
    fc.property(anyKind, shortName, anyRing, anySuffix, anySuffix, (kind, name, ring, suffix, other) => {
      fc.pre(suffix !== other);
      expect(resourceName(kind, { name, ring, suffix })).not.toBe(resourceName(kind, { name, ring, suffix: other }));
    }),
  );
});
