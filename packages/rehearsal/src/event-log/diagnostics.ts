import type { LogLine, StackRehearsal } from "../document";
import { refusalOf } from "../engine/deploy/refusal";
import type { EngineEvent } from "./engine-event";
import { rawText } from "./raw-text";

/** What the engine says last of a run that something else has stopped already. */
const CONSEQUENCE = /^(?:preview|update|up|refresh) failed$|resource registration failed|one or more .*failed/i;

const SEVERITIES: Readonly<Record<string, LogLine["severity"]>> = {
  debug: "debug",
  info: "info",
  "info#err": "info",
  warning: "warning",
  error: "error",
};

/**
 * What the run logged. An error about a resource is a refusal, by Azure or by the provider before it; any other is why
 * the program stopped, unless it only repeats that a refusal or a policy (`stopped`) did.
 */
export function diagnosed(
  events: readonly EngineEvent[],
  stopped: boolean,
): Pick<StackRehearsal, "refusals" | "log" | "programError"> {
  const log = events.flatMap(({ diagnosticEvent: event }): LogLine[] =>
    event && !event.ephemeral
      ? [
          {
            severity: SEVERITIES[event.severity] ?? "info",
            message: rawText(event.message),
            ...(event.urn && { urn: event.urn }),
          },
        ]
      : [],
  );
  const errors = log.filter(({ severity }) => severity === "error");
  const refusals = errors.flatMap(({ urn, message }) =>
    urn !== undefined && !isStack(urn) ? [refusalOf(urn, message)] : [],
  );
  const explained = stopped || refusals.length > 0;
  const reasons = [
    ...errors.filter(({ urn }) => urn === undefined || isStack(urn)).map(({ message }) => message),
    ...events.flatMap(({ errorEvent }) => (errorEvent ? [rawText(errorEvent.error)] : [])),
  ].filter((message) => !(explained && CONSEQUENCE.test(message)));
  return { refusals, log, ...(reasons.length > 0 && { programError: reasons.join("\n") }) };
}

function isStack(urn: string): boolean {
  return urn.split("::")[2] === "pulumi:pulumi:Stack";
}
