import {
  type ActivityLogAlertRow,
  type AlertRow,
  alertRowProblems,
  alerts,
  type LogAlertRow,
  logAlert,
  type MetricAlertRow,
} from "@ringfence/core/alerts";
import fc from "fast-check";

const count = alerts["model-callers-turned-away"] as MetricAlertRow;
const share = alerts["model-turned-away-share"] as LogAlertRow;
const available = alerts["model-unavailable"] as MetricAlertRow;
const paths = (row: AlertRow) => alertRowProblems(row).map(({ path }) => path);

test("a look-back over two days is refused", () => {
  const row: LogAlertRow = { ...share, window: "P1D", failingPeriods: { failing: 3, of: 3 } };
  expect(alertRowProblems(row)).toEqual([
    {
      path: "failingPeriods.of",
      problem: "3 windows of P1D look back over two days, Azure's limit for log alerts",
    },
  ]);
  expect(paths({ ...row, failingPeriods: { failing: 2, of: 2 } })).toEqual([]);
});

test("a rule that runs every minute cannot look back over six hours", () => {
  expect(paths({ ...share, every: "PT1M", window: "P1D" })).toEqual(["window"]);
  expect(paths({ ...share, every: "PT1M", window: "PT6H" })).toEqual([]);
});

test("a log alert that runs less often than its window is refused", () => {
  expect(paths({ ...share, every: "PT30M" })).toEqual(["every"]);
});

test.each([[{ failing: 0, of: 1 }], [{ failing: 2, of: 1 }], [{ failing: 1, of: 7 }], [{ failing: 1.5, of: 2 }]])(
  "%j failing periods are refused",
  (failingPeriods) => {
    expect(paths({ ...share, failingPeriods })).toEqual(["failingPeriods"]);
  },
);

test("a window shorter than the metric's own interval sees nothing and is refused", () => {
  const queue = {
    ...count,
    service: "Microsoft.Storage/storageAccounts/queueServices",
    metric: "QueueMessageCount",
  } as const;
  expect(paths({ ...queue, window: "PT5M" })).toEqual(["window"]);
  expect(paths({ ...queue, window: "PT1H" })).toEqual([]);
});

test("a ring that is watched less closely than the one before it is refused, whichever way the threshold is crossed", () => {
  expect(paths({ ...count, fires: { over: { sandbox: 1, dev: 1, test: 1, prod: 2 }, because: "x" } })).toEqual([
    "fires.over.prod",
  ]);
  expect(paths({ ...available, fires: { under: { sandbox: 90, dev: 90, test: 95, prod: 94 }, because: "x" } })).toEqual(
    ["fires.under.prod"],
  );
  expect(paths({ ...count, severity: { ...count.severity, prod: "Sev4" } })).toEqual(["severity.prod"]);
});

test("a row without a question, a reason or a requirement is refused", () => {
  const bare = { ...count, asks: "Turned away", requirements: [], fires: { ...count.fires, because: " " } };
  expect(paths(bare)).toEqual(["asks", "requirements", "fires.because"]);
});

test("a query must end by naming the columns that the alert reads, and holds no unknown placeholder", () => {
  expect(paths({ ...share, measure: "Share" })).toEqual(["query"]);
  expect(paths({ ...share, splitBy: ["Model"] })).toEqual(["query"]);
  expect(paths({ ...share, query: share.query.replace("{resourceId}", "{id}") })).toEqual(["query"]);
});

test("a log alert without stated periods fires at the first window", () => {
  const { kind, failingPeriods, ...definition } = share;
  expect(logAlert(definition)).toEqual(share);
  expect([kind, failingPeriods]).toEqual(["log", { failing: 1, of: 1 }]);
});

test("thresholds that tighten from ring to ring are never refused, others always", () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(numbers, ([sandbox = 0, dev = 0, test = 0, prod = 0]) => {
      const tightens = sandbox >= dev && dev >= test && test >= prod;
      const over = { ...count, fires: { over: { sandbox, dev, test, prod }, because: "x" } };
      expect(paths(over).length === 0).toBe(tightens);
    }),
  );
});

test("a dimension that is filtered by and split by is refused, because Azure takes each once", () => {
  expect(alertRowProblems({ ...count, splitBy: ["StatusCode"] })).toEqual([
    { path: "splitBy", problem: "StatusCode is in where too; a rule names a dimension once, and where splits" },
  ]);
});

test("a log alert that splits by more than six columns is refused", () => {
  const columns = ["A", "B", "C", "D", "E", "F", "G"];
  const query = `T | project SharePercent, ${columns.join(", ")}`;
  expect(paths({ ...share, query, splitBy: columns })).toEqual(["splitBy"]);
  expect(paths({ ...share, query, splitBy: columns.slice(1) })).toEqual([]);
});

test("an alert on every event of a category, or without a reason, is refused", () => {
  const event = alerts["access-changed"] as ActivityLogAlertRow;
  expect(alertRowProblems({ ...event, where: {}, because: "" })).toEqual([
    { path: "where", problem: "empty; every event of the category would fire it" },
    { path: "because", problem: 'empty; say where the number comes from, or that it is a "judgement"' },
  ]);
});
