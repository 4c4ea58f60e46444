import { metrics, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Clock } from "../ports";

/** The name under which everything of ours is in the telemetry. */
export const INSTRUMENTATION = "ringfence.operations";

/** One run of a command. */
export interface ObservedRun {
  readonly command: string;
  readonly correlation: string;
  readonly clock: Clock;
}

/** A span around a run, and two metrics: `ringfence.job.runs` and `ringfence.job.duration` (seconds), by command and exit code. */
export async function observed<T extends { readonly code: number }>(
  { command, correlation, clock }: ObservedRun,
  work: () => Promise<T>,
): Promise<T> {
  const meter = metrics.getMeter(INSTRUMENTATION);
  const begun = clock.now().getTime();
  const attributes = { "ringfence.command": command };
  return trace.getTracer(INSTRUMENTATION).startActiveSpan(`job ${command}`, { attributes }, async (span) => {
    span.setAttribute("ringfence.correlation", correlation);
    const ended = (code: string) => {
      const seconds = (clock.now().getTime() - begun) / 1000;
      const labels = { ...attributes, "ringfence.exit_code": code };
      meter.createCounter("ringfence.job.runs", { unit: "{run}" }).add(1, labels);
      meter.createHistogram("ringfence.job.duration", { unit: "s" }).record(seconds, labels);
      span.setAttribute("ringfence.exit_code", code);
      if (code !== "0") span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
    try {
      const result = await work();
      ended(String(result.code));
      return result;
    } catch (error) {
      ended("error");
      throw error;
    }
  });
}
