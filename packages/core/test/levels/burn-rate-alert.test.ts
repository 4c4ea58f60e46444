import { alertQuery, alertRowProblems } from "@ringfence/core/alerts";
import {
  azureHolds,
  burnRateAlert,
  burnRateQuery,
  indicatorForms,
  lookBackMinutes,
  type ObjectiveDefinition,
  resolveObjective,
} from "@ringfence/core/levels";
import { answersArrive, oneOfEach, slowestAreQuick } from "./objectives";

/** One of each kind over each period, from each of its sources, with silence quiet and firing. */
const objectives = oneOfEach.flatMap((definition) =>
  ["7d", "28d", "30d", "calendar-month"].flatMap((period) =>
    indicatorForms[resolveObjective(definition).form].sources.flatMap((source) =>
      (["quiet", "fires"] as const).map((noData) =>
        resolveObjective({ ...definition, target: 99.9, period, source, noData }),
      ),
    ),
  ),
);

test("every alert of every kind of objective can be deployed", () => {
  const made = objectives.flatMap((objective) =>
    objective.rules.filter((rule) => azureHolds(objective, rule)).map((rule) => burnRateAlert(objective, rule)),
  );
  expect(made.length).toBeGreaterThan(objectives.length * 2);
  expect(made.flatMap(alertRowProblems)).toEqual([]);
});

test("a rule that looks back further than two days is the evaluator's", () => {
  for (const objective of objectives) {
    const unheld = objective.rules.filter((rule) => !azureHolds(objective, rule)).map((rule) => rule.id);
    expect([objective.name, unheld]).toEqual([objective.name, ["ticket-slow"]]);
  }
  const objective = resolveObjective({ ...answersArrive, alerts: ["ticket-slow"] });
  const [slow] = objective.rules;
  if (slow === undefined) throw new Error("no rule");
  expect(() => burnRateAlert(objective, slow)).toThrow(
    "ticket-slow of answers-arrive looks back 3d; two days is the most",
  );
});

test.each([
  ["requests", "2m", 62],
  ["model-calls", "2m", 62],
  ["gateway", "5m", 65],
  ["model-requests", "5m", 65],
] as const)(
  "the windows over %s end the %s before now that its log is late, and it is read for so much longer",
  (source, late, minutes) => {
    const objective = resolveObjective({ ...answersArrive, source });
    const [quick] = objective.rules;
    if (quick === undefined) throw new Error("no rule");
    const query = burnRateQuery(objective, quick);
    expect(query).toContain(`let End = bin(now() - ${late}, 1m);`);
    expect(query.match(/now\(\)/g)).toHaveLength(1);
    expect(query).toContain("| where TimeGenerated >= End - 1h and TimeGenerated < End");
    expect(lookBackMinutes(objective, quick)).toBe(minutes);
    expect(burnRateAlert(objective, quick).window).toBe("PT2H");
  },
);

test("two days are the most with the lag, not without it", () => {
  const windows = [{ severity: "ticket", speed: "slow", short: "6h", long: "2d", budgetPercent: 10 }] as const;
  const objective = resolveObjective({ ...answersArrive, windows });
  const [slow] = objective.rules;
  if (slow === undefined) throw new Error("no rule");
  expect(azureHolds(objective, slow)).toBe(false);
  expect(() => burnRateAlert(objective, slow)).toThrow(
    "ticket-slow of answers-arrive looks back 2d; two days is the most, the 2m that its logs are late included",
  );
});

test("a window of its own that Azure does not have is asked for within the next longer one", () => {
  const windows = [
    { severity: "page", speed: "quick", short: "2m", long: "30m", budgetPercent: 1 },
    { severity: "ticket", speed: "quick", short: "1h", long: "12h", budgetPercent: 5 },
    { severity: "ticket", speed: "slow", short: "3h", long: "36h", budgetPercent: 5 },
  ] as const;
  const looks = (definition: ObjectiveDefinition) => {
    const objective = resolveObjective(definition);
    return objective.rules.map((rule) => {
      const { window, every } = burnRateAlert(objective, rule);
      return [window, every];
    });
  };
  expect(looks({ ...answersArrive, windows })).toEqual([
    ["PT45M", "PT1M"],
    ["P1D", "PT30M"],
    ["P2D", "PT1H"],
  ]);
  expect(looks({ ...slowestAreQuick, windows, slice: "1m" })).toEqual([
    ["PT45M", "PT1M"],
    ["P1D", "PT30M"],
    ["P2D", "PT1H"],
  ]);
});

test("a name with what an alert takes for a placeholder stays what it is", () => {
  const objective = resolveObjective({ ...answersArrive, only: ["GET /claims/{resourceId}", 'a "b"\\{id}'] });
  const [quick] = objective.rules;
  if (quick === undefined) throw new Error("no rule");
  const query = burnRateQuery(objective, quick);
  expect(query).toContain('| where Name in~ ("GET /claims/{" "resourceId}", "a \\"b\\"\\\\{id}")');
  expect(alertQuery({ query }, { resourceId: "/subscriptions/1", resourceName: "1" })).toBe(query);
});

test("an objective says in its query what counts as what", () => {
  const objective = resolveObjective({
    ...answersArrive,
    source: "model-calls",
    throttled: "left-out",
    filtered: "bad",
  });
  const [quick] = objective.rules;
  if (quick === undefined) throw new Error("no rule");
  expect(burnRateQuery(objective, quick)).toContain(
    '| extend Verdict = case(Filtered, "bad", not(Answered) or isnull(Code) or Code >= 500, "bad", Code == 429, "left-out", Code >= 400, "left-out", "good")',
  );
});
