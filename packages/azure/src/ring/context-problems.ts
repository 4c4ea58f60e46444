import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { NetworkMode, ringNames } from "@ringfence/core/rings";
import { severityNames } from "@ringfence/core/severities";
import { tagProblems } from "@ringfence/core/tags";

type Bag = Record<string, unknown>;

/** What must be text in a context, by the object that holds it. */
const texts = {
  "": [
    ...[
      "name",
      "suffix",
      "location",
      "runbooksUrl",
      "tenantId",
      "subscriptionId",
      "resourceGroupName",
      "resourceGroupId",
    ],
    ...[
      "logAnalyticsId",
      "applicationInsightsId",
      "applicationInsightsConnectionString",
      "keyVaultName",
      "keyVaultId",
      "keyVaultUri",
    ],
  ],
  jobsIdentity: ["id", "principalId", "clientId"],
  network: ["virtualNetworkId", "endpointsSubnetId", "jobsSubnetId"],
};

const flags = ["previewsAllowed", "purgeProtection", "deleteLock", "pinsModelVersions"];
const numbers = ["minimumReplicas", "logRetentionDays", "secretMaximumAgeDays"];

/** What keeps a value that came from another stack from being a ring's context; empty when it is one. */
export function ringContextProblems(value: unknown): Problem[] {
  if (!isBag(value)) return [{ path: "", problem: `${JSON.stringify(value)} is not an object` }];
  const settings = bagOf(value.settings);
  const isPrivate = settings.network === NetworkMode.Private;
  return [
    ...oneOf("ring", value.ring, ringNames),
    ...missingTexts("", value),
    ...under("tags", tagProblems(bagOf(value.tags))),
    ...under("settings", oneOf("network", settings.network, Object.values(NetworkMode))),
    ...under("settings", ofType(settings, flags, "boolean")),
    ...under("settings", ofType(settings, numbers, "number")),
    ...severityProblems(value.severitiesWithReceivers, bagOf(value.actionGroupIds)),
    ...missingTexts("jobsIdentity", bagOf(value.jobsIdentity)),
    ...(isPrivate ? missingTexts("network", bagOf(value.network)) : []),
    ...(isPrivate && !isBag(bagOf(value.network).privateDnsZoneIds)
      ? [{ path: "network.privateDnsZoneIds", problem: "missing" }]
      : []),
  ];
}

function severityProblems(severities: unknown, groups: Bag): Problem[] {
  const path = "severitiesWithReceivers";
  if (!Array.isArray(severities)) return [{ path, problem: "missing" }];
  return severities.flatMap((severity: unknown, index) => {
    const problems = oneOf(`${path}[${index}]`, severity, severityNames);
    if (problems.length > 0 || typeof groups[String(severity)] === "string") return problems;
    return [{ path: `actionGroupIds.${String(severity)}`, problem: "missing" }];
  });
}

function missingTexts(parent: keyof typeof texts, bag: Bag): Problem[] {
  return under(parent, ofType(bag, texts[parent], "string"));
}

function ofType(bag: Bag, keys: readonly string[], type: "string" | "boolean" | "number"): Problem[] {
  return keys.flatMap((key) => {
    const value = bag[key];
    if (value === undefined || value === null || value === "") return [{ path: key, problem: "missing" }];
    return typeof value === type ? [] : [{ path: key, problem: `${JSON.stringify(value)} is not a ${type}` }];
  });
}

function oneOf(path: string, value: unknown, allowed: readonly string[]): Problem[] {
  if (value === undefined || value === null) return [{ path, problem: "missing" }];
  return allowed.some((name) => name === value) ? [] : [{ path, problem: notOneOf(value, allowed) }];
}

function bagOf(value: unknown): Bag {
  return isBag(value) ? value : {};
}

function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
