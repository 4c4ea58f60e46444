import type { Problem } from "@ringfence/core/problems";

/** When the daily sweep runs unless stated: off the full hour, when everybody's jobs start. */
export const DEFAULT_SWEEP_TIME = "03:17";

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** What is wrong with the time of the daily sweep; the path is `sweepAt`. */
export function sweepTimeProblems(sweepAt: string = DEFAULT_SWEEP_TIME): Problem[] {
  if (TIME.test(sweepAt)) return [];
  const problem = `${JSON.stringify(sweepAt)} is not a time of day; give hours and minutes in UTC, for example ${DEFAULT_SWEEP_TIME}`;
  return [{ path: "sweepAt", problem }];
}

/** The cron expression of a time of day without problems: every day, in UTC. */
export function dailyCron(sweepAt: string = DEFAULT_SWEEP_TIME): string {
  const [hours, minutes] = sweepAt.split(":").map(Number);
  return `${minutes} ${hours} * * *`;
}
