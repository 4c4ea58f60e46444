import { allOf, resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const managedIdentity = resourceRule({
  id: "container-app-managed-identity",
  title: "Container apps have a managed identity",
  covers: ["Azure.ContainerApp.ManagedIdentity"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "app:ContainerApp",
  holds: (app) => {
    const type = app.at("identity.type");
    return allOf(type.exists(), type.isNot("None"));
  },
  fix: "Set identity.type to SystemAssigned, UserAssigned, or both.",
  why: "An app without an identity calls models, vaults and stores with secrets that somebody has to keep and rotate.",
  frameworks: [benchmarkControl("IM-3", "Azure.ContainerApp.ManagedIdentity")],
});
