import type { Section } from "../tile";
import { byDeployment } from "./by-deployment";

const requests = "Models - HTTP Requests";
const latency = "Models - Latency";
const usage = "Models - Usage";

/** Models of other makers have metrics of their own; a ring without such models shows nothing here. */
export const otherModelsSection: Section = {
  title: "Models of other makers",
  tiles: [
    byDeployment({
      id: "other-model-requests",
      title: "Calls by deployment",
      asks: "How much is each deployment used?",
      category: requests,
      metric: "ModelRequests",
      aggregation: "Total",
    }),
    byDeployment({
      id: "other-model-availability",
      title: "Availability (percent)",
      asks: "Which deployment answers with server errors?",
      category: requests,
      metric: "ModelAvailabilityRate",
      aggregation: "Average",
    }),
    byDeployment({
      id: "other-model-time-to-respond",
      title: "Time to the first byte (ms)",
      asks: "How long until an answer starts?",
      category: latency,
      metric: "TimeToResponse",
      aggregation: "Average",
    }),
    byDeployment({
      id: "other-model-time-to-finish",
      title: "Time to the last byte (ms)",
      asks: "How long until an answer is complete?",
      category: latency,
      metric: "TimeToLastByte",
      aggregation: "Average",
    }),
    byDeployment({
      id: "other-model-time-between-tokens",
      title: "Time between tokens (ms)",
      asks: "Does the model itself write slower?",
      category: latency,
      metric: "NormalizedTimeBetweenTokens",
      aggregation: "Average",
    }),
    byDeployment({
      id: "other-model-tokens-per-second",
      title: "Tokens per second",
      asks: "How fast do answers flow?",
      category: latency,
      metric: "TokensPerSecond",
      aggregation: "Average",
    }),
    byDeployment({
      id: "other-model-provisioned-utilization",
      title: "Provisioned throughput in use (percent)",
      asks: "How close is a provisioned deployment to turning callers away?",
      category: usage,
      metric: "ProvisionedUtilization",
      aggregation: "Maximum",
    }),
  ],
};
