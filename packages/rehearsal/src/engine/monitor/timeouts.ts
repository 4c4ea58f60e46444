import type { Timeouts } from "../state/resource-state";

const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** Reads a duration as Go writes it, such as `1h30m` or `90s`, in seconds; empty is 0. Throws where it is none. */
export function seconds(duration: string): number {
  if (duration === "") return 0;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  if (parts.map(([part]) => part).join("") !== duration)
    throw new Error(`unable to parse customTimeout Value ${duration}`);
  return parts.reduce((sum, [, count = "0", unit = "s"]) => sum + Number(count) * (UNITS[unit] ?? 1), 0);
}

/** A resource's custom timeouts in seconds. */
export function timeoutsOf(
  message: { getCreate(): string; getUpdate(): string; getDelete(): string } | undefined,
): Timeouts {
  return {
    create: seconds(message?.getCreate() ?? ""),
    update: seconds(message?.getUpdate() ?? ""),
    delete: seconds(message?.getDelete() ?? ""),
  };
}
