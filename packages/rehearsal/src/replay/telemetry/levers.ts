/**
 * What an incident changes about the simulated service. Everything that is measured follows from these, so that an
 * incident shows in every signal that it would show in, and not only in the one that it was written for.
 */
export const Lever = {
  /** Times the callers. */
  Traffic: "traffic",
  /** Times the quota or the provisioned throughput. */
  Quota: "quota",
  /** Times the model's response time. */
  Latency: "latency",
  /** Share of calls that the model answers with a 5xx. */
  ServerErrors: "server-errors",
  /** Times the prompts that the content filter blocks. */
  Blocked: "blocked",
  /** Jailbreak attempts a minute. */
  Jailbreaks: "jailbreaks",
  /** How far the mean groundedness score falls. */
  Groundedness: "groundedness",
  /** Share of logs and telemetry that does not arrive. */
  Silence: "silence",
  /** Share of the prompt cache's hits that is lost. */
  CacheLoss: "cache-loss",
  /** Times the search service's response time. */
  SearchLatency: "search-latency",
  /** Share of search queries that are throttled. */
  SearchThrottled: "search-throttled",
  /** Share of the vault's requests that fail. */
  VaultErrors: "vault-errors",
  /** Requests a minute that the vault answers 403. */
  VaultDenied: "vault-denied",
  /** Percent of the vault's request limit, on top. */
  VaultLoad: "vault-load",
  /** Failed executions of scheduled jobs, as a share of those that run. */
  JobFailures: "job-failures",
  /** Share of scheduled jobs that do not start. */
  JobSilence: "job-silence",
  /** Whether a secret's near-expiry notice stays unanswered. */
  RenewalMissed: "renewal-missed",
  /** Near-expiry events that are lost a minute. */
  EventsLost: "events-lost",
  /** Share of the application's own requests that fail. */
  ApplicationErrors: "application-errors",
  /** Share of calls of models that are recorded without what they cost. */
  Untraced: "untraced",
  /** Notices a minute that the log workspace has reached its daily cap. */
  IngestionCap: "ingestion-cap",
  /** Seconds until a log can be queried, on top. */
  IngestionDelay: "ingestion-delay",
  /** Documents that fail to be indexed, as a share of the traffic. */
  DocumentsFailing: "documents-failing",
  /** Bytes of a search service's indexes, on top. */
  IndexGrowth: "index-growth",
  /** Times the vault's response time. */
  VaultLatency: "vault-latency",
  /** Share of the gateway's requests that it answers with a 5xx of its own. */
  GatewayErrors: "gateway-errors",
  /** Percent of the gateway's capacity, on top. */
  GatewayLoad: "gateway-load",
  /** Share of calls to an online endpoint that fail. */
  EndpointErrors: "endpoint-errors",
  /** Milliseconds of an online endpoint's slowest calls, on top. */
  EndpointSlowness: "endpoint-slowness",
  /** Share of agent runs that fail. */
  AgentFailures: "agent-failures",
} as const;
export type Lever = (typeof Lever)[keyof typeof Lever];

/** Levers that multiply; the others add. */
const factors: ReadonlySet<Lever> = new Set<Lever>([
  Lever.Traffic,
  Lever.Quota,
  Lever.Latency,
  Lever.Blocked,
  Lever.SearchLatency,
  Lever.VaultLatency,
]);

/** One lever, held for a while. */
export interface Pull {
  lever: Lever;
  /** The factor, share or amount at full strength. */
  value: number;
  /** Only this deployment; every one where left out. */
  deployment?: string;
  /** How strong it is in each minute from `from` on: 0 not at all, 1 fully. */
  from: number;
  strength: Float32Array;
}

/** The positions of all levers over time. */
export class Levers {
  constructor(
    private readonly minutes: number,
    private readonly pulls: readonly Pull[] = [],
  ) {}

  /** A lever's position in each minute; undefined where nothing ever moves it. */
  positions(lever: Lever, deployment?: string): Float32Array | undefined {
    const pulls = this.pulls.filter(
      (pull) => pull.lever === lever && (pull.deployment === undefined || pull.deployment === deployment),
    );
    if (pulls.length === 0) return undefined;
    const multiplies = factors.has(lever);
    const positions = new Float32Array(this.minutes).fill(multiplies ? 1 : 0);
    for (const { from, strength, value } of pulls) {
      const length = Math.min(strength.length, this.minutes - from);
      for (let at = 0; at < length; at++) {
        const now = strength[at] ?? 0;
        const before = positions[from + at] ?? 0;
        positions[from + at] = multiplies ? before * (1 + (value - 1) * now) : before + value * now;
      }
    }
    return positions;
  }
}
