import { paintFor, printable } from "../../../report/terminal";
import { type IncidentOutcome, IncidentState, lengthOf, type ReplayDocument, type RuleOutcome } from "../../outcome";
import { detectionsOf, seenBy, subjectOf } from "../words";
import { type Cell, tableLines } from "./table";

type Paint = ReturnType<typeof paintFor>;

/** How a summary is printed. */
export interface ReplayStyle {
  colours: boolean;
  columns: number;
}

/** The replay for the terminal: incidents, alerts, what was not replayed, and the verdicts last, where the eye ends up. */
export function replaySummary(document: ReplayDocument, { colours, columns }: ReplayStyle): string {
  const paint = paintFor(colours);
  const { incidents, rules, notReplayed, notPlayed, verdicts, data } = document;
  const lines = [`Replayed ${printable(subjectOf(document))}`];
  const head = (...titles: string[]): Cell[] => titles.map((text) => ({ text, painted: paint.strong(text) }));
  if (incidents.length > 0)
    lines.push(
      "",
      ...tableLines(
        [
          head("", "Incident", "Severity", "Within", "Seen after", "By"),
          ...incidents.map((incident) => incidentRow(incident, paint)),
        ],
        columns,
      ),
    );
  const titles =
    data.origin === "generated"
      ? ["Alert", "Severity", "False/month", "Flaps", "Saw"]
      : ["Alert", "Severity", "Fired", "Flaps", "Remarks"];
  lines.push("", ...tableLines([head(...titles), ...rules.map((rule) => ruleRow(rule, paint))], columns));
  lines.push(
    ...reasons(
      "Not replayed",
      notReplayed.map(({ name, alert, reason }) => [alert ?? name, reason] as const),
      columns,
      paint,
    ),
  );
  lines.push(
    ...reasons(
      "Not played",
      notPlayed.map(({ id, reason }) => [id, reason] as const),
      columns,
      paint,
    ),
  );
  lines.push("");
  for (const { target, met, found } of verdicts) {
    const sign = met === undefined ? "·" : met ? paint.good("✓") : paint.bad("✗");
    lines.push(...tableLines([[{ text: "✓", painted: sign }, { text: `${target}: ${found}` }]], columns));
  }
  return `${lines.join("\n")}\n`;
}

function incidentRow(
  { id, severity, withinMinutes, state, by, detectedBy, expectedInVain }: IncidentOutcome,
  paint: Paint,
): Cell[] {
  const good = state === IncidentState.InTime;
  const first = by ?? detectedBy[0];
  const seen = first === undefined ? "never" : lengthOf(first.afterMinutes);
  const vain = expectedInVain.length === 0 ? "" : `; not ${expectedInVain.join(", ")}`;
  const who =
    first === undefined
      ? "nothing"
      : by === undefined
        ? `${seenBy(first)}${first.byChance === true ? "" : ", which is not urgent enough"}`
        : seenBy(first);
  const sign = good ? "✓" : "✗";
  return [
    { text: sign, painted: good ? paint.good(sign) : paint.bad(sign) },
    { text: id },
    { text: severity },
    { text: lengthOf(withinMinutes) },
    { text: seen, painted: good ? seen : paint.bad(seen) },
    { text: `${who}${good ? "" : `: ${state}`}${vain}` },
  ];
}

function ruleRow(rule: RuleOutcome, paint: Paint): Cell[] {
  const { alert, severity, pages, falseAlarmsPerMonth, firings, flaps, remarks } = rule;
  const count = falseAlarmsPerMonth === undefined ? String(firings.length) : String(falseAlarmsPerMonth);
  const loud = pages && (falseAlarmsPerMonth ?? 0) > 0;
  const said = [detectionsOf(rule), ...remarks].filter((text) => text !== "").join("; ");
  return [
    { text: printable(alert) },
    { text: pages ? `${severity} page` : severity },
    { text: count, painted: loud ? paint.bad(count) : count },
    { text: String(flaps) },
    { text: said },
  ];
}

function reasons(title: string, rows: readonly (readonly [string, string])[], columns: number, paint: Paint): string[] {
  if (rows.length === 0) return [];
  return [
    "",
    paint.strong(`${title} (${rows.length})`),
    ...tableLines(
      rows.map(([name, reason]) => [{ text: printable(name) }, { text: printable(reason) }]),
      columns,
    ),
  ];
}
