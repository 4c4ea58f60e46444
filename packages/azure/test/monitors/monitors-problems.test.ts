import type { Severity } from "@ringfence/core/severities";
import type { ServiceMonitorsArgs } from "../../src/monitors/args";
import { serviceMonitorsProblems } from "../../src/monitors/monitors-problems";
import { ringContextOf } from "../ring-contexts";

const vault = { name: "vault", resourceId: "/subscriptions/1/vault", type: "Microsoft.KeyVault/vaults" };
const good: ServiceMonitorsArgs = { ring: ringContextOf("prod"), watch: [vault] };

test("good arguments have no problems, whatever the letter case of the type", () => {
  expect(serviceMonitorsProblems(good)).toEqual([]);
  expect(serviceMonitorsProblems({ ...good, watch: [{ ...vault, type: "microsoft.keyvault/Vaults" }] })).toEqual([]);
});

test("a missing ring is the only thing said", () => {
  expect(serviceMonitorsProblems({ watch: [vault] } as unknown as ServiceMonitorsArgs)).toEqual([
    { path: "ring", problem: "missing; the ring it belongs to, `ring.context`" },
  ]);
});

test("a ring where nobody hears of alerts is refused", () => {
  const silent = [
    {
      path: "ring.severitiesWithReceivers",
      problem: expect.stringMatching(/^nobody hears of an alert in this ring; give/),
    },
  ];
  expect(serviceMonitorsProblems({ ...good, ring: { ...good.ring, severitiesWithReceivers: [] } })).toEqual(silent);
  expect(serviceMonitorsProblems({ ...good, ring: { ...good.ring, actionGroupIds: {} } })).toEqual(silent);
});

test("a type without alerts is refused with the types that have some", () => {
  expect(serviceMonitorsProblems({ ...good, watch: [{ ...vault, type: "Microsoft.Web/sites" }] })).toEqual([
    {
      path: "watch[0].type",
      problem:
        '"Microsoft.Web/sites" is not one of Microsoft.CognitiveServices/accounts, Microsoft.Search/searchServices, Microsoft.KeyVault/vaults, Microsoft.App/jobs; no alert of the catalogue watches it',
    },
  ]);
});

test("every mistake is said at once, each with its path", () => {
  const watch = [vault, { ...vault, resourceId: "" }, { ...vault, name: "Vault!" }];
  const overrides = {
    "vault-on-fire": { threshold: 1 },
    "search-slow": { threshold: 1 },
    "key-vault-unavailable": {},
    "key-vault-saturated": { threshold: -1, severity: "Sev9" as Severity, offBecause: " " },
  };
  expect(serviceMonitorsProblems({ ...good, watch, overrides })).toEqual([
    { path: "watch[1].name", problem: '"vault" is watch[0].name too; names are unique' },
    { path: "watch[1].resourceId", problem: "missing; the Azure id of the resource to watch" },
    {
      path: "watch[2].name",
      problem: '"Vault!" is not made of 2 to 24 lower-case letters, digits and single hyphens, starting with a letter',
    },
    {
      path: "overrides.vault-on-fire",
      problem: expect.stringMatching(/^"vault-on-fire" is not one of model-unavailable, /),
    },
    {
      path: "overrides.search-slow",
      problem:
        "changes nothing: no watched resource has this alert; they have key-vault-unavailable, key-vault-saturated, key-vault-access-denied",
    },
    { path: "overrides.key-vault-unavailable", problem: "changes nothing; give threshold, severity or offBecause" },
    { path: "overrides.key-vault-saturated.threshold", problem: "-1 is not a number from 0 up" },
    {
      path: "overrides.key-vault-saturated.severity",
      problem: '"Sev9" is not one of Sev0, Sev1, Sev2, Sev3, Sev4',
    },
    {
      path: "overrides.key-vault-saturated.offBecause",
      problem: "blank; say in one sentence why it is needed",
    },
  ]);
});

test("nothing to watch is a mistake", () => {
  expect(serviceMonitorsProblems({ ...good, watch: [] })).toEqual([
    { path: "watch", problem: "empty; name at least one resource to watch" },
  ]);
});
