import { type AlertRow, alerts, firesWhen } from "@ringfence/core/alerts";
import { ringNames } from "@ringfence/core/rings";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";

export function alertsPage(): Page {
  const rows: AlertRow[] = Object.values(alerts);
  const services = [...new Set(rows.map((row) => row.service))];
  return {
    path: "docs/alerts.md",
    text: document(
      "Alerts",
      "packages/core/src/alerts/catalogue",
      "What `ServiceMonitors` and `SecretRotation` watch, one row a rule. Thresholds and severities differ by ring; both can be overridden by the alert's id.",
      ...services.flatMap((service) => [
        `## ${service}`,
        ...rows.filter((row) => row.service === service).map(section),
      ]),
    ),
  };
}

function section(row: AlertRow): string {
  const values = "over" in row.fires ? row.fires.over : row.fires.under;
  return [
    `### ${row.id}`,
    `${row.asks} Fires ${firesWhen(row, "prod")} (in prod), looked at every ${code(row.every)}. Where the number comes from: ${row.fires.because}.`,
    table(
      ["", ...ringNames],
      [
        ["Threshold", ...ringNames.map((ring) => values[ring])],
        ["Severity", ...ringNames.map((ring) => row.severity[ring])],
      ],
    ),
    table(
      ["Kind", "No data", "Runbook", "Requirements"],
      [[row.kind, row.noData, `[${row.runbook}](../runbooks/${row.runbook}.md)`, row.requirements.join(", ")]],
    ),
  ].join("\n\n");
}
