import type { Configuration } from "../configuration";
import type { LogLine } from "./log";

/** Where telemetry goes besides the standard error. */
export interface Telemetry {
  /** Takes a line of the log too. */
  log(line: LogLine): void;
  /** Sends what waits, within a bound, and stops. */
  end(): Promise<void>;
}

const silent: Telemetry = { log: () => undefined, end: async () => undefined };

/**
 * Traces, metrics and logs to Application Insights where its connection string is set; else none of the exporter is
 * loaded. The jobs' identity signs in, because the ring's Application Insights takes no key.
 */
export async function startTelemetry({ applicationInsights, clientId }: Configuration): Promise<Telemetry> {
  if (applicationInsights === undefined) return silent;
  const { exportTelemetry } = require("./export") as typeof import("./export");
  return exportTelemetry(applicationInsights, clientId);
}
