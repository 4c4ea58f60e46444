import { type ExampleBag, type ExampleResource, idOf, nameOf, resource } from "./example";

/** What nearly every resource of the examples is told. */
export const inGroup = { resourceGroupName: "rg-claims-prod" } as const;

export const SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000";

/** The id of something that the examples do not declare. */
export function armId(rest: string): string {
  return `${SUBSCRIPTION}/resourceGroups/rg-platform-prod/providers/${rest}`;
}

export function account(args: ExampleBag = {}, answer?: ExampleBag): ExampleResource {
  const given = { ...inGroup, kind: "AIServices", sku: { name: "S0" }, ...args };
  return resource("cognitiveservices:Account", "claims", given, answer);
}

/** A model deployment of the account `claims`. */
export function deployment(name: string, properties: ExampleBag, args: ExampleBag = {}): ExampleResource {
  return resource("cognitiveservices:Deployment", name, {
    ...inGroup,
    accountName: "ai-claims-prod",
    deploymentName: name,
    sku: { name: "DataZoneStandard", capacity: 50 },
    properties,
    ...args,
  });
}

export const gpt = { format: "OpenAI", name: "gpt-5.4", version: "2026-03-05" } as const;

/** A diagnostic setting that sends all logs of another resource, or these. */
export function logsOf(
  target: string,
  logs: readonly ExampleBag[] = [{ categoryGroup: "allLogs", enabled: true }],
): ExampleResource {
  return resource("monitor:DiagnosticSetting", `${target}-logs`, {
    resourceUri: idOf(target),
    workspaceId: armId("Microsoft.OperationalInsights/workspaces/log-platform-prod"),
    logs,
  });
}

/** A private endpoint to this service of another resource. */
export function privateEndpointTo(target: string, groupId: string): ExampleResource {
  return resource("network:PrivateEndpoint", `${target}-private`, {
    ...inGroup,
    subnet: { id: armId("Microsoft.Network/virtualNetworks/vnet-prod/subnets/private") },
    privateLinkServiceConnections: [{ name: groupId, groupIds: [groupId], privateLinkServiceId: idOf(target) }],
  });
}

/** A metric alert on the account `claims`. */
export function metricAlert(name: string, criterion: ExampleBag, args: ExampleBag = {}): ExampleResource {
  return resource("monitor:MetricAlert", name, {
    ...inGroup,
    location: "global",
    enabled: true,
    severity: 1,
    scopes: [idOf("claims")],
    evaluationFrequency: "PT1M",
    windowSize: "PT5M",
    criteria: {
      odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
      allOf: [{ criterionType: "StaticThresholdCriterion", name, timeAggregation: "Average", ...criterion }],
    },
    ...args,
  });
}

/** The alerts that hold models to their service level. */
export const availabilityAlert = metricAlert("availability", {
  metricName: "ModelAvailabilityRate",
  operator: "LessThan",
  threshold: 99,
});
export const latencyAlert = metricAlert("latency", {
  metricName: "TimeToResponse",
  operator: "GreaterThan",
  threshold: 5000,
});
export const throttlingAlert = metricAlert("throttling", {
  metricName: "ModelRequests",
  timeAggregation: "Total",
  dimensions: [{ name: "StatusCode", operator: "Include", values: ["429"] }],
  operator: "GreaterThan",
  threshold: 10,
});

/** An action group that reaches the team. */
export function onCall(args: ExampleBag = {}): ExampleResource {
  return resource("monitor:ActionGroup", "on-call", {
    ...inGroup,
    location: "Global",
    groupShortName: "on-call",
    enabled: true,
    emailReceivers: [{ name: "team", emailAddress: "claims-platform@contoso.example", useCommonAlertSchema: true }],
    ...args,
  });
}

export function vault(properties: ExampleBag): ExampleResource {
  return resource("keyvault:Vault", "claims", {
    ...inGroup,
    properties: {
      tenantId: "00000000-0000-0000-0000-000000000000",
      sku: { family: "A", name: "standard" },
      ...properties,
    },
  });
}

/** A secret of the vault `claims`. */
export function secret(properties: ExampleBag): ExampleResource {
  return resource("keyvault:Secret", "vendor-key", { ...inGroup, vaultName: nameOf("claims"), properties });
}
