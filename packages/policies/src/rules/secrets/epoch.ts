import { fails, type Judgement, type Value } from "../../rule";

/** Seconds in a day; Key Vault counts moments in seconds since 1970. */
export const DAY_SECONDS = 24 * 60 * 60;

/** A moment as Key Vault counts it. */
export function epochSeconds(moment: Date): number {
  return moment.getTime() / 1000;
}

/** Judges by a moment; what is absent or no number fails. */
export function moment(value: Value, condition: (seconds: number) => Judgement): Judgement {
  return value.number("a number of seconds since 1970-01-01", condition);
}

/** How many days at most lie between two moments. */
export function within(days: number, from: number, to: number, failing: { path: string; must: string }): Judgement {
  return to - from <= days * DAY_SECONDS ? { is: "holds" } : fails(failing.path, failing.must);
}
