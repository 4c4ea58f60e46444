import type { RehearsedResource } from "../../document";
import { Needs } from "../incidents";
import { type DeploymentLoad, parameters, type WatchedResource, type Workload } from "../telemetry";
import { inputAt, textOf } from "./program-values";

/** The types whose metrics are generated, by Pulumi's token. */
const generated: Readonly<Record<string, string>> = {
  "azure-native:search:Service": Needs.Search,
  "azure-native:keyvault:Vault": Needs.Vault,
  "azure-native:app:Job": Needs.Jobs,
  "azure-native:eventgrid:SystemTopic": Needs.Events,
  "azure-native:operationalinsights:Workspace": Needs.Logs,
  "azure-native:applicationinsights:Component": Needs.Telemetry,
  "azure-native:apimanagement:ApiManagementService": Needs.Gateway,
  "azure-native:machinelearningservices:OnlineEndpoint": Needs.Endpoints,
  "azure-native:cognitiveservices:ProjectCapabilityHost": Needs.Agents,
};

/** What a program's resources are loaded with: its model deployments, and what stands beside them. */
export function programWorkload(
  resources: readonly RehearsedResource[],
  timeZone: string,
  callsPerMinute: number = parameters.traffic.peakCallsPerMinute,
): Workload {
  const byType: Record<string, WatchedResource[]> = {};
  for (const { urn, type, name } of resources) {
    const service = generated[type];
    if (service !== undefined)
      byType[service] = [
        ...(byType[service] ?? []),
        // The capability host says that a project has agents; their metrics are the project's.
        service === Needs.Agents ? { name } : { urn, name },
      ];
  }
  const deployments = resources
    .filter(({ type }) => type === "azure-native:cognitiveservices:Deployment")
    .map(deploymentOf);
  return { timeZone, callsPerMinute, deployments, resources: byType };
}

/** What a workload has of what incidents need. */
export function typesOf({ deployments, resources }: Workload): ReadonlySet<string> {
  return new Set<string>([
    ...(deployments.length > 0 ? [Needs.Models] : []),
    ...(deployments.some(({ provisioned }) => provisioned) ? [Needs.Provisioned] : []),
    ...Object.keys(resources),
  ]);
}

function deploymentOf(resource: RehearsedResource): DeploymentLoad {
  const model = textOf(inputAt(resource, "properties", "model", "name")) ?? "";
  const sku = textOf(inputAt(resource, "sku", "name")) ?? "";
  const spilloverTo = textOf(inputAt(resource, "properties", "spilloverDeploymentName"));
  const account = resource.propertyDependencies.accountName?.find((urn) => urn.includes("cognitiveservices:Account::"));
  return {
    name: textOf(resource.inputs.deploymentName) ?? resource.name,
    ...(account !== undefined && { account }),
    kind: /embed/i.test(model) ? "embeddings" : "chat",
    provisioned: /Provisioned/i.test(sku),
    ...(spilloverTo !== undefined && { spilloverTo }),
  };
}
