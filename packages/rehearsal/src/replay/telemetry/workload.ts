/** A model deployment that is called. */
export interface DeploymentLoad {
  /** Its name in Azure. */
  name: string;
  /** Its account's URN in the program; absent where none is known. */
  account?: string;
  /** What it makes: text that people wait for, or vectors. */
  kind: "chat" | "embeddings";
  /** Whether its throughput is provisioned. */
  provisioned: boolean;
  /** The deployment that takes what it cannot. */
  spilloverTo?: string;
}

/** A resource whose platform metrics are generated, by its URN in the program. */
export interface WatchedResource {
  urn?: string;
  /** Its name, for dimensions that carry it. */
  name: string;
}

/** What there is to generate telemetry of. */
export interface Workload {
  /** The users' time zone, which decides when they are awake. */
  timeZone: string;
  /** Calls a minute in the busiest hour of the week, for each deployment. */
  callsPerMinute: number;
  deployments: readonly DeploymentLoad[];
  /** By resource type, as Azure Resource Manager spells it. */
  resources: Readonly<Record<string, readonly WatchedResource[]>>;
}
