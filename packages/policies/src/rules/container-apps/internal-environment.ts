import { resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const internalEnvironment = resourceRule({
  id: "container-apps-environment-internal",
  title: "Container Apps environments have no public address",
  covers: ["AzurePolicy-d074ddf8-env-internal"],
  requirements: [],
  severity: "high",
  appliesTo: "app:ManagedEnvironment",
  holds: (environment) => environment.at("vnetConfiguration.internal").is(true),
  fix: "Set vnetConfiguration.internal to true and put a gateway in front of what the world may reach.",
  why: "Otherwise one app with external ingress is on the internet, past the gateway and its limits.",
  frameworks: [benchmarkControl("NS-2", "Azure.ContainerApp.PublicAccess")],
});
