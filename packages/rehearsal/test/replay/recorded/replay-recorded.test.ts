import type { MetricAggregation } from "@ringfence/core/alerts";
import { alerts } from "@ringfence/core/alerts";
import { catalogueRules } from "../../../src/replay";
import { replayRecorded } from "../../../src/replay/replay-recorded";
import { LOGS, type MinuteSeries } from "../../../src/replay/telemetry";
import { seriesOf } from "../series";

const account = "Microsoft.CognitiveServices/accounts";
const rules = catalogueRules(Object.values(alerts), "prod");
const minutes = Array.from({ length: 200 }, (_, minute) => minute);

function replay(series: MinuteSeries[], ...aggregations: MetricAggregation[]) {
  return replayRecorded(rules, {
    axis: { start: 0, minutes: 200 },
    series,
    aggregations: new Map(
      series.map(({ service, metric }) => [`${service}/${metric}`.toLowerCase(), new Set(aggregations)]),
    ),
  });
}

const turnedAway = seriesOf(
  minutes.map((minute) => (minute >= 100 && minute < 110 ? 30 : null)),
  { service: account, metric: "AzureOpenAIRequests", dimensions: { ModelDeploymentName: "chat", StatusCode: "429" } },
);

test("a rule whose data the file has is replayed, at the moments of the file", () => {
  const { rules: outcomes } = replay([turnedAway], "Total");
  const outcome = outcomes.find(({ alert }) => alert === "model-callers-turned-away");
  expect(outcome).toMatchObject({
    detected: [],
    remarks: [],
    firings: [{ of: "StatusCode=429, ModelDeploymentName=chat" }],
  });
  expect(outcome?.firings[0]?.firedAt).toBe("1970-01-01T01:44Z");
  expect(outcome?.falseAlarms).toBeUndefined();
});

test("every other rule is named with what the file lacks: rows, an aggregation, a dimension, or durations", () => {
  const reasons = (series: MinuteSeries[], ...given: MetricAggregation[]) =>
    Object.fromEntries(replay(series, ...given).notReplayed.map(({ alert, reason }) => [alert, reason]));
  expect(reasons([turnedAway], "Total")["search-slow"]).toBe(
    "the file has no rows of SearchLatency (namespace Microsoft.Search/searchServices)",
  );
  expect(reasons([turnedAway], "Average")["model-callers-turned-away"]).toBe(
    "the file's rows of AzureOpenAIRequests do not give the aggregation Total",
  );
  const flat = { ...turnedAway, dimensions: { StatusCode: "429" } };
  expect(reasons([flat], "Total")["model-callers-turned-away"]).toBe(
    "the file's rows of AzureOpenAIRequests have no column ModelDeploymentName, which the rule looks at",
  );
  const calls = seriesOf(
    minutes.map(() => 5),
    { service: LOGS, metric: "AppRequests", dimensions: { Service: "a", Code: "200" } },
  );
  expect(reasons([calls], "Total")["application-slow"]).toBe(
    "it reads how long single calls took, which a file of minutes does not tell",
  );
});

test("a log's rows that say nothing of spillover are those of a deployment that does not spill over", () => {
  const log = (code: string, value: number): MinuteSeries => {
    const made = seriesOf(
      minutes.map(() => value),
      { service: LOGS, metric: "RequestResponse", dimensions: { Deployment: "chat", Code: code } },
    );
    return { ...made, count: made.sum };
  };
  const { rules: outcomes } = replay([log("200", 9), log("429", 1)], "Total");
  expect(outcomes.find(({ alert }) => alert === "model-turned-away-share")?.firings).toMatchObject([
    { of: "Deployment=chat", value: 10 },
  ]);
});
