import { type ExampleBag, type Examples, idOf, nameOf, resource } from "./example";
import {
  account,
  availabilityAlert,
  deployment,
  gpt,
  inGroup,
  latencyAlert,
  metricAlert,
  onCall,
  SUBSCRIPTION,
} from "./surroundings";

const slow = { metricName: "TimeToResponse", operator: "GreaterThan", threshold: 5000 };
const latency = (args: ExampleBag) => metricAlert("latency", slow, args);
const told = { actions: [{ actionGroupId: idOf("on-call") }] };

const errors = (args: ExampleBag) =>
  resource("monitor:ScheduledQueryRule", "errors", {
    ...inGroup,
    scopes: [`${SUBSCRIPTION}/resourceGroups/rg-claims-prod`],
    severity: 2,
    windowSize: "PT15M",
    criteria: {
      allOf: [{ query: "AppExceptions", timeAggregation: "Count", operator: "GreaterThan", threshold: 5 }],
    },
    ...args,
  });

const chat = deployment("chat", { model: gpt }, { accountName: nameOf("claims") });

export const alerts: Examples = {
  "action-group-has-receiver": {
    bad: [onCall({ emailReceivers: [] })],
    good: [onCall()],
  },
  "alert-has-action-group": {
    bad: [account(), latency({})],
    good: [account(), onCall(), latency(told)],
  },
  "alert-reaches-somebody": {
    bad: [account(), onCall({ enabled: false }), latency(told)],
    good: [account(), onCall(), latency(told)],
  },
  "metric-alert-auto-resolve": {
    bad: [account(), latency({ autoMitigate: false })],
    good: [account(), latency({ autoMitigate: true })],
  },
  "production-deployment-service-level": {
    bad: [account(), chat],
    good: [account(), chat, availabilityAlert, latencyAlert],
  },
  "log-alert-frequency": {
    bad: [errors({ evaluationFrequency: "PT1M" })],
    good: [errors({ evaluationFrequency: "PT5M" })],
  },
  "alert-has-runbook": {
    bad: [errors({ description: "Too many errors" })],
    good: [
      errors({
        description: "Too many errors. Runbook: https://github.com/contoso/claims/blob/main/runbooks/errors.md",
      }),
    ],
  },
  "service-health-alert": {
    bad: [account()],
    good: [
      account(),
      onCall(),
      resource("monitor:ActivityLogAlert", "service-health", {
        ...inGroup,
        location: "Global",
        enabled: true,
        scopes: [SUBSCRIPTION],
        condition: { allOf: [{ field: "category", equals: "ServiceHealth" }] },
        actions: { actionGroups: [{ actionGroupId: idOf("on-call") }] },
      }),
    ],
  },
};
