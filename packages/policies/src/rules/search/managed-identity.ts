import { allOf, resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const managedIdentity = resourceRule({
  id: "search-managed-identity",
  title: "Search services have a managed identity",
  covers: ["Azure.Search.ManagedIdentity"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "search:Service",
  holds: (service) => {
    const type = service.at("identity.type");
    return allOf(type.exists(), type.isNot("None"));
  },
  fix: "Set identity.type to SystemAssigned, UserAssigned, or both.",
  why: "Without an identity indexers and skills reach data, models and keys with connection strings that somebody must rotate.",
  frameworks: [benchmarkControl("IM-3", "Azure.Search.ManagedIdentity")],
});
