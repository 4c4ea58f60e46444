import type { Severity } from "@ringfence/core/severities";
import type { NotReplayed } from "../rules";

/** What `ringfence replay --json` writes, and what its report is made from. Moments are ISO 8601, UTC. */
export interface ReplayDocument {
  /** Raised when a field changes its meaning or goes away; new fields do not raise it. */
  version: 1;
  project: string;
  stack: string;
  /** The ring that the rules are for, where they say so. */
  ring?: string;
  data: ReplayedData;
  rules: RuleOutcome[];
  /** Rules of the program that were not evaluated, each with the reason. */
  notReplayed: NotReplayed[];
  incidents: IncidentOutcome[];
  /** Incidents of the library that were not played, each with the reason. */
  notPlayed: NotPlayed[];
  verdicts: ReplayVerdict[];
}

/** What the rules were evaluated on. */
export interface ReplayedData {
  origin: "generated" | "recorded";
  from: string;
  to: string;
  days: number;
  /** Series of one value a minute. */
  series: number;
  /** What generated data depends on; absent for recorded data. */
  seed?: number;
  timeZone?: string;
  /** The file that recorded data comes from. */
  file?: string;
}

/** What one rule did. */
export interface RuleOutcome {
  /** The rule's name in the program. */
  name: string;
  /** The catalogue's id of the alert; the rule's name where it has none. */
  alert: string;
  kind: "metric" | "log" | "level";
  severity: Severity;
  /** Whether it wakes somebody: a severity that pages, and a receiver. */
  pages: boolean;
  receivers: string[];
  asks?: string;
  runbook?: string;
  /** When it fires, in words. */
  condition: string;
  threshold: number;
  detected: Detection[];
  /** How often it fired without a cause: in quiet months of generated data; absent for recorded data. */
  falseAlarms?: number;
  falseAlarmsPerMonth?: number;
  /** How often it fired again within an hour of having been resolved. */
  flaps: number;
  /** Each time it fired; in generated data, with the incidents played. */
  firings: RecordedFiring[];
  /** What is wrong with the rule itself, in words; empty for most. */
  remarks: RuleRemark[];
}

/** What the replay shows about a rule by itself. */
export const RuleRemark = {
  /** Nothing made it fire. */
  NeverFired: "never fired",
  /** It was beyond its threshold in more than half of the quiet evaluations. */
  AlwaysFired: "fires most of the time",
  /** The data has no series for it. */
  NoData: "no data",
  /** Its severity has no receiver. */
  ReachesNobody: "reaches nobody",
} as const;
export type RuleRemark = (typeof RuleRemark)[keyof typeof RuleRemark];

/** One time that a rule fired. */
export interface RecordedFiring {
  /** The combination of dimensions: `ModelDeploymentName=chat`; empty where the rule splits by nothing. */
  of: string;
  firedAt: string;
  /** Absent where it still fired at the end, or nothing ever resolves it. */
  resolvedAt?: string;
  value: number;
}

/** A rule has seen an incident. */
export interface Detection {
  incident: string;
  /** Minutes from the incident's start. */
  afterMinutes: number;
}

/** How an incident was met. */
export interface IncidentOutcome {
  id: string;
  what: string;
  shows: string;
  severity: Severity;
  /** The severity's time to acknowledge, in minutes: by then somebody must know. */
  withinMinutes: number;
  start: string;
  end: string;
  state: IncidentState;
  /** The alert that counts: the first that is urgent enough. Absent where there was none. */
  by?: DetectedBy;
  /** Every rule that saw it, the quickest first. */
  detectedBy: DetectedBy[];
  /** The alerts that are there to see it, of those that the program has, and did not. */
  expectedInVain: string[];
  chart?: Chart;
}

/** Whether an incident was seen in time. */
export const IncidentState = {
  /** By an alert that is urgent enough, within the time to acknowledge. */
  InTime: "in time",
  /** By an alert that is urgent enough, too late. */
  Late: "late",
  /** By nothing that is urgent enough. */
  Missed: "missed",
} as const;
export type IncidentState = (typeof IncidentState)[keyof typeof IncidentState];

/** A rule that saw an incident. */
export interface DetectedBy {
  rule: string;
  alert: string;
  severity: Severity;
  pages: boolean;
  afterMinutes: number;
  /** True where the rule fires so often by itself that it says nothing about the incident; it does not count. */
  byChance?: true;
}

/** An incident of the library that was not played. */
export interface NotPlayed {
  id: string;
  reason: string;
}

/** What a rule measured around an incident. */
export interface Chart {
  rule: string;
  alert: string;
  /** The combination of dimensions that is shown. */
  of: string;
  threshold: number;
  condition: string;
  /** Minutes from the incident's start, and the value there; null where there was no data. */
  points: [minute: number, value: number | null][];
  /** When it fired and was resolved, in minutes from the incident's start. */
  fired: [from: number, to: number | null][];
  /** How long the incident lasted. */
  minutes: number;
}

/** One target, and whether it is met. */
export interface ReplayVerdict {
  target: string;
  /** Absent where the target does not apply, and `found` says why. */
  met?: boolean;
  found: string;
}
