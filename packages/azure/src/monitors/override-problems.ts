import {
  type AlertRow,
  alertRowProblems,
  alerts,
  hasThreshold,
  logWindows,
  metricWindows,
  minutesOf,
  type ThresholdAlertRow,
} from "@ringfence/core/alerts";
import { notOneOf, type Problem } from "@ringfence/core/problems";
import type { RingName } from "@ringfence/core/rings";
import { severityNames } from "@ringfence/core/severities";
import { reasonProblems } from "../openings/opening";
import { type AlertOverrideArgs, overriddenRow } from "./alert-override";

/** The most action groups of one alert rule (Azure Monitor limits). */
const MOST_RECEIVERS = 5;

/** What is wrong with the changes to one row; `applied` are the ids of the alerts of the watched types. */
export function overrideProblems(
  id: string,
  override: AlertOverrideArgs,
  applied: readonly string[],
  ring: RingName,
): Problem[] {
  const rows: Readonly<Record<string, AlertRow>> = alerts;
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
  if (row === undefined) return [{ path: "", problem: unknownAlert(id, applied) }];
  if (!applied.includes(id))
    return [{ path: "", problem: `changes nothing: no watched type has this alert; they have ${applied.join(", ")}` }];
  if (typeof override !== "object" || override === null)
    return [{ path: "", problem: `${JSON.stringify(override)} is not an object; give what changes` }];
  const { severity, offBecause, receivers } = override;
  const changed = Object.values(override).some((value) => value !== undefined);
  return [
    ...(changed
      ? []
      : [{ path: "", problem: "changes nothing; give threshold, severity, window, receivers or offBecause" }]),
    ...(hasThreshold(row) ? thresholdProblems(row, override, ring) : eventProblems(row, override)),
    ...(severity !== undefined && !severityNames.includes(severity)
      ? [{ path: "severity", problem: notOneOf(severity, severityNames) }]
      : []),
    ...(receivers === undefined ? [] : receiverListProblems(receivers)),
    ...(offBecause === undefined ? [] : reasonProblems("offBecause", offBecause)),
  ];
}

/** The catalogue is too long to be listed whole: the alerts in use that share a word with what was written. */
function unknownAlert(id: string, applied: readonly string[]): string {
  const words = new Set(id.toLowerCase().split("-"));
  const near = applied.filter((known) => known.split("-").some((word) => words.has(word)));
  const hint = near.length > 0 ? `; near it are ${near.join(", ")}` : "";
  return `${JSON.stringify(id)} is no alert of the catalogue, docs/alerts.md${hint}`;
}

function thresholdProblems(
  row: ThresholdAlertRow,
  { threshold, window }: AlertOverrideArgs,
  ring: RingName,
): Problem[] {
  const wrong =
    threshold !== undefined && !(Number.isFinite(threshold) && threshold >= 0)
      ? [{ path: "threshold", problem: `${threshold} is not a number from 0 up` }]
      : [];
  return window === undefined ? wrong : [...wrong, ...windowProblems(row, window, ring)];
}

function windowProblems(row: ThresholdAlertRow, window: string, ring: RingName): Problem[] {
  const path = "window";
  const windows: readonly string[] = row.kind === "metric" ? metricWindows : logWindows;
  if (!windows.includes(window)) return [{ path, problem: notOneOf(window, windows) }];
  if (row.noData === "fires")
    return [{ path, problem: `${row.id} counts silence over the whole of its ${row.window}; change its threshold` }];
  if (minutesOf[window as keyof typeof minutesOf] < minutesOf[row.every])
    return [{ path, problem: `${window} is shorter than the ${row.every} between two looks; values would go unseen` }];
  return alertRowProblems(overriddenRow(row, ring, { window })).map(({ problem }) => ({ path, problem }));
}

/** An event fires an alert or does not: there is no number and no window to change. */
function eventProblems({ id }: AlertRow, override: AlertOverrideArgs): Problem[] {
  return (["threshold", "window"] as const)
    .filter((path) => override[path] !== undefined)
    .map((path) => ({ path, problem: `${id} fires at single events and has no ${path}; leave it out` }));
}

function receiverListProblems(receivers: AlertOverrideArgs["receivers"]): Problem[] {
  const path = "receivers";
  if (!Array.isArray(receivers)) return [{ path, problem: "not a list of action groups' ids" }];
  if (receivers.length > 0 && receivers.length <= MOST_RECEIVERS) return [];
  const problem = `${receivers.length} action groups; Azure takes 1 to ${MOST_RECEIVERS}. To silence the alert, say why in offBecause`;
  return [{ path, problem }];
}
