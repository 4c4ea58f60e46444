import type { IngestionLag } from "./ingestion-lag";

/** Where an indicator's events come from. */
export const IndicatorSource = {
  /** What users asked of the service, as its own telemetry says. */
  Requests: "requests",
  /** What the service asked of models, as its own telemetry says. */
  ModelCalls: "model-calls",
  /** What callers asked of API Management. */
  Gateway: "gateway",
  /** What callers asked of an Azure AI account, as its diagnostic log says. */
  ModelRequests: "model-requests",
  /** What evaluators said of answers. */
  Evaluations: "evaluations",
} as const;
export type IndicatorSource = (typeof IndicatorSource)[keyof typeof IndicatorSource];

/** How a request ended, where it did not simply succeed. */
export const RequestOutcome = {
  /** 5xx, or failed without an answer. Always bad. */
  ServerError: "serverErrors",
  /** 429: there was no quota or capacity for it. */
  Throttled: "throttled",
  /** The content filter stopped the prompt or the answer. */
  Filtered: "filtered",
  /** Any other 4xx: the caller asked for what cannot be. */
  ClientError: "clientErrors",
} as const;
export type RequestOutcome = (typeof RequestOutcome)[keyof typeof RequestOutcome];

/** What a kind of outcome counts for. */
export const Counting = {
  Good: "good",
  Bad: "bad",
  /** Neither good nor bad, as if it had not been asked. */
  LeftOut: "left-out",
} as const;
export type Counting = (typeof Counting)[keyof typeof Counting];

/** One source of events: a table, and what can be read from it. */
export interface IndicatorSourceRow {
  readonly id: IndicatorSource;
  /** What it is, for people. */
  readonly title: string;
  /** The tables that it reads. */
  readonly tables: readonly string[];
  /** What must be set up for the tables to be filled. */
  readonly needs: string;
  /** What the names in an objective's `only` are here. */
  readonly names: string;
  /** The outcomes that it can tell apart from success. */
  readonly sees: readonly RequestOutcome[];
  /** Whether it tells the role (the program) that an event came from. */
  readonly hasRole: boolean;
  /** How late its events are; queries end their windows so long before now. */
  readonly lag: IngestionLag;
  /**
   * KQL that gives one row an event. Requests: TimeGenerated, Role, Name, Weight, Code, Answered, Filtered, DurationMs.
   * Evaluations: TimeGenerated, Role, Name, Weight, Score. A table that does not exist yet gives no rows.
   */
  readonly events: string;
}
