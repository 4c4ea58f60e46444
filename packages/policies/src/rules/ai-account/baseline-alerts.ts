import { stackRule } from "../../rule";
import { isWatched } from "./alerts";
import { blockedCalls, provisionedUtilisation, serverErrors, successRate, timeToResponse, tokens } from "./signals";
import type { Signal } from "./watched-signals";

/** The alerts of Azure's published baseline, on metrics that Microsoft means for these models. */
const baseline: Readonly<Record<string, Signal>> = {
  provisionedUtilisation,
  timeToResponse,
  blockedCalls,
  serverErrors,
  successRate,
  tokens,
};

export const baselineAlerts = stackRule({
  id: "ai-account-baseline-alerts",
  title: "Each AI account has the alerts of Azure's published baseline",
  covers: ["AMBA-CognitiveServices-set"],
  requirements: ["OE-R3", "OE-R4"],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  config: {
    signals: {
      type: "array",
      items: { type: "string", enum: Object.keys(baseline) },
      default: Object.keys(baseline) as readonly string[],
      description: "What must have an alert; by default what the Azure Monitor baseline alerts have for these accounts",
    },
  },
  holds: (account, { stack, config }) =>
    isWatched(
      account,
      stack,
      config.signals.flatMap((name) => baseline[name] ?? []),
    ),
  fix: "Add a metric alert for what is missing, on the metrics for Azure OpenAI or Foundry models and not the old ones of Cognitive Services.",
  why: "Auditors and on-call engineers expect the published baseline; its old metrics are misleading for models. Found when everything exists.",
});
