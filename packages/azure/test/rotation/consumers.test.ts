import { RoleName, roleDefinitionId } from "@ringfence/core/roles";
import { ServiceLevels } from "../../src/levels/service-levels";
import { SecretRotation } from "../../src/rotation/secret-rotation";
import { plain, shapeProblems } from "../azure-shapes";
import { levelsArgs } from "../levels/levels-args";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

const ring = ringContextOf("prod");
const group = "/subscriptions/1/resourceGroups/rg-web/providers";
const site = `${group}/Microsoft.Web/sites/intake`;
const revision = `${group}/Microsoft.App/containerApps/api/revisions/api--blue`;
const reader = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const owner = (name: string) => `${group}/Microsoft.Search/searchServices/${name}`;

/** A rotation whose secrets have these consumers, and the evaluator of service levels beside it. */
function program(...consumers: (string[] | undefined)[]): () => void {
  return () => {
    const ring = ringContextOf("prod");
    const rotation = new SecretRotation("keys", {
      ring,
      image: `contoso.azurecr.io/ringfence-operations@sha256:${"0".repeat(64)}`,
      secrets: consumers.map((named, index) => ({
        name: `secret-${index}`,
        owner: owner(`srch-${index}`),
        ownerType: "Microsoft.Search/searchServices",
        consumers: named,
      })),
    });
    new ServiceLevels("levels", { ...levelsArgs(ring), jobs: rotation.jobs });
  };
}

function inputsOf(resources: readonly RecordedResource[], name: string): Record<string, unknown> {
  const found = resources.filter((resource) => resource.name === name);
  expect([name, found.length]).toEqual([name, 1]);
  return plain(found[0]?.inputs ?? {}) as Record<string, unknown>;
}

const named = (resources: readonly RecordedResource[], part: string) =>
  resources.map(({ name }) => name).filter((name) => name.includes(part));

let resources: RecordedResource[];
beforeAll(async () => {
  ({ resources } = await recordResources(program([site, "nightly", reader], [revision, site.toUpperCase()])));
});

test("the jobs may restart each consumer that can be restarted, by a role of that alone, given once on each", () => {
  const { roleDefinitionId: role, ...definition } = inputsOf(resources, "keys-restarts-consumers");
  expect(definition).toMatchObject({
    roleType: "CustomRole",
    assignableScopes: [ring.resourceGroupId, "/subscriptions/1/resourceGroups/rg-web"],
    permissions: [
      {
        actions: ["Microsoft.App/containerApps/revisions/restart/action", "Microsoft.Web/sites/restart/Action"],
        notActions: [],
        dataActions: [],
        notDataActions: [],
      },
    ],
  });
  const grants = named(resources, "keys-job-restarts-").map((name) => inputsOf(resources, name));
  expect(grants.map(({ scope }) => scope).sort()).toEqual([revision, site]);
  for (const grant of grants)
    expect(grant).toMatchObject({
      principalId: ring.jobsIdentity.principalId,
      roleDefinitionId: `/subscriptions/${ring.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    });
  expect(role).not.toBe(inputsOf(resources, "keys-renews-keys").roleDefinitionId);
  const waitedFor = resources.find(({ name }) => name === "keys-sweep")?.dependencies ?? [];
  expect(waitedFor.filter((urn) => urn.includes("::keys-job-restarts-"))).toHaveLength(2);
});

test("the restarts' names come from the consumers and not from their place in the list", async () => {
  const { resources: others } = await recordResources(program([revision], [site]));
  const assignments = (list: readonly RecordedResource[]) =>
    named(list, "keys-job-restarts-")
      .sort()
      .map((name) => [name, inputsOf(list, name).roleAssignmentName]);
  expect(assignments(others)).toEqual(assignments(resources));
});

test("the jobs see who reads a secret that has consumers, and the role for it is given once for all jobs", () => {
  expect(inputsOf(resources, "keys-job-sees-reads")).toMatchObject({
    scope: ring.logAnalyticsId,
    roleDefinitionId: expect.stringContaining(
      roleDefinitionId(RoleName.LogAnalyticsReader, "").split("/").at(-1) ?? "",
    ),
  });
  const onLogs = resources.filter(
    ({ type, inputs }) => type.endsWith(":RoleAssignment") && inputs.scope === ring.logAnalyticsId,
  );
  expect(onLogs.map(({ name }) => name)).toEqual(["keys-job-sees-reads"]);
  for (const job of ["keys-rotate", "keys-sweep", "levels-evaluate"]) {
    const found = resources.find(({ name }) => name === job);
    expect(JSON.stringify(found?.inputs)).toContain("RINGFENCE_LOG_ANALYTICS_WORKSPACE_ID");
    expect(found?.dependencies.some((urn) => urn.endsWith("::keys-job-sees-reads"))).toBe(true);
  }
});

test("without consumers nobody may restart anything, and the evaluator alone reads the logs", async () => {
  const { resources: others } = await recordResources(program(undefined, []));
  expect(named(others, "restarts")).toEqual([]);
  expect(named(others, "sees-reads")).toEqual([]);
  expect(named(others, "job-reads-logs")).toEqual(["levels-job-reads-logs"]);
  const rotate = others.find(({ name }) => name === "keys-rotate");
  expect(JSON.stringify(rotate?.inputs)).not.toContain("RINGFENCE_LOG_ANALYTICS_WORKSPACE_ID");
});

test("a preview shows the same children, and Azure's types take all inputs", async () => {
  const { resources: preview } = await recordResources(
    program([site, "nightly", reader], [revision, site.toUpperCase()]),
    { preview: true },
  );
  expect(preview.map(({ urn }) => urn).sort()).toEqual(resources.map(({ urn }) => urn).sort());
  expect(shapeProblems(resources)).toEqual([]);
});
