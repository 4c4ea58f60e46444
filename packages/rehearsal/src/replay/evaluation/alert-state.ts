import type { Firing } from "./firing";

/** How an alert begins and ends. */
export interface StateRule {
  /** Of the last `of` evaluations, how many must be beyond the threshold. */
  failing: number;
  of: number;
  /** Whether Azure resolves it by itself. Without, each evaluation beyond the threshold is an alert of its own. */
  autoMitigate: boolean;
  /** Evaluations in a row that are not beyond the threshold until it is resolved. */
  healthyToResolve: number;
}

/**
 * The state of one combination of dimensions. It fires once when the condition is met and then stays quiet until it is
 * resolved, as Azure's stateful alerts do. An evaluation without data does not meet the condition.
 */
export class AlertState {
  private readonly recent: boolean[] = [];
  private healthy = 0;
  private current: Firing | undefined;
  readonly firings: Firing[] = [];

  constructor(
    private readonly of: string,
    private readonly rule: StateRule,
  ) {}

  /** Takes one evaluation. `value` is undefined where there was no data. */
  evaluate(minute: number, beyond: boolean, value: number | undefined): void {
    this.recent.push(beyond);
    if (this.recent.length > this.rule.of) this.recent.shift();
    const met = this.recent.filter(Boolean).length >= this.rule.failing;
    if (!this.rule.autoMitigate) {
      if (met) this.firings.push({ of: this.of, firedAt: minute, value: value ?? Number.NaN });
      return;
    }
    if (met) {
      this.healthy = 0;
      if (this.current !== undefined) return;
      this.current = { of: this.of, firedAt: minute, value: value ?? Number.NaN };
      this.firings.push(this.current);
      return;
    }
    if (this.current === undefined || ++this.healthy < this.rule.healthyToResolve) return;
    this.current.resolvedAt = minute;
    this.current = undefined;
    this.healthy = 0;
  }
}

/** A metric alert is resolved after three evaluations in a row that do not meet its condition (Azure Monitor, alerts overview). */
export const HEALTHY_TO_RESOLVE_METRIC = 3;

/**
 * After how many evaluations in a row that do not meet its condition a log alert is resolved, by its frequency in
 * minutes: ten minutes at one minute, three evaluations up to fifteen minutes, two below eleven hours, one from there
 * on (Azure Monitor, alerts overview).
 */
export function healthyToResolveLog(every: number): number {
  if (every <= 1) return 10;
  if (every <= 15) return 3;
  return every < 11 * 60 ? 2 : 1;
}
