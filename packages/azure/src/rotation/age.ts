import type { Problem } from "@ringfence/core/problems";
import type { RingContextSettings } from "../ring/context";

/** Key Vault announces an expiry this many days ahead (azure-docs event-schema-key-vault.md); renewal starts then. */
export const ANNOUNCED_DAYS_AHEAD = 30;

/**
 * The shortest life of what is renewed at the announcement. A shorter one would be announced at once and renewed
 * without end; a week between two renewals is also the least that a key's rotation policy takes (azure-docs
 * how-to-configure-key-rotation.md).
 */
export const SHORTEST_RENEWED_LIFE_DAYS = ANNOUNCED_DAYS_AHEAD + 7;

const DAY_SECONDS = 24 * 60 * 60;

/** The days that a secret may live: what is asked for, or else the ring's maximum. */
export function maximumAge(asked: number | undefined, settings: RingContextSettings): number {
  return asked ?? settings.secretMaximumAgeDays;
}

/** What is wrong with a maximum age, in days; the path is `maximumAgeDays`. */
export function maximumAgeProblems(
  asked: number | undefined,
  shortest: number,
  settings: RingContextSettings,
): Problem[] {
  const longest = settings.secretMaximumAgeDays;
  const days = maximumAge(asked, settings);
  if (Number.isInteger(days) && days >= shortest && days <= longest) return [];
  const path = "maximumAgeDays";
  if (longest < shortest)
    return [
      {
        path,
        problem: `the ring's secretMaximumAgeDays is ${longest}, and what is renewed ${ANNOUNCED_DAYS_AHEAD} days before its expiry must live for ${shortest}; raise the ring's override to ${shortest} or more`,
      },
    ];
  return [
    { path, problem: `${days} is not a whole number of days from ${shortest} to ${longest}, the ring's maximum` },
  ];
}

/** What is wrong with a day given as text; the path is `issuedOn`. */
export function issuedOnProblems(issuedOn: unknown): Problem[] {
  const path = "issuedOn";
  if (issuedOn === undefined) return [{ path, problem: "missing; the day of issue, for example 2026-11-21" }];
  if (typeof issuedOn === "string" && isDay(issuedOn)) return [];
  return [
    { path, problem: `${JSON.stringify(issuedOn)} is not a day; give it as year-month-day, for example 2026-11-21` },
  ];
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Midnight (UTC) of a day some days later, in seconds since 1970, as Key Vault's attributes want it. */
export function epochSeconds(day: string, daysLater = 0): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 + daysLater * DAY_SECONDS;
}
