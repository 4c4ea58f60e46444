import {
  type AlertRow,
  alerts,
  firesWhen,
  hasPrometheusForm,
  hasThreshold,
  monthlyPrice,
  reasonOf,
} from "@ringfence/core/alerts";
import { ringNames } from "@ringfence/core/rings";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";

const kinds: Readonly<Record<AlertRow["kind"], string>> = {
  metric: "metric",
  log: "log",
  activityLog: "activity log",
  budget: "budget",
};

export function alertsPage(): Page {
  const rows: AlertRow[] = Object.values(alerts);
  const services = [...new Set(rows.map((row) => row.service))];
  return {
    path: "docs/alerts.md",
    text: document(
      "Alerts",
      "packages/core/src/alerts/catalogue",
      "What `ServiceMonitors`, `SecretRotation`, `ServiceLevels`, `IncidentRouting` and `EnvironmentRing` watch, one row a rule. Thresholds and severities differ by ring; `ServiceMonitors.overrides` changes both, the window and the receivers by the alert's id, and switches an alert off with a reason.",
      "Sev0 and Sev1 wake somebody in prod: what users notice, what cannot be undone, and what blinds the other alerts. All else tells the team or waits. Prices are list prices in US dollars for one time series; each further deployment or other value that a rule is split by adds to them.",
      table(
        ["Alert", "Asks", "Kind", "In prod", "Runbook"],
        rows.map((row) => [
          `[${row.id}](#${row.id})`,
          row.asks,
          kinds[row.kind],
          row.severity.prod,
          `[${row.runbook}](../runbooks/${row.runbook}.md)`,
        ]),
      ),
      ...services.flatMap((service) => [
        `## ${service}`,
        ...rows.filter((row) => row.service === service).map(section),
      ]),
    ),
  };
}

function section(row: AlertRow): string {
  const looked = hasThreshold(row) ? ` (in prod), looked at every ${code(row.every)}` : "";
  return [
    `### ${row.id}`,
    `${row.asks} Fires ${firesWhen(row, "prod")}${looked}. ${whyWords[row.kind]}: ${reasonOf(row)}.`,
    ...conditions(row),
    table(["", ...ringNames], [...thresholdLine(row), ["Severity", ...ringNames.map((ring) => row.severity[ring])]]),
    table(
      ["Kind", "Window", "Dollars a month", "No data", "Needs traffic", "Runbook", "Requirements"],
      [
        [
          kinds[row.kind] + (hasPrometheusForm(row) ? ", or Prometheus" : ""),
          windowOf(row),
          monthlyPrice(row),
          row.noData,
          row.needsTraffic ? "yes" : "no",
          `[${row.runbook}](../runbooks/${row.runbook}.md)`,
          row.requirements.join(", "),
        ],
      ],
    ),
  ].join("\n\n");
}

function windowOf(row: AlertRow): string {
  if (hasThreshold(row)) return `${code(row.window)} every ${code(row.every)}`;
  return row.kind === "budget" ? "the month, once a day" : "each event";
}

const whyWords: Readonly<Record<AlertRow["kind"], string>> = {
  metric: "Where the number comes from",
  log: "Where the number comes from",
  activityLog: "Why it matters",
  budget: "Where the numbers come from",
};

function thresholdLine(row: AlertRow): (string | number)[][] {
  if (row.kind === "activityLog") return [];
  if (row.kind === "budget")
    return [
      [
        "Thresholds",
        ...ringNames.map((ring) =>
          row.thresholds[ring]
            .map(({ percent, of }) => `${percent} % ${of === "Actual" ? "spent" : "forecast"}`)
            .join(", "),
        ),
      ],
    ];
  const [direction, values] = "over" in row.fires ? ["Over", row.fires.over] : ["Under", row.fires.under];
  return [[`${direction}, in ${row.unit}`, ...ringNames.map((ring) => values[ring])]];
}

const factWords = {
  hasOpenAiModels: ["serves OpenAI's models", "serves none of OpenAI's models"],
  hasOtherModels: ["serves models of other makers", "serves no models of other makers"],
  hasProvisionedThroughput: ["has provisioned throughput", "has no provisioned throughput"],
  hasSpillover: ["has a deployment that spills over", "has no deployment that spills over"],
  hasLowTraffic: [
    "has low traffic, under about 20 calls a minute",
    "has more traffic than that, about 20 calls a minute",
  ],
  isV2Gateway: ["is of a v2 tier", "is of a classic tier"],
  isAlwaysOn: ["always runs a replica", "scales to zero"],
} as const;

/** Where the alert is made, if not for every resource of the type. */
function conditions(row: AlertRow): string[] {
  const facts = Object.entries(row.appliesWhen ?? {}).map(
    ([fact, value]) => factWords[fact as keyof typeof factWords][value ? 0 : 1],
  );
  const sentences = [
    ...(facts.length > 0 ? [`Only for a resource that ${facts.join(" and ")}.`] : []),
    ...(row.preview ? ["What it watches is a preview of Azure's: made only in rings that allow previews."] : []),
    ...(hasThreshold(row) && row.spillover === "left-out"
      ? ["Deployments that spill over are left out: another deployment serves what they turn away."]
      : []),
  ];
  return sentences.length > 0 ? [sentences.join(" ")] : [];
}
