import { logAlert } from "../log-alert";
import { metricAlert } from "../metric-alert";
import { failedStates } from "./job-states";
import { hoursSinceJobRan } from "./queries";

const service = "Microsoft.App/jobs";

export const jobFailed = metricAlert({
  id: "job-failed",
  asks: "Has an execution of the job failed?",
  service,
  metric: "Executions",
  aggregation: "Maximum",
  where: { state: [...failedStates] },
  splitBy: ["jobName"],
  fires: {
    over: { sandbox: 0, dev: 0, test: 0, prod: 0 },
    because: "the job's own retries are over when an execution counts as failed",
  },
  unit: "failed executions",
  window: "PT15M",
  every: "PT5M",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "quiet",
  runbook: "job-failed",
  requirements: ["OE-R10"],
  needsTraffic: false,
});

/** For jobs that run at least daily; a log alert cannot look back further than two days. */
export const jobNotRun = logAlert({
  id: "job-not-run",
  asks: "When did the job last run?",
  service,
  query: hoursSinceJobRan,
  measure: "HoursSince",
  aggregation: "Maximum",
  fires: {
    over: { sandbox: 26, dev: 26, test: 26, prod: 26 },
    because: "a daily job, and two hours for a long run and late logs",
  },
  unit: "hours",
  window: "P2D",
  every: "PT1H",
  severity: { sandbox: "Sev4", dev: "Sev4", test: "Sev3", prod: "Sev2" },
  noData: "fires",
  runbook: "job-not-run",
  requirements: ["OE-R10"],
  needsTraffic: false,
});
