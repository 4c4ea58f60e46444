import { allOf, fails, holds, type Judgement, resourceRule, unknown, type Value } from "../../rule";

export const logReplication = resourceRule({
  id: "log-workspace-replication",
  title: "Log Analytics workspaces are replicated to an allowed region",
  covers: ["Azure.Log.Replication / ReplicaLocation"],
  requirements: ["OE-R12"],
  severity: "medium",
  appliesTo: "operationalinsights:Workspace",
  config: {
    allowedLocations: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "The regions that may hold the replica; empty for every one that Azure allows",
    },
  },
  holds: (workspace, { config }) => {
    const cluster = workspace.at("features.clusterResourceId");
    // A dedicated cluster is replicated as a whole.
    if (cluster.text !== undefined) return holds;
    const replication = workspace.at("replication");
    const replicated = replication.isAbsent
      ? fails(replication.path, "missing; must be enabled, and name a location")
      : allOf(replication.at("enabled").is(true), isAmong(replication.at("location"), config.allowedLocations));
    return replicated.is === "fails" && cluster.isUnknown ? unknown(cluster.path) : replicated;
  },
  fix: "Set replication to { enabled: true, location }; azure-native has it in newer API versions than its default, which pulumi package add brings.",
  why: "In a region's outage the logs are gone exactly when they are needed; a replica elsewhere is data elsewhere.",
});

/** Whether it is one of the regions, of which none stands for all; they are equal in both forms: `Sweden Central`. */
function isAmong(location: Value, allowed: readonly string[]): Judgement {
  if (allowed.length === 0) return location.exists();
  return location.judge((given) => {
    if (typeof given === "string" && allowed.some((one) => short(one) === short(given))) return holds;
    return fails(location.path, `must be one of ${allowed.join(", ")}`);
  });
}

function short(region: string): string {
  return region.toLowerCase().replace(/\s/g, "");
}
