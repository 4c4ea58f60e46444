import type { Signal } from "./watched-signals";

/**
 * What to watch about an account that serves models, and by which metrics. The metrics TotalCalls, SuccessfulCalls,
 * TotalErrors, BlockedCalls, ServerErrors, ClientErrors, Latency, Ratelimit and SuccessRate are not among them: their
 * descriptions say not to use them for Azure OpenAI (supported-metrics, microsoft-cognitiveservices-accounts-metrics).
 */
const AVAILABILITY = ["AzureOpenAIAvailabilityRate", "ModelAvailabilityRate"];

export const timeToResponse: Signal = {
  name: "time to response",
  metrics: [
    "AzureOpenAITimeToResponse",
    "TimeToResponse",
    "AzureOpenAINormalizedTTFTInMS",
    "NormalizedTimeToFirstToken",
  ],
};

export const latency: Signal = {
  name: "latency",
  metrics: [
    ...timeToResponse.metrics,
    "AzureOpenAITTLTInMS",
    "AzureOpenAINormalizedTBTInMS",
    "AzureOpenAITokenPerSecond",
    "TimeToLastByte",
    "NormalizedTimeBetweenTokens",
    "TokensPerSecond",
  ],
};

export const serverErrors: Signal = { name: "server errors", metrics: AVAILABILITY, statusCodes: /^5/ };

export const successRate: Signal = { name: "success rate", metrics: AVAILABILITY, statusCodes: /^[2-5]/ };

export const throttling: Signal = { name: "throttling", metrics: [], statusCodes: /^4(29|\D)/, allRequests: true };

export const blockedCalls: Signal = { ...throttling, name: "blocked calls", metrics: ["RAIRejectedRequests"] };

export const tokens: Signal = {
  name: "tokens",
  metrics: [
    "TokenTransaction",
    "ProcessedPromptTokens",
    "GeneratedTokens",
    "ActiveTokens",
    "TotalTokens",
    "InputTokens",
    "OutputTokens",
  ],
};

/** At 100 % a provisioned deployment answers 429. */
export const provisionedUtilisation: Signal = {
  name: "provisioned utilisation",
  metrics: ["AzureOpenAIProvisionedManagedUtilizationV2", "ProvisionedUtilization"],
};
