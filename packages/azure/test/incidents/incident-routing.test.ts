import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JobCommand, jobs as jobRows } from "@ringfence/core/jobs";
import type { IncidentRoutingArgs } from "../../src/incidents/args";
import { IncidentRouting } from "../../src/incidents/incident-routing";
import { heldReviews } from "../../src/incidents/reviews";
import { incidentRoutingProblems } from "../../src/incidents/routing-problems";
import type { JobsContext } from "../../src/jobs/context";
import { plain, shapeProblems } from "../azure-shapes";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

const ring = ringContextOf("prod");
const group = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-claims";
const store = `${group}/providers/Microsoft.Storage/storageAccounts/stclaims`;
const jobs: JobsContext = {
  image: `contoso.azurecr.io/ringfence-operations@sha256:${"0123456789abcdef".repeat(4)}`,
  environmentId: `${group}/providers/Microsoft.App/managedEnvironments/cae-claims`,
  storageAccountId: store,
  storageAccountName: "stclaims",
  journalTableId: `${store}/tableServices/default/tables/journal`,
  journalTable: "journal",
  auditContainerId: `${store}/blobServices/default/containers/audit`,
  auditContainer: "audit",
};
const args: IncidentRoutingArgs = {
  ring,
  jobs,
  routes: [
    { name: "team-channel", kind: "teams", secret: "team-channel", severities: ["Sev0", "Sev1", "Sev2"] },
    { name: "pager", kind: "pagerduty", secret: "pager-key" },
  ],
  rotations: [
    {
      name: "second",
      people: ["ada", "grace"],
      handover: "weekly",
      startsOn: "2026-01-05",
      handoverAt: "09:00",
      timeZone: "Europe/Stockholm",
    },
  ],
  escalations: { Sev1: [{ tells: "the second on call", rotation: "second", routes: ["pager"] }] },
  businessHours: { timeZone: "Europe/Stockholm", holidays: ["2026-12-24"] },
  maintenance: [
    {
      name: "index-rebuild",
      reason: "The search index is built anew",
      from: "2026-12-01T22:00:00",
      until: "2026-12-02T02:00:00",
      timeZone: "Europe/Stockholm",
    },
    {
      name: "patching",
      reason: "The vendor patches the scanner",
      weekly: { days: ["Sunday"], from: "23:00", until: "01:00" },
      alertRuleIds: [`${group}/providers/Microsoft.Insights/metricAlerts/scans`],
    },
  ],
  workItems: { kind: "github", place: "contoso/claims-assistant", tokenSecret: "issues-token" },
  reviews: { held: ["0123456789abcdef-20261120T030000Z"], calendar: { timeZone: "Europe/Stockholm" } },
};

let resources: RecordedResource[];
let outputs: { routerJobName: string; quietRuleIds: Record<string, string> };

beforeAll(async () => {
  ({ resources, outputs } = await recordResources(() => {
    const { routerJobName, quietRuleIds } = new IncidentRouting("incidents", args);
    return { routerJobName, quietRuleIds };
  }));
});

function inputsOf(name: string): Record<string, unknown> {
  const found = resources.filter((resource) => resource.name === name);
  expect([name, found.length]).toEqual([name, 1]);
  return plain(found[0]?.inputs ?? {}) as Record<string, unknown>;
}

test("its children, by type and name, all below the component and as Azure takes them", () => {
  const [component, ...children] = resources;
  expect(component?.type).toBe("ringfence:index:IncidentRouting");
  expect(children.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort()).toEqual([
    "ActivityLogAlert incidents-azure-azure-maintenance-planned",
    "ActivityLogAlert incidents-azure-azure-security-advisory",
    "AlertProcessingRuleByName incidents-business-hours",
    "AlertProcessingRuleByName incidents-maintenance-index-rebuild",
    "AlertProcessingRuleByName incidents-maintenance-patching",
    "Job incidents-router",
    "MetricAlert incidents-router-job-failed",
    "RoleAssignment incidents-job-reads-alerts",
    "ScheduledQueryRule incidents-router-incident-not-taken",
    "ScheduledQueryRule incidents-router-incident-review-overdue",
    "ScheduledQueryRule incidents-router-incident-router-silent",
  ]);
  for (const child of children) expect(child.parent).toBe(component?.urn);
  expect(shapeProblems(resources)).toEqual([]);
});

test("business hours keep the severities that wait quiet from evening to morning and on days without them", () => {
  expect(inputsOf("incidents-business-hours")).toMatchObject({
    alertProcessingRuleName: "apr-claims-prod-business-hours",
    location: "Global",
    properties: {
      enabled: true,
      scopes: [group],
      conditions: [
        { field: "Severity", operator: "Equals", values: ["Sev3", "Sev4"] },
        { field: "SignalType", operator: "Equals", values: ["Metric", "Log"] },
      ],
      actions: [{ actionType: "RemoveAllActionGroups" }],
      schedule: {
        timeZone: "W. Europe Standard Time",
        recurrences: [
          { recurrenceType: "Daily", startTime: "18:00:00", endTime: "08:00:00" },
          { recurrenceType: "Weekly", daysOfWeek: ["Saturday", "Sunday"] },
        ],
      },
    },
  });
});

test("a maintenance window is one rule with its reason, once or every week, for all alerts or for some", () => {
  expect(inputsOf("incidents-maintenance-index-rebuild").properties).toEqual({
    description: "Maintenance: The search index is built anew",
    enabled: true,
    scopes: [group],
    schedule: {
      effectiveFrom: "2026-12-01T22:00:00",
      effectiveUntil: "2026-12-02T02:00:00",
      timeZone: "W. Europe Standard Time",
    },
    actions: [{ actionType: "RemoveAllActionGroups" }],
  });
  expect(inputsOf("incidents-maintenance-patching").properties).toMatchObject({
    conditions: [{ field: "AlertRuleId", operator: "Equals", values: args.maintenance?.[1]?.alertRuleIds }],
    schedule: {
      timeZone: "UTC",
      recurrences: [{ recurrenceType: "Weekly", daysOfWeek: ["Sunday"], startTime: "23:00:00", endTime: "01:00:00" }],
    },
  });
});

test("the router runs every minute, reads alerts in the resource group, and is told of no secret", () => {
  const job = inputsOf("incidents-router") as {
    configuration: { scheduleTriggerConfig: { cronExpression: string } };
    template: { containers: { command: string[]; env: { name: string; value: string }[] }[] };
  };
  expect(job.configuration.scheduleTriggerConfig.cronExpression).toBe("* * * * *");
  const [container] = job.template.containers;
  expect(container?.command).toEqual(["ringfence-operations", JobCommand.RouteIncidents]);
  const told = container?.env.find(({ name }) => name === "RINGFENCE_INCIDENTS")?.value ?? "";
  expect(JSON.parse(told)).toEqual({
    routes: args.routes,
    rotations: args.rotations,
    escalations: args.escalations,
    businessHours: args.businessHours,
    maintenance: [{ from: "2026-12-01T22:00:00", until: "2026-12-02T02:00:00", timeZone: "Europe/Stockholm" }],
    workItems: args.workItems,
    reviews: args.reviews,
    runbooksUrl: ring.runbooksUrl,
    service: "claims-assistant",
    scope: group,
  });
  expect(inputsOf("incidents-job-reads-alerts")).toMatchObject({ scope: group });
  expect(jobRows[JobCommand.RouteIncidents].grants).toContain("reads-alerts");
});

test("says which rules keep quiet, and how the router is called", () => {
  expect(Object.keys(outputs.quietRuleIds)).toEqual(["index-rebuild", "patching", "business-hours"]);
  expect(outputs.routerJobName).toMatch(/^caj-claims-prod-incidents$/);
});

test("reads from a folder which incidents were reviewed: held, without a mistake", () => {
  const reviews = join(__dirname, "../../../../examples/claims-assistant/reviews");
  expect(heldReviews(reviews)).toEqual(["5c1f0a7be2d94836-20261014T073000Z"]);
  expect(heldReviews(join(reviews, "none"))).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), "reviews-"));
  const [file = ""] = readdirSync(reviews);
  const text = readFileSync(join(reviews, file), "utf8");
  writeFileSync(join(folder, "draft.md"), text.replace("status: held", "status: draft"));
  writeFileSync(join(folder, "broken.md"), text.replace("severity: Sev1", "severity: high"));
  expect(heldReviews(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test("without jobs there is no router, and what needs one is refused", () => {
  const { ring: _, jobs: __, maintenance: ___, ...needing } = args;
  expect(incidentRoutingProblems({ ring })).toEqual([]);
  expect(incidentRoutingProblems({ ring, ...needing }).map(({ path }) => path)).toEqual(Object.keys(needing));
});

test("every mistake is said at once, each with its path", () => {
  const wrong = {
    ...args,
    routes: [
      { name: "Team", kind: "email", secret: "team channel", severities: ["Sev9"] },
      { name: "pager", kind: "pagerduty" },
    ],
    rotations: [
      { name: "second", people: [], handover: "monthly", startsOn: "2026-02-30", handoverAt: "9", timeZone: "Mars" },
    ],
    escalations: { Sev0: [], Sev1: [{ tells: "", rotation: "third", routes: ["fax"] }] },
    businessHours: { timeZone: "Europe/Stockholm", from: "18:00", until: "08:00", severities: ["Sev1"] },
    maintenance: [{ name: "x", reason: "", from: "tomorrow", until: "2026-12-02T02:00:00", timeZone: "CET" }],
    workItems: { kind: "github", place: "claims" },
  } as unknown as IncidentRoutingArgs;
  expect(incidentRoutingProblems(wrong).map(({ path }) => path)).toEqual([
    "routes[0].name",
    "routes[0].kind",
    "routes[0].secret",
    "routes[0].severities[0]",
    "routes[1].secret",
    "rotations[0].people",
    "rotations[0].handover",
    "rotations[0].startsOn",
    "rotations[0].handoverAt",
    "rotations[0].timeZone",
    "escalations.Sev0",
    "escalations.Sev1[0].tells",
    "escalations.Sev1[0].rotation",
    "escalations.Sev1[0].routes[0]",
    "businessHours.until",
    "businessHours.severities[0]",
    "workItems.place",
    "workItems.tokenSecret",
    "maintenance[0].name",
    "maintenance[0].reason",
    "maintenance[0].timeZone",
    "maintenance[0].from",
  ]);
});

test.each([
  [{ from: "2026-12-02T02:00:00", until: "2026-12-01T22:00:00" }, "maintenance[0].until", "is not after"],
  [{ from: "2026-12-01T22:00:00", until: "2026-12-20T22:00:00" }, "maintenance[0].until", "over 7 days"],
  [{ from: "2026-12-01T22:00:00" }, "maintenance[0].until", "missing"],
  [{ weekly: { days: [], from: "22:00", until: "02:00" } }, "maintenance[0].weekly.days", "missing"],
  [{ weekly: { days: ["Sunday", "Sunday"], from: "22:00", until: "22:00" } }, "maintenance[0].weekly.days[1]", "twice"],
] as const)("a window like %j is refused", (window, path, words) => {
  const [problem] = incidentRoutingProblems({
    ring,
    maintenance: [{ name: "work", reason: "Work", ...window } as never],
  });
  expect(problem?.path).toBe(path);
  expect(problem?.problem).toContain(words);
});
