import { JobCommand, jobGrants } from "@ringfence/core/jobs";
import { roleDefinitionId } from "@ringfence/core/roles";
import { jobRoles } from "../../src/jobs/job-roles";
import { operationsJob } from "../../src/jobs/operations-job";
import { onMessages, onSchedule } from "../../src/jobs/triggers";
import { SecretRotation } from "../../src/rotation/secret-rotation";
import { plain, shapeProblems } from "../azure-shapes";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

const image = `contoso.azurecr.io/ringfence-operations@sha256:${"0123456789abcdef".repeat(4)}`;
const ring = ringContextOf("prod");
const workspace = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log";

let resources: RecordedResource[];
beforeAll(async () => {
  ({ resources } = await recordResources(() => {
    const { jobs } = new SecretRotation("keys", { ring, image });
    const schedule = { command: JobCommand.EvaluateLevels, qualifier: "levels", trigger: onSchedule("*/5 * * * *") };
    operationsJob("evaluate", ring, jobs, { ...schedule, environment: { RINGFENCE_LEVELS: "[]" } }, {});
    const waiting = { command: JobCommand.RouteIncidents, qualifier: "incidents" };
    const trigger = onMessages(ring, jobs, "alerts", "alerts");
    operationsJob("route", ring, jobs, { ...waiting, trigger, environment: {} }, {});
    jobRoles("levels", ring, [JobCommand.EvaluateLevels], { "the ring's Log Analytics workspace": workspace }, {});
  }));
}, 60_000);

function find(name: string): RecordedResource {
  const found = resources.filter((resource) => resource.name === name);
  expect([name, found.length]).toEqual([name, 1]);
  return found[0] as RecordedResource;
}

test("a component's job runs its command in the rotation's environment, as the ring's identity, with what it is told", () => {
  const inputs = plain(find("evaluate").inputs) as Record<string, unknown>;
  const sweep = plain(find("keys-sweep").inputs) as Record<string, unknown>;
  expect(inputs).toMatchObject({
    jobName: "caj-claims-prod-levels",
    environmentId: sweep.environmentId,
    identity: sweep.identity,
    configuration: {
      triggerType: "Schedule",
      scheduleTriggerConfig: { cronExpression: "*/5 * * * *", parallelism: 1, replicaCompletionCount: 1 },
      replicaTimeout: 1800,
      replicaRetryLimit: 1,
    },
    template: { containers: [{ image, command: ["ringfence-operations", "evaluate-levels"] }] },
    tags: ring.tags,
  });
  const { containers } = inputs.template as { containers: { env: { name: string; value: string }[] }[] };
  expect(containers[0]?.env.map(({ name }) => name)).toEqual([
    "APPLICATIONINSIGHTS_CONNECTION_STRING",
    "AZURE_CLIENT_ID",
    "RINGFENCE_AUDIT_CONTAINER",
    "RINGFENCE_JOURNAL_TABLE",
    "RINGFENCE_KEY_VAULT_URI",
    "RINGFENCE_LEVELS",
    "RINGFENCE_RING",
    "RINGFENCE_STORAGE_ACCOUNT",
  ]);
});

test("a job that messages start counts them with the job's identity and runs once at a time", () => {
  const { configuration } = plain(find("route").inputs) as { configuration: Record<string, unknown> };
  expect(configuration).toMatchObject({
    triggerType: "Event",
    eventTriggerConfig: {
      parallelism: 1,
      scale: {
        maxExecutions: 1,
        rules: [
          { name: "alerts", identity: ring.jobsIdentity.id, metadata: { queueName: "alerts", queueLength: "1" } },
        ],
      },
    },
  });
});

test("it waits for the roles and the private doors of the store", () => {
  for (const job of ["evaluate", "route", "keys-sweep", "keys-rotate"]) {
    const { dependencies, inputs } = find(job);
    for (const name of ["keys-job-keeps-journal", "keys-job-writes-audit", "keys-store-table-zones"])
      expect([job, name, dependencies.some((urn) => urn.endsWith(`::${name}`))]).toEqual([job, name, true]);
    expect(String(plain(inputs.environmentId))).toContain("keys-environment");
  }
});

test("a command's roles are given where its scope is, and nowhere for the scopes that another component covers", () => {
  const roles = resources.filter(({ name }) => name.startsWith("levels-job-"));
  expect(roles.map(({ name, inputs }) => [name, plain(inputs.scope), plain(inputs.roleDefinitionId)])).toEqual([
    ["levels-job-reads-logs", workspace, roleDefinitionId(jobGrants["reads-logs"].role)],
  ]);
  expect(plain(roles[0]?.inputs.principalId)).toBe(ring.jobsIdentity.principalId);
});

test("all inputs are what Azure's types allow", () => {
  expect(shapeProblems(resources)).toEqual([]);
});

test("the jobs of a rotation are asked for only once it is made", () => {
  expect(() => Object.create(SecretRotation.prototype).jobs).toThrow("before the rotation has been made");
});
