import { IncidentRouting } from "../../src/incidents/incident-routing";
import { ServiceLevels } from "../../src/levels/service-levels";
import type { MaintenanceWindowArgs } from "../../src/maintenance";
import { ServiceMonitors } from "../../src/monitors/service-monitors";
import type { RingContext } from "../../src/ring/context";
import { levelsArgs } from "../levels/levels-args";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

const window: MaintenanceWindowArgs = {
  name: "patching",
  reason: "Patches",
  weekly: { days: ["Sunday"], from: "01:00", until: "03:00" },
};

/** Makes two components in a ring, and the second one once more in a ring of its own, where nothing is in its way. */
async function second(first: (ring: RingContext) => unknown, other: (ring: RingContext) => unknown): Promise<string> {
  let message = "";
  const { resources } = await recordResources(() => {
    const ring = ringContextOf("prod");
    first(ring);
    try {
      other(ring);
    } catch (error) {
      message = (error as Error).message;
    }
    other({ ...ring });
  });
  expect(clashes(resources)).not.toEqual([]);
  return message;
}

/** Names that two resources of one type have in Azure. */
function clashes(resources: readonly RecordedResource[]): string[] {
  const names = resources.flatMap(({ type, inputs }) => {
    const { jobName, ruleName, alertProcessingRuleName, activityLogAlertName } = inputs;
    const name = jobName ?? ruleName ?? alertProcessingRuleName ?? activityLogAlertName;
    return name === undefined ? [] : [`${type} ${String(name)}`];
  });
  return names.filter((name, index) => names.indexOf(name) < index);
}

test("a second evaluator, and a second objective of a name, are refused with the one that has them", async () => {
  const levels = (name: string) => (ring: RingContext) => {
    const args = levelsArgs(ring);
    return new ServiceLevels(name, { ...args, objectives: args.objectives.slice(0, 2) });
  };
  expect(await second(levels("levels"), levels("more"))).toBe(
    [
      'ServiceLevels "more":',
      '  jobs: ServiceLevels "levels" has the evaluator of service levels in this ring already; ' +
        "give that one the objectives of this one too",
      '  objectives[0].name: ServiceLevels "levels" has the objective "answers-arrive" in this ring already; give this one another name',
      '  objectives[1].name: ServiceLevels "levels" has the objective "answers-are-quick" in this ring already; give this one another name',
    ].join("\n"),
  );
});

test("a maintenance window of a name that another component has is refused with that component", async () => {
  const message = await second(
    (ring) => new ServiceMonitors("monitors", { ring, watch: [], maintenance: [window] }),
    (ring) => new IncidentRouting("incidents", { ring, maintenance: [window] }),
  );
  expect(message).toBe(
    'IncidentRouting "incidents":\n' +
      '  maintenance[0].name: ServiceMonitors "monitors" has the maintenance window "patching" in this ring already; ' +
      "give this one another name, or leave it to that component",
  );
});

test("a second routing of incidents is refused", async () => {
  const routing = (name: string) => (ring: RingContext) => new IncidentRouting(name, { ring });
  expect(await second(routing("incidents"), routing("more"))).toBe(
    'IncidentRouting "more":\n' +
      '  ring: IncidentRouting "incidents" has the routing of incidents in this ring already; ' +
      "give that one the routes and windows of this one too",
  );
});

test("two watched things of one name are refused where their alerts are the same, and only there", async () => {
  const monitors = (name: string, type: string) => (ring: RingContext) =>
    new ServiceMonitors(name, { ring, watch: [{ name: "api", resourceId: ring.keyVaultId, type }], watchRing: false });
  expect(await second(monitors("monitors", "Microsoft.App/jobs"), monitors("more", "Microsoft.App/jobs"))).toMatch(
    /^ServiceMonitors "more":\n {2}watch\[0\]\.name: ServiceMonitors "monitors" has the alert [\w-]+ of a watched "api" in this ring already; give this one another name, or watch it there alone$/,
  );
  const { resources } = await recordResources(() => {
    const ring = ringContextOf("prod");
    monitors("monitors", "Microsoft.App/jobs")(ring);
    monitors("more", "Microsoft.KeyVault/vaults")(ring);
  });
  expect(clashes(resources)).toEqual([]);
});

test("rings do not stand in each other's way", async () => {
  const { resources } = await recordResources(() => {
    for (const name of ["test", "prod"] as const) {
      const ring = ringContextOf(name);
      new ServiceLevels(`levels-${name}`, levelsArgs(ring));
      new IncidentRouting(`incidents-${name}`, { ring, maintenance: [window] });
    }
  });
  expect(clashes(resources)).toEqual([]);
});
