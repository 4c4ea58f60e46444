import { type BurnRateRule, burnRateQuery, resolveObjective } from "@ringfence/core/levels";
import { type RingName, ringNames } from "@ringfence/core/rings";
import { RoleName, roleDefinitionId } from "@ringfence/core/roles";
import { runbooks } from "@ringfence/core/runbooks";
import { ServiceLevels } from "../../src/levels/service-levels";
import { plain, shapeProblems } from "../azure-shapes";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";
import { levelsArgs } from "./levels-args";

async function levelsIn(name: RingName) {
  return recordResources(() => {
    const { ruleIds } = new ServiceLevels("levels", levelsArgs(ringContextOf(name)));
    return { ruleIds };
  });
}

let resources: RecordedResource[];
let outputs: { ruleIds: Record<string, string> };

beforeAll(async () => {
  ({ resources, outputs } = await levelsIn("prod"));
});

function inputsOf(name: string): Record<string, unknown> {
  const found = resources.filter((resource) => resource.name === name);
  expect([name, found.length]).toEqual([name, 1]);
  return plain(found[0]?.inputs ?? {}) as Record<string, unknown>;
}

test("its children: a rule for each pair of windows that Azure can hold, the evaluator, and the alerts on what it finds", () => {
  const [component, ...children] = resources;
  expect([component?.type, component?.name]).toEqual(["ringfence:index:ServiceLevels", "levels"]);
  expect(children.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort()).toEqual([
    "Job levels-evaluate",
    "MetricAlert levels-evaluator-job-failed",
    "RoleAssignment levels-job-reads-logs",
    "ScheduledQueryRule levels-all-level-burning",
    "ScheduledQueryRule levels-all-level-evaluator-silent",
    "ScheduledQueryRule levels-all-level-without-data",
    "ScheduledQueryRule levels-answers-are-grounded-level-review-due",
    "ScheduledQueryRule levels-answers-are-quick-burn-page-quick",
    "ScheduledQueryRule levels-answers-are-quick-burn-page-slow",
    "ScheduledQueryRule levels-answers-are-quick-burn-ticket-quick",
    "ScheduledQueryRule levels-answers-are-quick-level-review-due",
    "ScheduledQueryRule levels-answers-arrive-burn-page-quick",
    "ScheduledQueryRule levels-answers-arrive-burn-page-slow",
    "ScheduledQueryRule levels-answers-arrive-burn-ticket-quick",
    "ScheduledQueryRule levels-answers-arrive-level-review-due",
    "ScheduledQueryRule levels-p95-is-quick-burn-page-quick",
    "ScheduledQueryRule levels-p95-is-quick-burn-page-slow",
    "ScheduledQueryRule levels-p95-is-quick-burn-ticket-quick",
    "ScheduledQueryRule levels-p95-is-quick-level-review-due",
  ]);
  expect(new Set(children.map(({ parent }) => parent))).toEqual(new Set([component?.urn]));
});

test("a rule asks both windows in one query and compares with the factor", () => {
  const objective = resolveObjective(levelsArgs(ringContextOf("prod")).objectives[0] ?? never());
  const quick = objective.rules[0] as BurnRateRule;
  expect(inputsOf("levels-answers-arrive-burn-page-quick")).toMatchObject({
    displayName: "burn-page-quick (answers-arrive)",
    severity: 1,
    enabled: true,
    autoMitigate: true,
    evaluationFrequency: "PT5M",
    windowSize: "PT2H",
    scopes: [ringContextOf("prod").logAnalyticsId],
    criteria: {
      allOf: [
        {
          query: burnRateQuery(objective, quick),
          metricMeasureColumn: "BurnRate",
          timeAggregation: "Maximum",
          operator: "GreaterThan",
          threshold: 14.4,
          dimensions: [],
        },
      ],
    },
    actions: {
      actionGroups: [ringContextOf("prod").actionGroupIds.Sev1],
      customProperties: { runbook: "https://runbooks.contoso.example/error-budget-burn.md", ring: "prod" },
    },
  });
});

test("each rule looks back far enough for its long window and the lag of its logs, and runs twice in its short one", () => {
  const looks = resources
    .filter(({ name }) => name.includes("-burn-"))
    .map(({ name, inputs }) => [name.replace("levels-", ""), inputs.windowSize, inputs.evaluationFrequency]);
  expect(looks).toEqual([
    ["answers-arrive-burn-page-quick", "PT2H", "PT5M"],
    ["answers-arrive-burn-page-slow", "P1D", "PT15M"],
    ["answers-arrive-burn-ticket-quick", "P2D", "PT1H"],
    ["answers-are-quick-burn-page-quick", "PT2H", "PT5M"],
    ["answers-are-quick-burn-page-slow", "P1D", "PT15M"],
    ["answers-are-quick-burn-ticket-quick", "P2D", "PT1H"],
    ["p95-is-quick-burn-page-quick", "PT2H", "PT5M"],
    ["p95-is-quick-burn-page-slow", "P1D", "PT15M"],
    ["p95-is-quick-burn-ticket-quick", "P2D", "PT1H"],
  ]);
});

test("the evaluator reads the ring's logs, runs every quarter of an hour and is told the objectives", () => {
  const ring = ringContextOf("prod");
  expect(inputsOf("levels-job-reads-logs")).toMatchObject({
    scope: ring.logAnalyticsId,
    principalId: ring.jobsIdentity.principalId,
    roleDefinitionId: expect.stringContaining(
      roleDefinitionId(RoleName.LogAnalyticsReader, "").split("/").at(-1) ?? never(),
    ),
  });
  const job = inputsOf("levels-evaluate") as {
    configuration: { scheduleTriggerConfig: { cronExpression: string } };
    template: { containers: { command: string[]; env: { name: string; value: string }[] }[] };
  };
  expect(job.configuration.scheduleTriggerConfig.cronExpression).toBe("8,23,38,53 * * * *");
  const [container] = job.template.containers;
  expect(container?.command).toEqual(["ringfence-operations", "evaluate-levels"]);
  const told = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
  expect(told.RINGFENCE_LOG_ANALYTICS_WORKSPACE_ID).toBe(ring.logAnalyticsId);
  expect(JSON.parse(told.RINGFENCE_LEVELS ?? "")).toEqual(levelsArgs(ring).objectives);
});

test("each objective's review has a rule of its own, which says of which it is and how much of its budget is gone", () => {
  const rules = resources.filter(({ name }) => name.endsWith("-level-review-due")).map(({ name }) => inputsOf(name));
  expect(new Set(rules.map(({ ruleName }) => ruleName)).size).toBe(4);
  expect(rules[0]).toMatchObject({
    displayName: "level-review-due (answers-arrive)",
    severity: 3,
    autoMitigate: true,
    evaluationFrequency: "PT15M",
    windowSize: "P1D",
    description: expect.stringContaining("the error budget of answers-arrive (99.5 % over 30d) gone before the middle"),
    criteria: {
      allOf: [
        {
          query: expect.stringMatching(
            /"ringfence\.level\.review_budget_gone"[\s\S]*where Objective == "answers-arrive"$/,
          ),
          metricMeasureColumn: "BudgetGone",
          operator: "GreaterThan",
          threshold: 50,
        },
      ],
    },
    actions: { customProperties: { watched: "answers-arrive", alert: "level-review-due" } },
  });
});

test("a page pages in prod and nowhere else; a ticket never does", async () => {
  const severities: Record<string, unknown[]> = {};
  for (const name of ringNames) {
    const made = name === "prod" ? resources : (await levelsIn(name)).resources;
    severities[name] = ["page-quick", "page-slow", "ticket-quick"].map(
      (alert) => made.find((one) => one.name === `levels-answers-arrive-burn-${alert}`)?.inputs.severity,
    );
  }
  expect(severities).toEqual({ sandbox: [4, 4, 4], dev: [4, 4, 4], test: [3, 3, 4], prod: [1, 1, 3] });
});

test("every alert has a receiver and a runbook that exists", () => {
  const alerts = resources.filter(({ type }) => /MetricAlert|ScheduledQueryRule/.test(type));
  for (const { name, inputs } of alerts) {
    const { actions } = plain(inputs) as { actions: { actionGroups?: string[] } | { actionGroupId: string }[] };
    const groups = Array.isArray(actions) ? actions.map(({ actionGroupId }) => actionGroupId) : actions.actionGroups;
    expect([name, groups?.length]).toEqual([name, 1]);
    const [, runbook = ""] = /Runbook: \S+\/([\w-]+)\.md/.exec(String(inputs.description)) ?? [];
    expect([name, Object.keys(runbooks).includes(runbook)]).toEqual([name, true]);
  }
});

test("without an evaluator there are the rules alone", async () => {
  const { objectives, ring } = levelsArgs(ringContextOf("dev"));
  const { resources: rules } = await recordResources(() => {
    const alerts = ["page-quick"];
    new ServiceLevels("levels", {
      ring,
      objectives: objectives.slice(0, 1).map((objective) => ({ ...objective, alerts })),
      alertsOnlyBecause: "The team has no registry for the jobs' image yet",
    });
  });
  expect(rules.slice(1).map(({ name }) => name)).toEqual(["levels-answers-arrive-burn-page-quick"]);
});

test("an objective whose alert can never fire is refused where it is made, with the arithmetic, and nothing is created", async () => {
  const { resources: made } = await recordResources(() => {
    const { objectives, ...others } = levelsArgs(ringContextOf("prod"));
    const [first] = objectives;
    expect(
      () => new ServiceLevels("levels", { ...others, objectives: [{ ...(first ?? never()), target: 90 }] }),
    ).toThrow(
      'ServiceLevels "levels":\n  objectives[0].alerts: page-quick can never fire: it needs a burn rate over 14.4, ' +
        "and with 90 % the highest possible is 1 / (1 - 0.9) = 10, when everything fails; raise the target to 93.06",
    );
  });
  expect(made).toEqual([]);
});

test("its output has each rule's id by objective and alert", () => {
  expect(Object.keys(outputs.ruleIds).sort()).toEqual(
    resources
      .filter(({ name }) => name.includes("-burn-"))
      .map(({ name }) => name.replace("levels-", "").replace("-burn-", "/burn-"))
      .sort(),
  );
});

test("Azure's type definitions take all inputs", () => {
  expect(shapeProblems(resources)).toEqual([]);
});

function never(): never {
  throw new Error("not there");
}
