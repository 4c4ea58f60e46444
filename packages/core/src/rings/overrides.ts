import type { Problem } from "../problems";
import { notOneOf } from "../problems";
import type { Ring, RingOverrides, RingSettings } from "./ring";
import { NetworkMode, type RingName } from "./ring-name";
import { rings } from "./rings";

/** The longest that a secret may live in any ring, in days (OE-R8). */
export const LONGEST_SECRET_AGE_DAYS = 90;

type Check = (value: unknown) => string | undefined;

/** What each setting may be overridden with. Log Analytics keeps interactive logs for 30 to 730 days. */
const checks: Readonly<Record<keyof RingSettings, Check>> = {
  network: oneOf(Object.values(NetworkMode)),
  previewsAllowed: yesOrNo,
  purgeProtection: yesOrNo,
  deleteLock: yesOrNo,
  minimumReplicas: whole(1, 1000, ""),
  logRetentionDays: whole(30, 730, " of days"),
  secretMaximumAgeDays: whole(1, LONGEST_SECRET_AGE_DAYS, " of days", "; a longer age is never allowed"),
  pinsModelVersions: yesOrNo,
};

/** Everything wrong with the overrides of one ring's row; empty when they can be applied. */
export function ringOverrideProblems(overrides: RingOverrides): Problem[] {
  return Object.entries(overrides).flatMap(([path, value]) => {
    const check = Object.hasOwn(checks, path) ? checks[path as keyof RingSettings] : unknownSetting;
    const problem = value === undefined ? undefined : check(value);
    return problem === undefined ? [] : [{ path, problem }];
  });
}

/** A ring's row with the user's overrides applied. Left-out and undefined overrides keep the row's value. */
export function overrideRing(name: RingName, overrides: RingOverrides = {}): Ring {
  const stated = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  return { ...rings[name], ...stated };
}

function unknownSetting(): string {
  return `not a setting of a ring; the settings are ${Object.keys(checks).join(", ")}`;
}

function yesOrNo(value: unknown): string | undefined {
  return typeof value === "boolean" ? undefined : `${JSON.stringify(value)} is neither true nor false`;
}

function oneOf(allowed: readonly string[]): Check {
  return (value) => (allowed.some((each) => each === value) ? undefined : notOneOf(value, allowed));
}

function whole(from: number, to: number, of: string, note = ""): Check {
  return (value) =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to
      ? undefined
      : `${typeof value === "number" ? value : JSON.stringify(value)} is not a whole number${of} from ${from} to ${to}${note}`;
}
