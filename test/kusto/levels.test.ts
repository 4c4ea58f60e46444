import {
  burnRateQuery,
  indicatorForms,
  indicatorQuery,
  indicatorSources,
  type Objective,
  type ObjectiveDefinition,
  resolveObjective,
  reviewAlert,
} from "@ringfence/core/levels";
import { queryColumns, queryProblems, tables } from "./kusto";

const success: ObjectiveDefinition = { name: "success", kind: "success-rate", target: 99.5, period: "30d" };

const forms: readonly ObjectiveDefinition[] = [
  success,
  {
    name: "latency",
    kind: "latency",
    under: "4s",
    target: 95,
    period: "30d",
    only: ['POST "quoted\\path"', "GET /{resourceId}"],
  },
  { name: "quantile", kind: "latency", under: "4s", quantile: 95, target: 99, period: "30d" },
  {
    name: "score",
    kind: "evaluation-score",
    evaluator: "groundedness",
    atLeast: 4.5,
    target: 90,
    period: "7d",
    role: "api",
    alerts: ["ticket-slow"],
  },
];

const each = (definition: ObjectiveDefinition): [name: string, objective: Objective] => {
  const objective = resolveObjective(definition);
  return [`${definition.name} from ${objective.source}, silence ${objective.noData}`, objective];
};

/** Each form, and the first from each of its sources: what comes after the events is the same from all of them. */
const indicators = [
  ...indicatorForms["success-rate"].sources.map((source) => each({ ...success, source })),
  ...forms.slice(1).map(each),
];

test.each(indicators)("the indicator %s is good KQL and gives counts a bin", (_, objective) => {
  const query = indicatorQuery(objective);
  expect(queryProblems(query, "logs")).toEqual([]);
  expect(queryColumns(query, "logs")).toEqual({ Bin: "datetime", Good: "long", Total: "long", Seen: "long" });
});

/** An objective over events and one over slices: what comes after the bins depends on that alone, and on silence. */
const burning = forms
  .filter(({ name }) => name === "success" || name === "quantile")
  .flatMap((form) => [each(form), each({ ...form, noData: "fires" })]);

test.each(burning)("the burn rates %s are good KQL and give one number to compare", (_, objective) => {
  for (const rule of objective.rules.slice(-1)) {
    const query = burnRateQuery(objective, rule);
    expect(queryProblems(query, "logs")).toEqual([]);
    expect(queryColumns(query, "logs")).toMatchObject({
      BurnRate: "real",
      ShortBurnRate: "real",
      LongBurnRate: "real",
    });
  }
});

test("the alert on one objective's review is good KQL and gives its percent", () => {
  const { query } = reviewAlert(resolveObjective(success));
  expect(queryProblems(query, "logs")).toEqual([]);
  expect(queryColumns(query, "logs")).toEqual({ Objective: "string", BudgetGone: "real" });
});

test.each(Object.values(indicatorSources).map((row) => [row.id, row] as const))(
  "the source %s reads the tables that it says",
  (_, row) => {
    const known = tables.map(({ table }) => table);
    expect(known.filter((table) => new RegExp(`\\b${table}\\b`).test(row.events)).sort()).toEqual(
      [...row.tables].sort(),
    );
  },
);
