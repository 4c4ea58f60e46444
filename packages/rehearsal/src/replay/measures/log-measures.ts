import type { AlertId } from "@ringfence/core/alerts";
import { between, type LogMeasure, runningSums, windowReader } from "../evaluation";
import { LOGS, seriesOf } from "../telemetry";
import { grouped } from "./grouped";
import { delayOf } from "./log-delay";
import { shareOf } from "./share";
import { silenceOf } from "./silence";
import { slowestOf } from "./slowest";

/**
 * What the queries of the catalogue's log alerts measure, by the alert's id, told in the log series of the telemetry.
 * A row without an entry here is reported as not replayed.
 */
export const logMeasures: Readonly<Partial<Record<AlertId, LogMeasure>>> = {
  "model-turned-away-share": shareOf({
    measures: "percent of a deployment's calls answered 429",
    log: "RequestResponse",
    by: "Deployment",
    bad: { dimension: "Code", values: ["429"] },
    only: { Spills: "no" },
  }),
  "spillover-share": shareOf({
    measures: "percent of a provisioned deployment's calls that spill over",
    log: "RequestResponse",
    by: "Deployment",
    bad: { dimension: "Code", values: ["429"] },
    only: { Spills: "yes" },
  }),
  "model-slow-tail": slowestOf("RequestResponse", "Deployment"),
  "model-calls-failing": shareOf({
    measures: "percent of a model's calls that fail, as the service sees it",
    log: "AppDependencies",
    by: "Deployment",
    bad: { dimension: "Code", values: ["400", "429", "500"] },
    only: { Spills: "no" },
  }),
  "model-calls-slow": slowestOf("AppDependencies", "Deployment"),
  "model-calls-untraced": shareOf({
    measures: "percent of calls of models without deployment or tokens",
    log: "TracedCalls",
    by: "Service",
    bad: { dimension: "Untraced", values: ["yes"] },
  }),
  "application-failing-share": shareOf({
    measures: "percent of a service's requests answered 5xx, less what chance may have added",
    log: "AppRequests",
    by: "Service",
    bad: { dimension: "Code", values: ["500"] },
    lessChance: true,
  }),
  "application-slow": slowestOf("AppRequests", "Service"),
  "dependency-failing-share": shareOf({
    measures: "percent of the calls of the AI account that fail",
    log: "AppDependencies",
    bad: { dimension: "Code", values: ["400", "429", "500"] },
    only: { Spills: "no" },
  }),
  "answers-fail-evaluation": shareOf({
    measures: "percent of evaluated answers that fail",
    log: "EvaluationLabels",
    by: "Evaluator",
    bad: { dimension: "Label", values: ["fail"] },
    atLeast: 30,
  }),
  "telemetry-silence": silenceOf({ measures: "minutes since the last telemetry", log: "AppHeartbeats", unit: 1 }),
  "telemetry-missing": silenceOf({
    measures: "hours since the last telemetry",
    log: "AppHeartbeats",
    unit: 60,
    atMost: 48,
  }),
  "ingestion-cap": {
    kind: "measure",
    measures: "notices that the daily cap is reached",
    reads: [[LOGS, "CapNotices"]],
    delay: delayOf("CapNotices"),
    read: (telemetry) =>
      new Map(
        [...grouped(telemetry, "CapNotices", undefined)].map(([of, series]) => {
          const sums = series.map(({ sum }) => runningSums(sum));
          return [of, (end, length) => sums.reduce((sum, one) => sum + between(one, end, length), 0)] as const;
        }),
      ),
  },
  "rotation-sweep-dead": silenceOf({
    measures: "hours since the job's last sign of life",
    log: "JobSignsOfLife",
    unit: 60,
    atMost: 48,
  }),
  "job-not-run": silenceOf({
    measures: "hours since the job's last sign of life",
    log: "JobSignsOfLife",
    unit: 60,
    atMost: 48,
  }),
  "secret-near-expiry": {
    kind: "measure",
    measures: "hours since a near-expiry notice that no new version has answered",
    reads: [[LOGS, "NearExpiryHours"]],
    delay: delayOf("NearExpiryHours"),
    read: (telemetry) =>
      new Map(
        seriesOf(telemetry, LOGS, "NearExpiryHours").map((series) => {
          const read = windowReader(series, "Maximum");
          return [`Item=${series.dimensions.Item ?? ""}`, (end) => read(end, 1)] as const;
        }),
      ),
  },
};
