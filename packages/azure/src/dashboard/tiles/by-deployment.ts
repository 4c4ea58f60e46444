import type { MetricTile } from "../tile";

/** What differs between tiles over one metric of model deployments. */
type DeploymentTile = Pick<MetricTile, "id" | "title" | "asks" | "category" | "metric" | "aggregation">;

/** A line for each deployment: only metrics know deployments, diagnostic settings lose them on the way to the logs. */
export function byDeployment(tile: DeploymentTile): MetricTile {
  return {
    source: "metrics",
    service: "Microsoft.CognitiveServices/accounts",
    splitBy: "ModelDeploymentName",
    ...tile,
  };
}
