import * as fc from "fast-check";
import type { EnvironmentRingArgs } from "../../src/ring/args";
import { environmentRingNameProblems, environmentRingProblems } from "../../src/ring/problems";
import { ringArgs } from "./ring-args";

/** Lines as a refusal prints them. */
const lines = (args: EnvironmentRingArgs) =>
  environmentRingProblems(args).map(({ path, problem }) => `${path}: ${problem}`);

const changed = (changes: Record<string, unknown>, ring: "prod" | "dev" = "prod") =>
  lines({ ...ringArgs(ring), ...changes } as EnvironmentRingArgs);

test("good arguments have no problems in any ring", () => {
  for (const ring of ["sandbox", "dev", "test", "prod"] as const) expect(lines(ringArgs(ring))).toEqual([]);
  expect(lines(ringArgs("sandbox", { onCall: undefined }))).toEqual([]);
});

test("all mistakes are said at once, in the order of the arguments, each with its path", () => {
  const args = {
    ring: "production",
    location: "Sweden Central",
    tenantId: "contoso.onmicrosoft.com",
    tags: { ...ringArgs("prod").tags, dataSensitivity: "secret", owner: undefined },
    onCall: { Sev0: [{ email: "nobody" }] },
    monthlyBudget: -1,
    overrides: { secretMaximumAgeDays: 120 },
    addressSpace: "10.0.0.0/27",
    nameSuffix: "X",
  } as unknown as EnvironmentRingArgs;
  expect(lines(args)).toEqual([
    'ring: "production" is not one of sandbox, dev, test, prod',
    'location: "Sweden Central" is not the short form; write swedencentral',
    'tenantId: "contoso.onmicrosoft.com" is not the GUID of a tenant',
    "tags.owner: missing; the address of the team that answers for this service (an e-mail address)",
    'tags.dataSensitivity: "secret" is not one of public, internal, confidential, restricted',
    'onCall.Sev0[0].email: "nobody" is not an e-mail address',
    "monthlyBudget: -1 is not a number above 0",
    "overrides.secretMaximumAgeDays: 120 is not a whole number of days from 1 to 90; a longer age is never allowed",
    'addressSpace: "10.0.0.0/27" is too small; the jobs\' subnet is a quarter of it and needs 32 addresses, so give at least a /25',
    'nameSuffix: "X" is not made of 3 to 13 lower-case letters and digits, starting with a letter',
  ]);
});

test("prod without receivers for Sev0 and Sev1 is refused, and says how Sev1 can share Sev0's", () => {
  const rule = "onCall: prod needs a receiver for Sev0 and Sev1";
  const share = `Sev1 falls to Sev0's receivers only if you say so (onCall.Sev1: [{ sameAs: "Sev0" }])`;
  const email = [{ email: "a@b.example" }];
  expect(changed({ onCall: undefined })).toEqual([`${rule}; ${share}`]);
  expect(changed({ onCall: { Sev0: email } })).toEqual([`${rule}; ${share}`]);
  expect(changed({ onCall: { Sev1: email } })).toEqual([`${rule}; Sev0 has none`]);
  expect(changed({ onCall: { Sev0: email, Sev1: email } })).toEqual([]);
  expect(changed({ onCall: { Sev0: email } }, "dev")).toEqual([]);
});

test.each<[string, unknown, string[]]>([
  ["an unknown severity", { Sev5: [] }, ['onCall.Sev5: "Sev5" is not one of Sev0, Sev1, Sev2, Sev3, Sev4']],
  ["an empty list", { Sev2: [] }, ["onCall.Sev2: names nobody; name a receiver or leave the severity out"]],
  ["text", { Sev2: "a@b.example" }, ['onCall.Sev2: "a@b.example" is not a list of receivers such as [{ email: "…" }]']],
  [
    "a severity's name",
    { Sev2: "Sev0" },
    ['onCall.Sev2: "Sev0" is not a list of receivers such as [{ sameAs: "Sev0" }]'],
  ],
  [
    "an empty entry",
    { Sev2: [{}] },
    ["onCall.Sev2[0]: names no receiver; give one of email, webhook, logicApp, azureApp, sameAs an entry"],
  ],
  [
    "two receivers in one entry",
    { Sev2: [{ email: "a@b.example", webhook: "https://c.example" }] },
    ["onCall.Sev2[0]: names email and webhook; give one of email, webhook, logicApp, azureApp, sameAs an entry"],
  ],
  [
    "a Logic App without its parts",
    { Sev2: [{ logicApp: {} }] },
    [
      'onCall.Sev2[0].logicApp.resourceId: "" is not a Logic App\'s resource id',
      "onCall.Sev2[0].logicApp.callbackUrl: is not an https address; alerts are not sent in the open",
    ],
  ],
  [
    "a severity that is the same as itself",
    { Sev2: [{ sameAs: "Sev2" }] },
    ["onCall.Sev2[0].sameAs: Sev2 cannot be the same as itself; name its receivers"],
  ],
  [
    "the receivers of a severity that has none",
    { Sev2: [{ sameAs: "Sev3" }] },
    ["onCall.Sev2[0].sameAs: Sev3 has no receivers; name some there, or name Sev2's own here"],
  ],
  [
    "a chain",
    { Sev2: [{ email: "a@b.example" }], Sev3: [{ sameAs: "Sev2" }], Sev4: [{ sameAs: "Sev3" }] },
    ["onCall.Sev4[0].sameAs: Sev3 is the same as another severity itself; name the one that has the receivers"],
  ],
  [
    "more than an action group takes",
    { Sev2: Array.from({ length: 11 }, () => ({ webhook: "https://c.example" })) },
    ["onCall.Sev2: 11 receivers of kind webhook; an action group takes 10"],
  ],
])("on-call with %s is refused", (_what, onCall, expected) => {
  expect(changed({ onCall }, "dev")).toEqual(expected);
});

test("an address that is refused is not repeated, because it may hold a key", () => {
  const problems = changed({ onCall: { Sev2: [{ webhook: "http://pager.example/?key=planted" }] } }, "dev");
  expect(problems).toEqual(["onCall.Sev2[0].webhook: is not an https address; alerts are not sent in the open"]);
});

test.each<[string, unknown, string]>([
  ["ring", undefined, "missing; one of sandbox, dev, test, prod"],
  ["location", undefined, "missing; the region, for example swedencentral"],
  ["monthlyBudget", undefined, "missing; what the ring may cost a month, in the currency of the bill"],
  ["monthlyBudget", 0, "0 is not a number above 0"],
  ["monthlyBudget", "4000", '"4000" is not a number above 0'],
  ["monthlyBudget", Number.NaN, "null is not a number above 0"],
  ["budgetFrom", "2026-13", '"2026-13" is not a month from 2017-06 on, such as 2026-11'],
  ["budgetFrom", "2017-05", '"2017-05" is not a month from 2017-06 on, such as 2026-11'],
  ["budgetFrom", "2026-11-01", '"2026-11-01" is not a month from 2017-06 on, such as 2026-11'],
  ["runbooksUrl", "http://wiki.example", '"http://wiki.example" is not an https address'],
  ["nameSuffix", "ab", '"ab" is not made of 3 to 13 lower-case letters and digits, starting with a letter'],
])("%s %p is refused", (argument, value, problem) => {
  expect(changed({ [argument]: value }, "dev")).toEqual([`${argument}: ${problem}`]);
});

test("zones that exist already are checked by name and id", () => {
  const privateDnsZoneIds = {
    "vault.azure.net": "/id",
    "privatelink.azurecr.io": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/other",
    "privatelink.search.windows.net":
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/privatelink.search.windows.net",
  };
  expect(changed({ privateDnsZoneIds })).toEqual([
    "privateDnsZoneIds.vault.azure.net: is not the name of a private link zone, such as privatelink.vaultcore.azure.net",
    'privateDnsZoneIds.privatelink.azurecr.io: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/other" is not the id of the zone privatelink.azurecr.io',
  ]);
});

test("openings need their reasons", () => {
  expect(changed({ allowedNetworks: [{ name: "office", range: "203.0.113.0/24" }], trustedAzureServices: {} })).toEqual(
    [
      "allowedNetworks[0].reason: missing; say in one sentence why it is needed",
      "trustedAzureServices.reason: missing; say in one sentence why it is needed",
    ],
  );
});

test("a name whose key vault would not fit Azure's 24 characters is refused, and the limit is said", () => {
  const problems = environmentRingNameProblems("claims-assistant", ringArgs("prod"));
  expect(problems).toHaveLength(1);
  expect(problems[0]?.path).toBe("name");
  expect(problems[0]?.problem).toMatch(/key vault names .* have 3 to 24.* shorten `name` to at most 10 characters/);
  expect(environmentRingNameProblems("claims-aid", ringArgs("prod"))).toEqual([]);
});

test("a name that Azure's names cannot start with is refused", () => {
  expect(environmentRingNameProblems("Claims", ringArgs("prod"))).toEqual([
    {
      path: "name",
      problem: '"Claims" is not made of lower-case letters, digits and single hyphens, starting with a letter',
    },
  ]);
});

test("arguments of any shape are judged without an exception", () => {
  const anything = fc.record(
    {
      ring: fc.oneof(fc.constantFrom("dev", "prod"), fc.anything()),
      location: fc.anything(),
      tags: fc.oneof(fc.constant(undefined), fc.dictionary(fc.string(), fc.anything())),
      onCall: fc.oneof(
        fc.constant(undefined),
        fc.dictionary(
          fc.constantFrom("Sev0", "Sev1", "SevX"),
          fc.oneof(
            fc.anything(),
            fc.array(fc.dictionary(fc.constantFrom("email", "webhook", "sameAs"), fc.anything())),
          ),
        ),
      ),
      monthlyBudget: fc.anything(),
      budgetFrom: fc.anything(),
      addressSpace: fc.anything(),
      runbooksUrl: fc.anything(),
      nameSuffix: fc.oneof(fc.string(), fc.constant(undefined)),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anything, fc.string(), (args, name) => {
      const problems = [
        ...environmentRingProblems(args as unknown as EnvironmentRingArgs),
        ...environmentRingNameProblems(name, args as unknown as EnvironmentRingArgs),
      ];
      for (const { problem } of problems) expect(problem.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
