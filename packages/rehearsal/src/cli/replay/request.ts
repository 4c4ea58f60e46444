import type { ReplayOptions } from "../../replay";
import { configValues } from "../pack-options";

/** What the command line says, as it was parsed. */
export interface ReplayFlags {
  stack?: string;
  config?: string[];
  override?: string[];
  days?: string;
  from?: string;
  seed?: string;
  timeZone?: string;
  callsPerMinute?: string;
  data?: string;
  /** `false` for `--no-report`. */
  report: string | false;
  json?: string;
}

/** The same as the replay takes it, or everything that is wrong with it. */
export function requestFrom(
  directory: string,
  flags: ReplayFlags,
): { options: ReplayOptions } | { problems: string[] } {
  const problems: string[] = [];
  const { stack, data, from, timeZone } = flags;
  const whole = (flag: string, text: string | undefined, least: number, most: number): number | undefined => {
    if (text === undefined) return undefined;
    const number = Number(text);
    if (text.trim() !== "" && Number.isInteger(number) && number >= least && number <= most) return number;
    problems.push(`${flag} takes a whole number from ${least} to ${most}, not ${JSON.stringify(text)}`);
    return undefined;
  };
  const days = whole("--days", flags.days, 7, 366);
  const seed = whole("--seed", flags.seed, 0, 2 ** 32 - 1);
  const callsPerMinute = whole("--calls-per-minute", flags.callsPerMinute, 1, 1_000_000);
  if (from !== undefined && !isDay(from))
    problems.push(`--from takes a day such as 2026-01-05, not ${JSON.stringify(from)}`);
  if (timeZone !== undefined && !isTimeZone(timeZone))
    problems.push(`--time-zone takes a zone such as Europe/Berlin, not ${JSON.stringify(timeZone)}`);
  if (data !== undefined)
    for (const flag of ["days", "from", "seed", "callsPerMinute"] as const)
      if (flags[flag] !== undefined)
        problems.push(`--${kebab(flag)} is about generated data, and --data replays recorded data`);
  const overrides = overridesFrom(flags.override ?? [], problems);
  const config = configValues(flags.config ?? [], problems);
  if (problems.length > 0) return { problems };
  return { options: { directory, stack, config, overrides, days, from, seed, timeZone, callsPerMinute, data } };
}

function overridesFrom(given: readonly string[], problems: string[]): Record<string, number> {
  const overrides: Record<string, number> = {};
  for (const text of given) {
    const [, alert, number = ""] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    const value = Number(number);
    if (alert !== undefined && number.trim() !== "" && Number.isFinite(value)) overrides[alert] = value;
    else problems.push(`--override takes alert=threshold with a number, not ${JSON.stringify(text)}`);
  }
  return overrides;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
