import { allOf, type Judgement, type Resource, resourceRule } from "../../rule";

/** Replicas that AI Search's service level for queries asks for (its service level agreement). */
const SEARCH_REPLICAS = 2;

/** What each type must be for Microsoft to promise an availability. A workspace has one paid tier and may name none. */
const promised: Readonly<Record<string, (resource: Resource) => Judgement>> = {
  "cognitiveservices:Account": (account) =>
    allOf(account.at("sku.name").exists(), account.at("sku.name").isNot("F0"), account.at("sku.tier").isNot("Free")),
  "machinelearningservices:Workspace": (workspace) =>
    allOf(workspace.at("sku.name").isNot("Free"), workspace.at("sku.tier").isNot("Free")),
  "search:Service": (service) =>
    allOf(
      service.at("sku.name").exists(),
      service.at("sku.name").isNot("free"),
      service.at("replicaCount").isAtLeast(SEARCH_REPLICAS),
    ),
};

export const serviceLevel = resourceRule({
  id: "ai-service-level-agreement",
  title: "AI services run in a tier for which Microsoft promises availability",
  covers: ["azqr-aif-003 / hub-003 / srch-002"],
  requirements: ["OE-R3"],
  severity: "medium",
  appliesTo: Object.keys(promised),
  holds: (resource) => promised[resource.azure?.type ?? ""]?.(resource) ?? { is: "holds" },
  fix: "Take a paid SKU (S0 for accounts), and at least two replicas for AI Search.",
  why: "An objective of your own cannot be kept on a service that promises nothing.",
});
