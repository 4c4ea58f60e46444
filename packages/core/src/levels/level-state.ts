import { targetShare } from "./target";

/** How an objective stands. */
export const LevelState = {
  /** Nothing was seen in the whole period: neither good nor bad. */
  NoData: "NO_DATA",
  /** Less was seen than the objective's minimum: too little to say. */
  LowTraffic: "LOW_TRAFFIC",
  /** At or above the target. */
  Healthy: "HEALTHY",
  /** Below the target, with budget left: a period that can still be kept. */
  Degrading: "DEGRADING",
  /** Below the target, with no budget left. */
  Violated: "VIOLATED",
} as const;
export type LevelState = (typeof LevelState)[keyof typeof LevelState];

/** The states as numbers for a chart or a metric, the better the higher; what cannot be said is negative. */
export const levelStateNumber: Readonly<Record<LevelState, number>> = {
  NO_DATA: -2,
  LOW_TRAFFIC: -1,
  VIOLATED: 0,
  DEGRADING: 1,
  HEALTHY: 2,
};

/** What a state is told from. */
export interface LevelMeasure {
  /** The share of good events over the period, 0 to 1; undefined or below 0 where nothing was seen. */
  readonly sli: number | undefined;
  /** In percent: 99.5. */
  readonly target: number;
  /** The share of the error budget that is left. */
  readonly remaining: number;
  /** How many events the period has shown; left out where there is no minimum. */
  readonly events?: number;
  /** How many it must have shown; 1 unless stated. */
  readonly minimumEvents?: number;
}

/** The state of an objective: what Kibana calls it, and low traffic as a state of its own. */
export function levelState({ sli, target, remaining, events, minimumEvents = 1 }: LevelMeasure): LevelState {
  if (sli === undefined || sli < 0) return LevelState.NoData;
  if (events !== undefined && events < minimumEvents) return LevelState.LowTraffic;
  if (sli >= targetShare(target)) return LevelState.Healthy;
  return remaining > 0 ? LevelState.Degrading : LevelState.Violated;
}
