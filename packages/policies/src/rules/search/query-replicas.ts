import { resourceRule } from "../../rule";

/** Replicas from which Microsoft promises that queries are answered (service level agreement of AI Search). */
const REPLICAS = 2;

export const queryReplicas = resourceRule({
  id: "search-query-replicas",
  title: "Search services have enough replicas for queries to go on when one fails",
  covers: ["Azure.Search.QuerySLA"],
  requirements: ["OE-R3"],
  severity: "medium",
  appliesTo: "search:Service",
  holds: (service) => service.at("replicaCount").isAtLeast(REPLICAS),
  fix: `Set replicaCount to at least ${REPLICAS}; Azure gives one if nothing is said.`,
  why: "With one replica every update of the service is an outage of search, and Microsoft promises nothing.",
});
