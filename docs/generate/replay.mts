import { alerts } from "@ringfence/core/alerts";
import {
  baselineAlerts,
  baselineRules,
  baselineSource,
  catalogueRules,
  type IncidentOutcome,
  incidents,
  parameters,
  type ReplayResult,
  replayRules,
  usualOptions,
  type Workload,
} from "@ringfence/rehearsal/replay";
import { code, document, fenced, table } from "./markdown.mts";
import type { Page } from "./page.mts";

/** What the baseline has alerts for too, so that the comparison is about thresholds and not about breadth. */
const shared = [
  "Microsoft.CognitiveServices/accounts",
  "provisioned throughput",
  "Microsoft.Search/searchServices",
  "Microsoft.KeyVault/vaults",
  "Microsoft.EventGrid/systemTopics",
];

const assistant: Workload = {
  timeZone: usualOptions.timeZone,
  callsPerMinute: parameters.traffic.peakCallsPerMinute,
  deployments: [
    { name: "chat", kind: "chat", provisioned: true, spilloverTo: "chat-spillover" },
    { name: "chat-spillover", kind: "chat", provisioned: false },
    { name: "embeddings", kind: "embeddings", provisioned: false },
  ],
  resources: Object.fromEntries(shared.slice(2).map((type) => [type, [{ name: "main" }]])),
};

/** Twelve weeks hold every incident that both have alerts for. */
const DAYS = 84;

export function replayPage(): Page {
  const axis = { start: Date.parse(`${usualOptions.from}T00:00:00Z`), minutes: DAYS * 1440 };
  const played = incidents.filter(({ needs }) => shared.includes(needs));
  const run = (rules: ReturnType<typeof catalogueRules>) =>
    replayRules({ rules, workload: assistant, incidents: played, axis, seed: usualOptions.seed, legacy: true });
  const [ours, theirs] = [run(catalogueRules(Object.values(alerts), "prod")), run(baselineRules())];
  return {
    path: "docs/replay.md",
    text: document(
      "Replay",
      "packages/rehearsal/src/replay",
      ...introduction(),
      "## Recorded data",
      ...recordedData(),
      "## How rules are evaluated",
      evaluation(),
      "## What the generated telemetry assumes",
      table(
        ["About", "Numbers", "Where they come from"],
        Object.entries(parameters).map(([about, { because, ...numbers }]) => [
          about,
          Object.entries(numbers)
            .map(([name, value]) => `${name} ${value}`)
            .join(", "),
          because,
        ]),
      ),
      "## Incidents",
      table(
        ["Incident", "Severity", "What happens", "What shows", "There to see it", "Where its numbers come from"],
        incidents.map(({ id, severity, what, shows, detectedBy, because }) => [
          code(id),
          severity,
          what,
          shows,
          detectedBy.map(code).join(", "),
          because,
        ]),
      ),
      "## Compared with Azure Monitor Baseline Alerts",
      `[${baselineSource.name}](${baselineSource.repository}) at ${code(baselineSource.commit)} (${baselineSource.date}), ${baselineAlerts.length} metric alerts with a threshold of its own for these services, as published in ${baselineSource.files.map(code).join(", ")}; against the catalogue's rows of prod. Both on the same ${DAYS} days, seed ${usualOptions.seed}: once without any incident, once with those of services that both watch. A detection counts from an alert that is urgent enough and does not fire as often by itself. Incidents and catalogue come from the same hands, so read this as what these thresholds do on this data.`,
      table(
        ["", "Ringfence", "Baseline"],
        [
          ["Rules with data", ours.rules.length, theirs.rules.length],
          ["Incidents seen in time", inTime(ours), inTime(theirs)],
          ["False alarms a month", falseAlarms(ours, false), falseAlarms(theirs, false)],
          ["False pages a month (Sev0 and Sev1)", falseAlarms(ours, true), falseAlarms(theirs, true)],
          ["Rules beyond their threshold most of the time", stuck(ours), stuck(theirs)],
        ],
      ),
      table(
        ["Incident", "Severity", "Within, minutes", "Ringfence", "Baseline"],
        ours.incidents.map((mine) => {
          const other = theirs.incidents.find(({ id }) => id === mine.id);
          return [code(mine.id), mine.severity, mine.withinMinutes, seen(mine), other === undefined ? "" : seen(other)];
        }),
      ),
      table(
        ["Baseline alert", "Severity", "False alarms a month", "Remarks"],
        theirs.rules
          .filter(({ falseAlarmsPerMonth = 0, remarks }) => falseAlarmsPerMonth > 0 || remarks.length > 0)
          .map(({ alert, severity, falseAlarmsPerMonth = 0, remarks }) => [
            alert,
            severity,
            falseAlarmsPerMonth,
            remarks.join(", "),
          ]),
      ),
    ),
  };
}

function introduction(): string[] {
  return [
    `${code("ringfence replay")} rehearses one stack of a program, takes the alert rules out of it as they would be deployed (thresholds, windows, frequencies, dimensions, severities and receivers, the program's overrides included), and evaluates them on months of minutes: once with nothing happening, for false alarms, and once with the incidents below. It says which incident was seen by what and how fast, and writes a page with charts. Nothing is deployed and nothing leaves the machine; the same seed gives the same telemetry.`,
    fenced(
      "sh",
      `npx ringfence replay examples/claims-assistant                                          # the rules of prod
npx ringfence replay examples/claims-assistant --override model-callers-turned-away=100000   # a threshold that is too high
npx ringfence replay examples/claims-assistant --calls-per-minute 2 --time-zone Europe/Berlin # a quiet service
npx ringfence replay examples/claims-assistant --data my-months.csv                          # your own months`,
    ),
    "It ends with 1 where an incident is not seen within its severity's time to acknowledge, or where there is more than one false page in a quiet month. An incident of Sev0 or Sev1 must be seen by an alert that wakes somebody; the others wake nobody on purpose, so an alert of their own severity or a more urgent one counts. Rings other than prod wake nobody and are not judged.",
    "A rule that is not evaluated is listed with the reason: its query is its own (KQL cannot run offline), it is switched off, it answers single events, or there is no data for it.",
  ];
}

function recordedData(): string[] {
  return [
    `${code("--data FILE")} replays recorded months instead, before a threshold is changed. CSV or Parquet, one row for each metric, minute and combination of dimensions. Names of columns are compared without regard to case; a minute without a row has no data; every mistake is reported with its line.`,
    table(
      ["Column", "Holds"],
      [
        [
          `${code("TimeGenerated")}, ${code("timeStamp")} or ${code("time")}`,
          "ISO 8601, or as Azure's portal writes it. Without a zone it is in --time-zone (UTC if left out); a column named `TimeGenerated [UTC]` is in UTC",
        ],
        [`${code("MetricName")} or ${code("metric")}`, "the metric's name in the REST API"],
        [
          `${code("ResourceId")} or ${code("Namespace")}`,
          "the resource, whose type is taken from its id; or the type itself. One resource of each type",
        ],
        [
          ["Total", "Count", "Average", "Minimum", "Maximum"].map(code).join(", "),
          "the minute's values, as many as there are. A rule whose aggregation they do not give is not replayed",
        ],
        [code("TimeGrain"), "`PT1M` where it is there; coarser values cannot be replayed"],
        ["any other", "a dimension, such as `ModelDeploymentName` or `StatusCode`"],
      ],
    ),
    "Diagnostic settings flatten a metric's dimensions, so export what rules split by from the metrics API (`az monitor metrics list --interval PT1M --filter \"ModelDeploymentName eq '*'\"`). What log alerts read goes into the same file with the namespace `logs`, by a query such as this:",
    table(
      ["Metric in namespace `logs`", "Its rows", "Dimensions"],
      [
        ["RequestResponse", "calls that the AI account's diagnostic log holds", "Deployment, Code"],
        ["AppDependencies", "calls of models that the service traced", "Deployment, Code"],
        ["AppRequests", "requests of the service", "Service, Code"],
        ["AppHeartbeats", "minutes in which the service sent anything", ""],
        ["TracedCalls", "calls of models, by whether deployment or tokens are missing", "Service, Untraced (yes, no)"],
        ["Evaluations", "scores of evaluators", "Evaluator"],
        ["EvaluationLabels", "evaluated answers by their label", "Evaluator, Label (pass, fail)"],
        ["JobSignsOfLife", "log lines of a scheduled job", ""],
        ["NearExpiryHours", "hours since a near-expiry notice without a new version", "Item"],
        ["CapNotices", "notices that the workspace's cap is reached", ""],
      ].map(([metric = "", rows = "", dimensions = ""]) => [code(metric), rows, dimensions]),
    ),
    "How long single calls took is not in a file of minutes, so alerts on percentiles and objectives of latency are not replayed from it.",
    fenced(
      "kusto",
      `AppRequests
| summarize Total = todouble(sum(ItemCount)), Count = sum(ItemCount) by TimeGenerated = bin(TimeGenerated, 1m), Service = AppRoleName, Code = ResultCode
| extend Namespace = "logs", MetricName = "AppRequests"`,
    ),
  ];
}

function evaluation(): string {
  return [
    "Azure Monitor's own rules, as its documentation states them:",
    `- A rule looks at each multiple of its frequency, over its window: a metric alert over whole minutes that Azure already shows (${parameters.delays.metrics} minutes old), a log alert back from now over what has arrived (${parameters.delays.telemetry} minutes old for what a service sends, ${parameters.delays.logs} for resource logs).`,
    "- Each combination of the dimensions that a rule splits by has a state of its own; the others are taken together.",
    "- A stateful alert fires once. A metric alert is resolved after three evaluations in a row that do not meet its condition; a log alert after ten minutes at a frequency of one minute, three evaluations up to fifteen minutes, two below eleven hours, one from there on. Without auto-mitigation every evaluation fires.",
    "- A log alert's failing periods are counted over the last evaluations.",
    "- A window without data does not meet a condition, and counts as healthy. What must speak up in silence is a log alert that counts it.",
    "- Burn rates are reckoned by the same code that ServiceLevels' queries come from, on the logs that their indicators read, and over windows that end when those logs have arrived.",
    "- Every incident starts three minutes before the hour, the worst moment for rules of every frequency.",
  ].join("\n");
}

function seen({ state, by, detectedBy }: IncidentOutcome): string {
  if (by !== undefined) return `${by.alert}, ${by.afterMinutes} min${state === "in time" ? "" : `: ${state}`}`;
  const quiet = detectedBy.find(({ byChance }) => byChance !== true);
  if (quiet !== undefined) return `missed; ${quiet.alert} of ${quiet.severity} after ${quiet.afterMinutes} min`;
  return detectedBy.length > 0 ? "missed; only alerts that fire by themselves" : "missed";
}

function inTime({ incidents: outcomes }: ReplayResult): string {
  return `${outcomes.filter(({ state }) => state === "in time").length} of ${outcomes.length}`;
}

function falseAlarms({ rules }: ReplayResult, pages: boolean): string {
  return rules
    .filter((rule) => rule.pages || !pages)
    .reduce((sum, { falseAlarmsPerMonth = 0 }) => sum + falseAlarmsPerMonth, 0)
    .toFixed(1);
}

function stuck({ rules }: ReplayResult): number {
  return rules.filter(({ remarks }) => remarks.includes("fires most of the time")).length;
}
