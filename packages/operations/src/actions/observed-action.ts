import { metrics, SpanStatusCode, trace } from "@opentelemetry/api";
import { INSTRUMENTATION } from "../observability";
import { ActionRefused, type ActionRequest } from "../ports";

/** A span around an action, and the metric `ringfence.actions` by action and outcome: succeeded, refused, failed. */
export async function observedAction<T>(request: ActionRequest, work: () => Promise<T>): Promise<T> {
  const { action, target, correlation } = request;
  const counter = metrics.getMeter(INSTRUMENTATION).createCounter("ringfence.actions", { unit: "{action}" });
  const attributes = { "ringfence.action": action };
  return trace.getTracer(INSTRUMENTATION).startActiveSpan(`action ${action}`, { attributes }, async (span) => {
    span.setAttributes({ "ringfence.target": target, "ringfence.correlation": correlation });
    const ended = (outcome: string) => {
      counter.add(1, { ...attributes, "ringfence.outcome": outcome });
      span.setAttribute("ringfence.outcome", outcome);
      if (outcome !== "succeeded") span.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
      span.end();
    };
    try {
      const result = await work();
      ended("succeeded");
      return result;
    } catch (error) {
      ended(error instanceof ActionRefused ? "refused" : "failed");
      throw error;
    }
  });
}
