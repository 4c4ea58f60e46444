import { metricAlert } from "../metric-alert";
import { canWait, inEveryRing, tellsTheTeam } from "./urgency";

const workspace = {
  service: "Microsoft.MachineLearningServices/workspaces",
  window: "PT15M",
  every: "PT5M",
  noData: "quiet",
  needsTraffic: false,
} as const;

export const mlQuotaNearlyUsed = metricAlert({
  ...workspace,
  id: "ml-quota-nearly-used",
  asks: "Is the quota for a family of machines nearly used?",
  metric: "Quota Utilization Percentage",
  aggregation: "Maximum",
  splitBy: ["VmFamilyName"],
  fires: { over: inEveryRing(90), because: "Azure Monitor Baseline Alerts, verified" },
  unit: "percent of the quota",
  severity: canWait,
  runbook: "ml-capacity",
  requirements: ["OE-R4"],
});

export const mlNodesUnusable = metricAlert({
  ...workspace,
  id: "ml-nodes-unusable",
  asks: "Are machines of a cluster unusable?",
  metric: "Unusable Nodes",
  aggregation: "Maximum",
  splitBy: ["ClusterName"],
  fires: { over: inEveryRing(0), because: "Azure Monitor Baseline Alerts, verified; they are paid for and do nothing" },
  unit: "machines",
  severity: canWait,
  runbook: "ml-capacity",
  requirements: ["OE-R4", "OE-R13"],
});

export const mlModelDeployFailed = metricAlert({
  ...workspace,
  id: "ml-model-deploy-failed",
  asks: "Has a deployment of a model failed?",
  metric: "Model Deploy Failed",
  aggregation: "Total",
  splitBy: ["StatusCode"],
  fires: { over: inEveryRing(0), because: "Azure Monitor Baseline Alerts, verified; a release is stuck half-way" },
  unit: "failed deployments",
  severity: tellsTheTeam,
  runbook: "ml-endpoint-errors",
  requirements: ["OE-R7"],
});

export const mlRunsFailed = metricAlert({
  ...workspace,
  id: "ml-runs-failed",
  asks: "Have runs of the workspace failed?",
  metric: "Failed Runs",
  aggregation: "Total",
  splitBy: ["ExperimentName"],
  fires: {
    over: { sandbox: 20, dev: 20, test: 5, prod: 0 },
    because: "people experiment in the first rings; in prod every run belongs to a pipeline; judgement",
  },
  unit: "failed runs",
  severity: canWait,
  runbook: "job-failed",
  requirements: ["OE-R10"],
});

export const mlRunsNotResponding = metricAlert({
  ...workspace,
  id: "ml-runs-not-responding",
  asks: "Do runs of the workspace no longer answer?",
  metric: "Not Responding Runs",
  aggregation: "Total",
  splitBy: ["ExperimentName"],
  fires: { over: inEveryRing(0), because: "Azure Monitor Baseline Alerts, verified" },
  unit: "runs",
  severity: canWait,
  runbook: "job-failed",
  requirements: ["OE-R10"],
});
