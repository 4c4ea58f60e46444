import { holds, stackRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const virtualNetwork = stackRule({
  id: "container-apps-environment-network",
  title: "Container Apps environments stand in a virtual network",
  covers: ["AzurePolicy-8b346db6-env-vnet"],
  requirements: [],
  severity: "medium",
  appliesTo: "app:ManagedEnvironment",
  holds: (environment, { stack }) => {
    const named = environment.asked.at("vnetConfiguration.infrastructureSubnetId").exists();
    const { to } = stack.linked(environment, "vnetConfiguration", "network:Subnet", []);
    return named.is === "unknown" && to !== undefined ? holds : named;
  },
  fix: "Set vnetConfiguration.infrastructureSubnetId to a subnet; it cannot be added to an environment that exists.",
  why: "Without a network of its own an environment reaches no private endpoint, and nothing limits where its apps call.",
  frameworks: [benchmarkControl("NS-2", "Azure.ContainerApp.PublicAccess")],
});
