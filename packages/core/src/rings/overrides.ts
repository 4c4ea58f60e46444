import type { Problem } from "../problems";
import { notOneOf } from "../problems";
import type { Ring, RingOverrides, RingSettings } from "./ring";
import { NetworkMode, type RingName } from "./ring-name";
import { rings } from "./rings";

/** The longest that a secret may live in any ring, in days (OE-R8). */
export const LONGEST_SECRET_AGE_DAYS = 90;

/** Log Analytics keeps interactive logs for 30 to 730 days (azure-native operationalinsights.Workspace). */
const RETENTION_DAYS = { from: 30, to: 730 };

/** Everything wrong with the overrides of one ring's row; empty when they can be applied. */
export function ringOverrideProblems(overrides: RingOverrides): Problem[] {
  const problems: Problem[] = [];
  const refuse = (path: keyof RingSettings, problem: string) => problems.push({ path, problem });
  const { network, minimumReplicas, logRetentionDays, secretMaximumAgeDays } = overrides;
  const modes = Object.values(NetworkMode);
  if (network !== undefined && !modes.includes(network)) refuse("network", notOneOf(network, modes));
  if (minimumReplicas !== undefined && !isWhole(minimumReplicas, 1, 1000))
    refuse("minimumReplicas", `${minimumReplicas} is not a whole number from 1 to 1000`);
  if (logRetentionDays !== undefined && !isWhole(logRetentionDays, RETENTION_DAYS.from, RETENTION_DAYS.to))
    refuse(
      "logRetentionDays",
      `${logRetentionDays} is not a whole number of days from ${RETENTION_DAYS.from} to ${RETENTION_DAYS.to}`,
    );
  if (secretMaximumAgeDays !== undefined && !isWhole(secretMaximumAgeDays, 1, LONGEST_SECRET_AGE_DAYS))
    refuse(
      "secretMaximumAgeDays",
      `${secretMaximumAgeDays} is not a whole number of days from 1 to ${LONGEST_SECRET_AGE_DAYS}; a longer age is never allowed`,
    );
  return problems;
}

function isWhole(value: unknown, from: number, to: number): boolean {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
}

/** A ring's row with the user's overrides applied. Left-out and undefined overrides keep the row's value. */
export function overrideRing(name: RingName, overrides: RingOverrides = {}): Ring {
  const stated = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  return { ...rings[name], ...stated };
}
