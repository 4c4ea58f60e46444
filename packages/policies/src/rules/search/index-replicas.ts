import { resourceRule } from "../../rule";

/** Replicas from which Microsoft promises that indexes can be written too (service level agreement of AI Search). */
const REPLICAS = 3;

export const indexReplicas = resourceRule({
  id: "search-index-replicas",
  title: "Search services have enough replicas for indexing to go on when one fails",
  covers: ["Azure.Search.IndexSLA"],
  requirements: ["OE-R3"],
  severity: "medium",
  appliesTo: "search:Service",
  holds: (service) => service.at("replicaCount").isAtLeast(REPLICAS),
  fix: `Set replicaCount to at least ${REPLICAS}, or waive this rule where an index may be stale for some hours.`,
  why: "Below three replicas an index may refuse writes while it still answers, and answers grow stale unnoticed.",
});
