import { DefaultAzureCredential } from "@azure/identity";
import { shutdownAzureMonitor, useAzureMonitor } from "@azure/monitor-opentelemetry";
import { type AnyValue, logs, SeverityNumber } from "@opentelemetry/api-logs";
import { jsonLine, LogLevel, type LogLine } from "./log";
import { INSTRUMENTATION } from "./observed";
import type { Telemetry } from "./telemetry";

/** A job must not hang on its telemetry: what has not been sent by then is in the standard error's log all the same. */
const LONGEST_END_MILLISECONDS = 5_000;

/**
 * What the exporter reports of itself goes to addresses that a closed network does not let through, and the end of a job
 * waits for it.
 */
const selfTelemetry = [
  "APPLICATION_INSIGHTS_NO_STATSBEAT",
  "APPLICATIONINSIGHTS_STATSBEAT_DISABLED",
  "APPLICATIONINSIGHTS_SDKSTATS_DISABLED",
];

const severities = {
  [LogLevel.Info]: SeverityNumber.INFO,
  [LogLevel.Warning]: SeverityNumber.WARN,
  [LogLevel.Error]: SeverityNumber.ERROR,
} as const;

/** Sends traces, metrics and logs to Application Insights. */
export function exportTelemetry(connectionString: string, clientId: string | undefined): Telemetry {
  process.env.OTEL_SERVICE_NAME ??= INSTRUMENTATION;
  for (const variable of selfTelemetry) process.env[variable] ??= "true";
  useAzureMonitor({
    azureMonitorExporterOptions: {
      connectionString,
      credential: new DefaultAzureCredential({ managedIdentityClientId: clientId }),
      disableOfflineStorage: true,
    },
    // Every run is of interest, and there are few; the default lets five traces a second through.
    tracesPerSecond: 0,
    samplingRatio: 1,
    // What a server's health is read from says nothing of a job that runs for a minute.
    enablePerformanceCounters: false,
    enableStandardMetrics: false,
    enableLiveMetrics: false,
  });
  return {
    log: (line) => {
      const { time, level, message, ...attributes } = JSON.parse(jsonLine(line)) as LogLine;
      logs.getLogger(INSTRUMENTATION).emit({
        timestamp: new Date(time),
        severityNumber: severities[level],
        severityText: level,
        body: message,
        attributes: attributes as Record<string, AnyValue>,
      });
    },
    end: async () => {
      const timer = new AbortController();
      const late = new Promise<void>((resolve) => {
        const timeout = setTimeout(resolve, LONGEST_END_MILLISECONDS);
        timer.signal.addEventListener("abort", () => clearTimeout(timeout));
      });
      await Promise.race([shutdownAzureMonitor().catch(() => undefined), late]);
      timer.abort();
    },
  };
}
