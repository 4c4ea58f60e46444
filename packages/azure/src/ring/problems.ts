import { namingProblems, type PlannedName, partProblems } from "@ringfence/core/naming";
import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { regionProblems } from "@ringfence/core/regions";
import { overrideRing, type Ring, ringNames, ringOverrideProblems } from "@ringfence/core/rings";
import { severityNames } from "@ringfence/core/severities";
import { operationalTagNames, tagProblems } from "@ringfence/core/tags";
import { allowedNetworkProblems } from "../networks/allowed-network";
import { reasonProblems } from "../openings/opening";
import { addressSpaceProblems } from "./address-space";
import type { EnvironmentRingArgs } from "./args";
import { onCallProblems } from "./on-call-problems";

/** The tags that a user gives; the ring itself is the sixth. */
const givenTags = operationalTagNames.filter((name) => name !== "environment");

/** The month that a budget starts with; Azure's budgets begin in June 2017 (azure-native consumption.Budget). */
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
const FIRST_MONTH = "2017-06";

/** Every mistake in the arguments of an EnvironmentRing, each with its path; empty when they are good. */
export function environmentRingProblems(args: EnvironmentRingArgs): Problem[] {
  const ring = ringOf(args);
  return [
    ...(ring ? [] : [{ path: "ring", problem: ringProblem(args.ring) }]),
    ...under("location", regionProblems(args.location)),
    ...under("tenantId", tenantProblems(args.tenantId)),
    ...under("tags", tagProblems({ ...args.tags }, givenTags)),
    ...under("onCall", onCallProblems(args.onCall, ring)),
    ...under("monthlyBudget", budgetProblems(args.monthlyBudget)),
    ...under("budgetFrom", monthProblems(args.budgetFrom)),
    ...under("overrides", ringOverrideProblems(args.overrides ?? {})),
    ...under("addressSpace", addressSpaceProblems(args.addressSpace)),
    ...under("privateDnsZoneIds", zoneProblems(args.privateDnsZoneIds)),
    ...under("allowedNetworks", allowedNetworkProblems(args.allowedNetworks)),
    ...(args.trustedAzureServices
      ? reasonProblems("trustedAzureServices.reason", args.trustedAzureServices.reason)
      : []),
    ...under("runbooksUrl", addressProblems(args.runbooksUrl)),
    ...suffixProblems(args.nameSuffix),
  ];
}

/** The names that a ring makes from its own; what fits these fits the others, which are shorter or have more room. */
const planned: readonly PlannedName[] = [
  { kind: "resourceGroup" },
  { kind: "logAnalytics" },
  { kind: "applicationInsights" },
  { kind: "keyVault" },
  { kind: "userAssignedIdentity", qualifier: "jobs" },
  { kind: "virtualNetwork" },
  { kind: "networkSecurityGroup", qualifier: "endpoints" },
  { kind: "privateEndpoint", qualifier: "vault" },
  { kind: "budget" },
  ...severityNames.map((severity) => ({ kind: "actionGroup" as const, qualifier: severity.toLowerCase() })),
];

/** What is wrong with the component's own name: the names of what it makes start with it. */
export function environmentRingNameProblems(name: string, args: EnvironmentRingArgs): Problem[] {
  const ring = ringOf(args);
  if (!ring || suffixProblems(args.nameSuffix).length > 0) return [];
  return namingProblems(planned, { name, ring: ring.name, suffix: args.nameSuffix ?? "abcde" });
}

function ringOf({ ring, overrides }: EnvironmentRingArgs): Ring | undefined {
  return ringNames.includes(ring) ? overrideRing(ring, overrides) : undefined;
}

function ringProblem(given: unknown): string {
  return given === undefined || given === null || given === ""
    ? `missing; one of ${ringNames.join(", ")}`
    : notOneOf(given, ringNames);
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function tenantProblems(tenantId: unknown): Problem[] {
  if (tenantId === undefined || (typeof tenantId === "string" && GUID.test(tenantId))) return [];
  return [{ path: "", problem: `${JSON.stringify(tenantId)} is not the GUID of a tenant` }];
}

function budgetProblems(amount: unknown): Problem[] {
  if (amount === undefined || amount === null)
    return [{ path: "", problem: "missing; what the ring may cost a month, in the currency of the bill" }];
  if (typeof amount !== "number" || !Number.isFinite(amount) || amount <= 0)
    return [{ path: "", problem: `${JSON.stringify(amount) ?? String(amount)} is not a number above 0` }];
  return [];
}

function monthProblems(month: unknown): Problem[] {
  if (month === undefined || (typeof month === "string" && MONTH.test(month) && month >= FIRST_MONTH)) return [];
  return [{ path: "", problem: `${JSON.stringify(month)} is not a month from ${FIRST_MONTH} on, such as 2026-11` }];
}

function zoneProblems(zones: EnvironmentRingArgs["privateDnsZoneIds"]): Problem[] {
  return Object.entries(zones ?? {}).flatMap(([zone, id]) => {
    if (!/^privatelink\.[a-z0-9.-]+$/.test(zone))
      return [
        { path: zone, problem: "is not the name of a private link zone, such as privatelink.vaultcore.azure.net" },
      ];
    if (typeof id === "string" && !id.toLowerCase().endsWith(`/privatednszones/${zone}`))
      return [{ path: zone, problem: `${JSON.stringify(id)} is not the id of the zone ${zone}` }];
    return [];
  });
}

function addressProblems(address: unknown): Problem[] {
  if (address === undefined || (typeof address === "string" && URL.parse(address)?.protocol === "https:")) return [];
  return [{ path: "", problem: `${JSON.stringify(address)} is not an https address` }];
}

function suffixProblems(suffix: string | undefined): Problem[] {
  if (suffix === undefined) return [];
  return partProblems({ name: "name", ring: "prod", suffix }).map(({ problem }) => ({ path: "nameSuffix", problem }));
}
