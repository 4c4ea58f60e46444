import type { Severity } from "@ringfence/core/severities";
import type { AlertOverrideArgs } from "../../src/monitors/alert-override";
import type { ServiceMonitorsArgs } from "../../src/monitors/args";
import { serviceMonitorsProblems } from "../../src/monitors/monitors-problems";
import { ringContextOf } from "../ring-contexts";

const vault = { name: "vault", resourceId: "/subscriptions/1/vault", type: "Microsoft.KeyVault/vaults" };
const good: ServiceMonitorsArgs = { ring: ringContextOf("prod"), watch: [vault], watchRing: false };

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
      problem: expect.stringMatching(
        /^"Microsoft.Web\/sites" is not one of Microsoft.CognitiveServices\/accounts, .*; no alert of the catalogue watches it$/,
      ),
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
      problem:
        '"vault-on-fire" is no alert of the catalogue, docs/alerts.md; near it are key-vault-access-denied, key-vault-saturated, key-vault-slow, key-vault-unavailable',
    },
    {
      path: "overrides.search-slow",
      problem:
        "changes nothing: no watched type has this alert; they have key-vault-access-denied, key-vault-saturated, key-vault-slow, key-vault-unavailable",
    },
    {
      path: "overrides.key-vault-unavailable",
      problem: "changes nothing; give threshold, severity, window, receivers or offBecause",
    },
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

test("nothing but the ring to watch is enough", () => {
  expect(serviceMonitorsProblems({ ring: good.ring, watch: [] })).toEqual([]);
});

test("a name that the ring's own parts have is refused", () => {
  expect(serviceMonitorsProblems({ ...good, watch: [{ ...vault, name: "ring-vault" }] })).toEqual([
    { path: "watch[0].name", problem: '"ring-vault" begins as the names of the ring\'s own parts do' },
  ]);
});

const group = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/payments";

test("an override of the window or of the receivers is refused where Azure would refuse it, or nothing would be seen", () => {
  const overrides = {
    "key-vault-unavailable": { window: "PT10M" },
    "key-vault-access-denied": { window: "PT1M", receivers: [] },
    "key-vault-saturated": { receivers: Array.from({ length: 6 }, () => group) },
    "telemetry-silence": { window: "PT1H" },
    "model-calls-untraced": { window: "PT12H" },
    "access-changed": { threshold: 3, window: "PT5M" },
  };
  expect(serviceMonitorsProblems({ ...good, watchRing: true, overrides })).toEqual([
    {
      path: "overrides.key-vault-unavailable.window",
      problem: '"PT10M" is not one of PT1M, PT5M, PT15M, PT30M, PT1H, PT6H, PT12H, P1D',
    },
    {
      path: "overrides.key-vault-access-denied.window",
      problem: "PT1M is shorter than the PT5M between two looks; values would go unseen",
    },
    {
      path: "overrides.key-vault-access-denied.receivers",
      problem: "0 action groups; Azure takes 1 to 5. To silence the alert, say why in offBecause",
    },
    {
      path: "overrides.key-vault-saturated.receivers",
      problem: "6 action groups; Azure takes 1 to 5. To silence the alert, say why in offBecause",
    },
    {
      path: "overrides.telemetry-silence.window",
      problem: "telemetry-silence counts silence over the whole of its P2D; change its threshold",
    },
    {
      path: "overrides.model-calls-untraced.window",
      problem: expect.stringMatching(/^"PT12H" is not one of PT5M, PT10M, /),
    },
    {
      path: "overrides.access-changed.threshold",
      problem: "access-changed fires at single events and has no threshold; leave it out",
    },
    {
      path: "overrides.access-changed.window",
      problem: "access-changed fires at single events and has no window; leave it out",
    },
  ]);
  expect(
    serviceMonitorsProblems({
      ...good,
      overrides: { "key-vault-unavailable": { window: "PT30M", receivers: [group] } },
    }),
  ).toEqual([]);
});

test("maintenance windows are checked with everything else", () => {
  const maintenance = [{ name: "release", reason: " ", timeZone: "Mars/Olympus" }];
  expect(serviceMonitorsProblems({ ...good, maintenance }).map(({ path }) => path)).toEqual(
    expect.arrayContaining(["maintenance[0].reason", "maintenance[0].timeZone"]),
  );
});

test("more rules than Azure takes are refused with the count", () => {
  const accounts = Array.from({ length: 501 }, (_, index) => ({
    name: `a-${index}`,
    resourceId: `/subscriptions/1/account-${index}`,
    type: "Microsoft.CognitiveServices/accounts",
  }));
  expect(serviceMonitorsProblems({ ...good, watch: accounts })).toEqual([
    {
      path: "watch",
      problem:
        "makes 5010 rules, and Azure takes 5000 metric alerts of a subscription; watch fewer resources in this ring",
    },
    {
      path: "watch",
      problem: "makes 1002 rules, and Azure takes 1000 log alerts of one workspace; watch fewer resources in this ring",
    },
  ]);
});

test("what configuration files get wrong is said, and does not end up in a query", () => {
  const spillingDeployments = ['chat", "'];
  const overrides = { "key-vault-unavailable": null as unknown as AlertOverrideArgs };
  expect(serviceMonitorsProblems({ ...good, watch: [{ ...vault, spillingDeployments }], overrides })).toEqual([
    {
      path: "watch[0].spillingDeployments",
      problem: expect.stringContaining("is not a list of deployments' names: letters, digits, "),
    },
    { path: "overrides.key-vault-unavailable", problem: "null is not an object; give what changes" },
  ]);
});

test("one program runs in every ring: an override of an alert that does not fit in this one is no mistake", () => {
  const account = {
    name: "assistant",
    resourceId: "/subscriptions/1/account",
    projectId: "/subscriptions/1/account/projects/claims",
    type: "Microsoft.CognitiveServices/accounts",
  };
  const overrides = {
    "provisioned-throughput-saturated": { threshold: 95 },
    "agent-runs-failing": { threshold: 3 },
  };
  expect(serviceMonitorsProblems({ ...good, watch: [account], overrides })).toEqual([]);
});
