import {
  covers,
  longestWaiverDays,
  reviewWaivers,
  type WaivableRule,
  type Waiver,
  waiversSchema,
} from "@ringfence/core/waivers";
import fc from "fast-check";

const now = new Date("2026-11-21T15:00:00Z");
const rules: WaivableRule[] = [
  { id: "plain", severity: "medium" },
  { id: "grave", severity: "critical" },
  { id: "preview", severity: "high", aboutPreviews: true },
  { id: "never", severity: "low", waivable: false },
];
const waiver: Waiver = {
  rule: "plain",
  type: "keyvault:Secret",
  name: "vendor-*",
  owner: "claims@contoso.example",
  reason: "the vendor renews yearly",
  expires: "2026-12-31",
};
const problems = (row: unknown) =>
  reviewWaivers([row], rules, now).waivers.flatMap((reviewed) =>
    reviewed.problems.map(({ path, problem }) => `${path}: ${problem}`),
  );

test("one in order is read, with its days left", () => {
  const review = reviewWaivers({ waivers: [waiver] }, rules, now);
  expect(review).toEqual({ problems: [], waivers: [{ path: "waivers[0]", waiver, daysLeft: 41, problems: [] }] });
});

test("it holds to the end of its last day and not longer", () => {
  const at = (moment: string) =>
    reviewWaivers([{ ...waiver, expires: "2026-11-21" }], rules, new Date(moment)).waivers[0];
  expect(at("2026-11-21T00:00:00Z")).toMatchObject({ daysLeft: 1, problems: [] });
  expect(at("2026-11-21T23:59:59Z")).toMatchObject({ daysLeft: 1, problems: [] });
  expect(at("2026-11-22T00:00:00Z")).toMatchObject({
    daysLeft: 0,
    problems: [{ path: "waivers[0].expires", problem: "expired; the rule applies again" }],
  });
});

test.each([
  ["low", 366],
  ["medium", 180],
  ["high", 90],
  ["critical", 30],
] as const)("a rule that is %s is waived for %i days at most", (severity, longest) => {
  expect(longestWaiverDays[severity]).toBe(longest);
  const until = (days: number) => new Date(Date.UTC(2026, 10, 21 + days)).toISOString().slice(0, 10);
  const review = (days: number) =>
    reviewWaivers([{ ...waiver, expires: until(days) }], [{ id: "plain", severity }], now).waivers[0]?.problems;
  expect(review(longest)).toEqual([]);
  expect(review(longest + 1)).toEqual([
    {
      path: "waivers[0].expires",
      problem: expect.stringContaining(`a ${severity} rule is waived for ${longest} at most`),
    },
  ]);
});

test("every mistake at once, each with its path", () => {
  expect(
    problems({
      rule: "plain",
      owner: "claims",
      reason: " ",
      expires: "2026-02-30",
      rings: ["prod", "live"],
      urn: "u",
      name: "n",
      until: 1,
    }),
  ).toEqual([
    "waivers[0].until: not a key of a waiver; those are rule, owner, reason, expires, urn, type, name, ticket, rings, riskAssessment, rollbackPath",
    "waivers[0].reason: missing; why the rule cannot be kept for now",
    "waivers[0].urn: given beside type or name; give the URN, or type and name",
    "waivers[0].owner: not an e-mail address",
    "waivers[0].expires: not a day of the calendar, written YYYY-MM-DD",
    'waivers[0].rings[1]: "live" is not one of sandbox, dev, test, prod',
  ]);
});

test.each([null, 7, "waive it", []])("%p is no waiver", (row) => {
  expect(problems(row)).toEqual([
    "waivers[0]: not a waiver; give rule, owner, reason, expires and urn or type and name",
  ]);
});

test("a selector is a URN, or a type and a name", () => {
  const { type: _type, name: _name, ...rest } = waiver;
  expect(problems(rest)[0]).toContain("waivers[0].type: missing");
  expect(problems({ ...rest, type: "a:*" })[0]).toContain("waivers[0].name: missing");
  expect(problems({ ...rest, urn: "urn:x" })).toEqual([]);
});

test("rules that nobody may waive, and previews without risk assessment and a way back", () => {
  expect(problems({ ...waiver, rule: "never" })).toEqual(["waivers[0].rule: never may not be waived"]);
  expect(problems({ ...waiver, rule: "preview" })).toEqual([
    "waivers[0].riskAssessment: missing; what can go wrong while the preview is in use",
    "waivers[0].rollbackPath: missing; how to get back to something that is supported",
  ]);
  expect(problems({ ...waiver, rule: "preview", riskAssessment: "low", rollbackPath: "the GA model" })).toEqual([]);
});

test("a rule that the reader does not know: shape and expiry are checked", () => {
  expect(problems({ ...waiver, rule: "somebody-else's" })).toEqual([]);
  expect(problems({ ...waiver, rule: "somebody-else's", expires: "2026-01-01" })).toHaveLength(1);
});

test("a file that holds something else says so", () => {
  expect(reviewWaivers({ waiver: [] }, rules, now).problems.map(({ path }) => path)).toEqual(["waiver", "waivers"]);
  expect(reviewWaivers("text", rules, now).problems.map(({ path }) => path)).toContain("waivers");
  expect(reviewWaivers(undefined, rules, now)).toEqual({ waivers: [], problems: [] });
  expect(reviewWaivers({ waivers: [] }, rules, now)).toEqual({ waivers: [], problems: [] });
});

test("whatever a file holds, the review answers", () => {
  fc.assert(
    fc.property(fc.anything(), (file) => reviewWaivers(file, rules, now).problems.length >= 0),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ ...Object.fromEntries(Object.keys(waiver).map((key) => [key, fc.anything()])) })),
      (rows) => {
        const review = reviewWaivers(rows, rules, now);
        expect(review.waivers).toHaveLength(rows.length);
      },
    ),
  );
});

const target = {
  rule: "plain",
  urn: "urn:1",
  types: ["azure-native:keyvault:Secret", "keyvault:Secret"],
  name: "vendor-key",
  ring: "prod",
} as const;

test.each<[string, Partial<Waiver>, boolean]>([
  ["the whole type and a pattern", {}, true],
  ["a token", { type: "azure-native:keyvault:Secret" }, true],
  ["letter case", { type: "KeyVault:secret", name: "VENDOR-*" }, true],
  ["a star in the middle", { name: "v*r-*y" }, true],
  ["a star for nothing", { name: "vendor-key*" }, true],
  ["overlapping ends", { name: "vendor-key*key" }, false],
  ["pieces out of order", { name: "*key*vendor*" }, false],
  ["another name", { name: "vendor" }, false],
  ["a dot is a dot", { name: "vendor.key" }, false],
  ["another type", { type: "keyvault:Key" }, false],
  ["another rule", { rule: "grave" }, false],
  ["its ring", { rings: ["test", "prod"] }, true],
  ["another ring", { rings: ["test"] }, false],
])("matching by %s", (_what, change, expected) => {
  expect(covers({ ...waiver, ...change }, target)).toBe(expected);
});

test("by URN, exactly", () => {
  const byUrn = { ...waiver, type: undefined, name: undefined };
  expect(covers({ ...byUrn, urn: "urn:1" }, target)).toBe(true);
  expect(covers({ ...byUrn, urn: "urn:*" }, target)).toBe(false);
});

test("the schema knows the keys that the review knows", () => {
  const keys = Object.keys(waiversSchema.properties.waivers.items.properties);
  const [told] = problems({ ...waiver, nonsense: 1 });
  expect([...(told?.split("those are ")[1] ?? "").split(", ")].sort()).toEqual([...keys].sort());
});
