import { monthlyPrice } from "@ringfence/core/alerts";
import {
  azureHolds,
  burnRateAlert,
  burnRateRules,
  detectionMinutes,
  durationText,
  indicatorForms,
  indicatorSources,
  ingestionLags,
  LevelMetric,
  LevelState,
  leastTarget,
  levelStateNumber,
  maximumBurnRate,
  type Objective,
  periodsWithWindows,
  proportionalRules,
  resolveObjective,
  toOpenSlo,
  windowCatalogues,
  windowsFor,
} from "@ringfence/core/levels";
import { code, document, fenced, table } from "./markdown.mts";
import type { Page } from "./page.mts";

const allAlerts = ["page-quick", "page-slow", "ticket-quick", "ticket-slow"];

/** What service levels measure, when they alert, and where each alert is evaluated. */
export function serviceLevelsPage(): Page {
  return {
    path: "docs/service-levels.md",
    text: document(
      "Service levels",
      "packages/core/src/levels",
      "What [`ServiceLevels`](../packages/azure/README.md#servicelevels) takes as an objective, how its error budget is reckoned, and which of its alerts Azure evaluates and which its own job does.",
      "An objective of 99.5 % over 30 days leaves 0.5 % of the requests of those days that may fail: its error budget. A burn rate of 1 spends the budget exactly by the end of the period, a burn rate of 14.4 spends 2 % of it in an hour. An objective over a calendar month or week starts each of them with a whole budget; one over 7, 28 or 30 days looks back from now, and gets back what failed so long ago.",
      ...kinds(),
      ...sources(),
      ...alerts(),
      ...reach(),
      ...states(),
      ...evaluator(),
      ...openSlo(),
    ),
  };
}

function kinds(): string[] {
  return [
    "## Kinds of objective",
    "A kind decides what is good, how the budget is spent and which alerts there are; each of the defaults can be stated otherwise. Under `occurrences` each request weighs the same, so a busy hour weighs more than a quiet one. Under `timeslices` each slice of time is good or bad as a whole: a median or a mean score has no single event that fails.",
    table(
      ["Objective", "Good is", "Budget", "Slice", "Alerts", "Minimum", "Why"],
      Object.values(indicatorForms).map((row) => [
        code(row.form),
        row.good,
        row.method,
        row.method === "timeslices" ? row.slice : "",
        row.alerts.join(", "),
        row.method === "timeslices"
          ? `${row.minimum} samples a slice`
          : `${row.minimum} requests, ${row.minimumFailures} failures`,
        row.because,
      ]),
    ),
    "`latency` with `quantile` is a `latency-quantile`, without it a `latency-share`. Of a success rate, 5xx and requests without an answer are always bad; the rest is stated:",
    table(
      ["Outcome", "Argument", "Counts as, unless stated", "Why"],
      [
        ["429", "`throttled`", "bad", "the caller got no answer, whoever's quota it was"],
        ["stopped by the content filter", "`filtered`", "good", "the filter did what it is for"],
        [
          "any other 4xx",
          "`clientErrors`",
          "left-out",
          "a flood of wrong requests neither spends nor dilutes the budget",
        ],
      ],
    ),
  ];
}

function sources(): string[] {
  return [
    "## Sources",
    "AzureMetrics is none of them: diagnostic settings flatten a metric's dimensions away, so it cannot tell a 429 from a 200, nor one deployment from another.",
    table(
      ["Source", "What it is", "Tables", "Arrives after", "Needs", "Names in `only`", "Tells apart"],
      Object.values(indicatorSources).map((row) => [
        code(row.id),
        row.title,
        row.tables.join(", "),
        `${row.lag.minutes} min`,
        row.needs,
        row.names,
        row.sees.join(", "),
      ]),
    ),
    `A log is late. Windows, of Azure's alerts and of the evaluator alike, end so many minutes before now, or a short window would be empty and its alert quiet in the worst outage: ${Object.values(
      ingestionLags,
    )
      .map(({ minutes, because }) => `${minutes} minutes (${because})`)
      .join(", ")}.`,
  ];
}

function alerts(): string[] {
  return [
    "## Alerts, and where each is evaluated",
    "An alert fires while both of its windows burn the budget faster than its factor: the long one because the burn is worth telling, the short one because it still goes on. Both are in one query of one log alert. A log alert looks back two days at most; what reaches further is evaluated by the job `evaluate-levels` and told by the alert [level-burning](alerts.md#level-burning). All look back by the source's lag more, and objectives over slices by one slice more. A calendar month takes the factors of 30 days. Prices are list prices in US dollars, without the ring's discounts.",
    ...periodsWithWindows.flatMap((days) => [
      `### ${days} days`,
      table(
        ["Alert", "Windows", "Budget", "Factor", "Evaluated by", "Severity in prod", "Dollars a month"],
        burnRateRules(windowsFor(days).windows, days).map((rule, index) => {
          const objective = example(days);
          const row = azureHolds(objective, rule) ? burnRateAlert(objective, rule) : undefined;
          return [
            code(rule.id),
            `${durationText(rule.shortMinutes)} and ${durationText(rule.longMinutes)}`,
            `${windowsFor(days).windows[index]?.budgetPercent} %`,
            rounded(rule.factor),
            row === undefined ? "the job, every 15 minutes" : `Azure, ${code(row.window)} every ${code(row.every)}`,
            row?.severity.prod ?? "Sev3",
            row === undefined ? "" : monthlyPrice(row),
          ];
        }),
      ),
    ]),
    "For comparison, Pyrra's windows for 28 days (`proportionalRules`), whose lengths grow with the period and which wait before they fire:",
    table(
      ["Alert", "Windows", "Factor", "Waits"],
      proportionalRules(28).map((rule) => [
        code(rule.id),
        `${durationText(rule.shortMinutes)} and ${durationText(rule.longMinutes)}`,
        rule.factor,
        durationText(rule.holdMinutes),
      ]),
    ),
    `Windows of one's own (\`windows\`) make any other period possible. The numbers come from ${windowCatalogues.map(({ source }) => code(source)).join(", ")}.`,
  ];
}

/** An objective over events, which every rule can fire under. */
function example(days: number): Objective {
  return resolveObjective({ name: "example", kind: "success-rate", target: 99.9, period: `${days}d` });
}

function reach(): string[] {
  const rules = burnRateRules(windowsFor(30).windows, 30);
  const targets = [99.9, 99.5, 99, 95, 90, 80, 50];
  const ratios = [1, 0.5, 0.1, 0.02, 0.01];
  return [
    "## What an alert can reach",
    "When everything fails the budget burns 1 / (1 − target) times too fast, and never faster. An alert with a higher factor can never fire, so `ServiceLevels` refuses it: raise the target, leave the alert out, or make it an objective over slices of time.",
    table(
      ["Target", "Highest burn rate", ...allAlerts],
      targets.map((target) => [
        `${target} %`,
        rounded(maximumBurnRate(target)),
        ...rules.map((rule) =>
          rule.factor < maximumBurnRate(target) ? "fires" : `never; from ${leastTarget(rule)} %`,
        ),
      ]),
    ),
    "Minutes from the first failure until the long window is over the factor and a query can see it, after a time without failures, at a target of 99.9 % over 30 days. The source's lag is in them; the time between two evaluations, as in the tables above, comes on top.",
    table(
      ["Failing", "Sources", ...allAlerts],
      ratios.flatMap((ratio) =>
        Object.values(ingestionLags).map(({ minutes: lag }) => [
          `${ratio * 100} %`,
          Object.values(indicatorSources)
            .filter(({ id, lag: { minutes } }) => id !== "evaluations" && minutes === lag)
            .map(({ id }) => code(id))
            .join(", "),
          ...rules.map((rule) => {
            const minutes = detectionMinutes(rule, 99.9, ratio, lag);
            return minutes === undefined ? "never" : rounded(minutes);
          }),
        ]),
      ),
    ),
  ];
}

const meanings: Readonly<Record<LevelState, string>> = {
  NO_DATA: "nothing was seen in the whole period: neither good nor bad",
  LOW_TRAFFIC: "less was seen than the objective's minimum: too little to say",
  HEALTHY: "at the target or above it",
  DEGRADING: "below the target, with budget left: a calendar's period that can still be kept",
  VIOLATED: "below the target, and no budget left",
};

function states(): string[] {
  return [
    "## States, silence and reviews",
    table(
      ["State", "As a number", "Means"],
      Object.values(LevelState).map((state) => [code(state), levelStateNumber[state], meanings[state]]),
    ),
    "Silence (`noData`) is quiet unless stated: windows without events fire nothing, slices without samples count as good, and the state says NO_DATA once the whole period is silent, which is an alert ([level-without-data](alerts.md#level-without-data)). Where silence fires, a silent long window fires its alert and a slice without samples is bad. With fewer events, or fewer failures, than the minimum an alert says nothing either way.",
    "**The review (OE-R3).** More than half of the error budget gone before the middle of the period opens a review, once a period. A calendar's period has a middle: what failed so far is compared with the budget of the whole period, whose traffic is expected to go on as it did so far, and after the middle nothing is opened. A rolling period has none: what failed in its last half is compared with the budget of the whole, at any moment, and one review stands for as many days as the period has.",
    "The evaluator writes the review down once a period and measures the percent of the budget that was gone when it was opened; it tells nobody itself. The alert [level-review-due](alerts.md#level-review-due), one rule for each objective, fires while that percent is over 50 and shows it as its value. It opens the one incident, with its runbook and its work item, and ends with the period.",
  ];
}

const metricMeanings: Readonly<Record<LevelMetric, string>> = {
  "ringfence.level.burn_rate": "the burn rate of a window, by objective, rule and window",
  "ringfence.level.burning": "1 while a rule that Azure cannot hold fires, by objective and rule",
  "ringfence.level.budget_left": "the share of the error budget that is left; below 0 once the objective is missed",
  "ringfence.level.indicator": "the share of good events so far",
  "ringfence.level.target": "the objective's target, as a share",
  "ringfence.level.state": "the state as a number, at every run",
  "ringfence.level.review_due": "1 while a review stands",
  "ringfence.level.review_budget_gone":
    "the percent of the budget that was gone when the review that stands was opened; 0 while none stands",
};

function evaluator(): string[] {
  return [
    "## The evaluator",
    "`ringfence-operations evaluate-levels` runs every quarter of an hour in the ring's jobs environment. It reads each objective's series from Log Analytics, up to the last whole bin that has arrived, and sends these metrics by OpenTelemetry. An objective that it cannot read sends nothing, and the job fails, so that both are seen; two hours without any state fire [level-evaluator-silent](alerts.md#level-evaluator-silent).",
    table(
      ["Metric", "Means"],
      Object.values(LevelMetric).map((metric) => [code(metric), metricMeanings[metric]]),
    ),
  ];
}

function openSlo(): string[] {
  const yaml = toOpenSlo("claims-assistant", [
    { name: "answers-arrive", kind: "success-rate", target: 99.5, period: "30d", alerts: ["page-quick"] },
  ]);
  const shown = yaml.split("---\n").filter((part) => /kind: (SLO|AlertPolicy)\n/.test(part));
  return [
    "## OpenSLO",
    "`toOpenSlo` of `@ringfence/core/levels` writes objectives as OpenSLO v1, and `openSloObjectives` of `@ringfence/azure` reads them for `ServiceLevels`, the same ([an example](../packages/azure/README.md#servicelevels)). OpenSLO's burn-rate condition has one window; the short one is a label. What cannot be measured or alerted on here is refused, with its place in the document: other metric sources, several objectives in one SLO, ratio timeslices, calendar periods that begin at other times, notification targets.",
    fenced("yaml", shown.join("---\n").trimEnd()),
  ];
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
