import type { Problem } from "../problems";
import { ringNames } from "../rings";
import { severities } from "../severities";
import type { ActivityLogAlertRow, AlertRow, LogAlertRow, MetricAlertRow, ThresholdAlertRow } from "./alert-row";
import { alertDescription, LONGEST_DESCRIPTION } from "./describe";
import { type Interval, minutesOf } from "./intervals";
import { type Metric, metricTables } from "./metrics";
import { placeholder } from "./query";
import { valuesOf } from "./threshold";

/** A log alert looks back two days at most: its window times its evaluation periods. */
const LONGEST_LOOK_BACK = minutesOf.P2D;

/** A log alert that runs every minute takes windows up to six hours. */
const LONGEST_WINDOW_AT_ONE_MINUTE = minutesOf.PT6H;

/** A log alert compares at most six windows (azurerm, number_of_evaluation_periods). */
const MOST_PERIODS = 6;

/** A log alert splits by at most six columns (Azure Monitor, log search alert rules). */
const MOST_COLUMNS = 6;

/** A log alert rule, query included, is at most 64 KB (Azure Monitor limits); half is left for the rest of it. */
const LONGEST_QUERY = 32_000;

/**
 * What is wrong with a row that its types cannot say: look-back limits, windows shorter than the metric's own
 * interval, a ring that is watched less closely than the one before it. Empty when the row can be deployed.
 */
export function alertRowProblems(row: AlertRow): Problem[] {
  return [...factProblems(row), ...kindProblems(row)];
}

function kindProblems(row: AlertRow): Problem[] {
  switch (row.kind) {
    case "metric":
      return [...thresholdProblems(row), ...metricProblems(row)];
    case "log":
      return [...thresholdProblems(row), ...logProblems(row)];
    case "activityLog":
      return activityProblems(row);
    case "budget":
      return reasonProblems("because", row.because);
  }
}

function factProblems(row: AlertRow): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, problem: string) => problems.push({ path, problem });
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(row.id))
    say("id", `${JSON.stringify(row.id)} is not made of lower-case letters, digits and single hyphens`);
  if (!row.asks.endsWith("?")) say("asks", "not a question; say what somebody wants to know, with a question mark");
  if (row.requirements.length === 0) say("requirements", "empty; name the requirement that the alert serves");
  const longest = Math.max(...ringNames.map((ring) => alertDescription(row, ring, "").length));
  if (longest > LONGEST_DESCRIPTION / 2)
    say("asks", `the description has ${longest} characters; keep it under ${LONGEST_DESCRIPTION / 2}`);
  return [...problems, ...urgencyProblems(row)];
}

/** A later ring's alerts are at least as urgent as an earlier one's. */
function urgencyProblems({ severity }: AlertRow): Problem[] {
  return laterRings.flatMap(([before, ring]) =>
    severities[severity[ring]].azureLevel > severities[severity[before]].azureLevel
      ? [{ path: `severity.${ring}`, problem: `${severity[ring]} is less urgent than ${before}'s ${severity[before]}` }]
      : [],
  );
}

/** Each ring but the first, with the one before it. */
const laterRings = ringNames.slice(1).map((ring, index) => [ringNames[index] ?? ring, ring] as const);

function reasonProblems(path: string, because: string): Problem[] {
  if (because.trim() !== "") return [];
  return [{ path, problem: 'empty; say where the number comes from, or that it is a "judgement"' }];
}

function activityProblems({ where, because }: ActivityLogAlertRow): Problem[] {
  const nothing = Object.keys(where).length === 0;
  return [
    ...(nothing ? [{ path: "where", problem: "empty; every event of the category would fire it" }] : []),
    ...reasonProblems("because", because),
  ];
}

/** A later ring is watched at least as closely as an earlier one, and every ring's threshold is a number. */
function thresholdProblems(row: ThresholdAlertRow): Problem[] {
  const values = valuesOf(row.fires);
  const [direction, sign] = "over" in row.fires ? ["over", 1] : ["under", -1];
  const problems = ringNames
    .filter((ring) => !Number.isFinite(values[ring]))
    .map((ring) => ({ path: `fires.${direction}.${ring}`, problem: "not a number" }));
  for (const [before, ring] of laterRings)
    if (values[ring] * sign > values[before] * sign)
      problems.push({
        path: `fires.${direction}.${ring}`,
        problem: `${values[ring]} is looser than ${before}'s ${values[before]}`,
      });
  return [...reasonProblems("fires.because", row.fires.because), ...problems];
}

function metricProblems(row: MetricAlertRow): Problem[] {
  const metrics: Readonly<Record<string, Metric>> = metricTables[row.service].metrics;
  const metric = metrics[row.metric];
  if (metric === undefined) return [{ path: "metric", problem: `${row.metric} is no metric of ${row.service}` }];
  const problems: Problem[] = [];
  const grain = Math.min(...metric.timeGrains.map((interval) => minutesOf[interval as Interval]));
  if (minutesOf[row.window] < grain)
    problems.push({ path: "window", problem: `${row.window} is shorter than the ${grain} minutes between two values` });
  const twice = row.splitBy.filter((dimension) => dimension in row.where);
  for (const dimension of twice)
    problems.push({
      path: "splitBy",
      problem: `${dimension} is in where too; a rule names a dimension once, and where splits`,
    });
  return problems;
}

function logProblems(row: LogAlertRow): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, problem: string) => problems.push({ path, problem });
  const { failing, of } = row.failingPeriods;
  const [window, every] = [minutesOf[row.window], minutesOf[row.every]];
  if (window * of > LONGEST_LOOK_BACK)
    say("failingPeriods.of", `${of} windows of ${row.window} look back over two days, Azure's limit for log alerts`);
  if (of > MOST_PERIODS || failing > of || failing < 1 || !Number.isInteger(failing) || !Number.isInteger(of))
    say("failingPeriods", `${failing} of ${of} is not 1 to ${MOST_PERIODS} of at most ${MOST_PERIODS} windows`);
  if (every === 1 && window > LONGEST_WINDOW_AT_ONE_MINUTE)
    say("window", `${row.window} is over six hours, Azure's limit for a rule that runs every minute`);
  if (every > window) say("every", `${row.every} is less often than the window of ${row.window}; logs would go unseen`);
  if (row.splitBy.length > MOST_COLUMNS)
    say("splitBy", `${row.splitBy.length} columns; Azure splits a log alert by ${MOST_COLUMNS}`);
  if (row.query.length > LONGEST_QUERY) say("query", `${row.query.length} characters; Azure takes ${LONGEST_QUERY}`);
  const last = row.query.slice(row.query.lastIndexOf("|"));
  for (const column of [row.measure, ...row.splitBy])
    if (!new RegExp(`\\b${column}\\b`).test(last))
      say("query", `its last step does not name the column ${column}, which the alert reads`);
  if (row.query.replace(placeholder, "").includes("{"))
    say("query", "has a brace that is neither {resourceId} nor {resourceName}");
  return problems;
}
