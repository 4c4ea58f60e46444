import type { Section } from "../tile";
import { byDeployment } from "./by-deployment";

const requests = "Azure OpenAI - HTTP Requests";
const latency = "Azure OpenAI - Latency";

export const modelsSection: Section = {
  title: "Models: traffic, latency and errors",
  tiles: [
    byDeployment({
      id: "model-requests",
      title: "Calls by deployment",
      asks: "How much is each deployment used?",
      category: requests,
      metric: "AzureOpenAIRequests",
      aggregation: "Total",
    }),
    {
      ...byDeployment({
        id: "model-answers",
        title: "Calls by status code",
        asks: "How many calls are turned away (429) or fail (5xx)?",
        category: requests,
        metric: "AzureOpenAIRequests",
        aggregation: "Total",
      }),
      splitBy: "StatusCode",
    },
    byDeployment({
      id: "model-availability",
      title: "Availability (percent)",
      asks: "Which deployment answers with server errors?",
      category: requests,
      metric: "AzureOpenAIAvailabilityRate",
      aggregation: "Average",
    }),
    byDeployment({
      id: "model-time-to-respond",
      title: "Time to the first byte (ms)",
      asks: "How long until an answer starts?",
      category: latency,
      metric: "AzureOpenAITimeToResponse",
      aggregation: "Average",
    }),
    byDeployment({
      id: "model-time-to-finish",
      title: "Time to the last token (ms)",
      asks: "How long until an answer is complete?",
      category: latency,
      metric: "AzureOpenAITTLTInMS",
      aggregation: "Average",
    }),
    byDeployment({
      id: "model-time-between-tokens",
      title: "Time between tokens (ms)",
      asks: "Does the model itself write slower?",
      category: latency,
      metric: "AzureOpenAINormalizedTBTInMS",
      aggregation: "Average",
    }),
    byDeployment({
      id: "model-tokens-per-second",
      title: "Tokens per second",
      asks: "How fast do answers flow?",
      category: latency,
      metric: "AzureOpenAITokenPerSecond",
      aggregation: "Average",
    }),
  ],
};
