import { EnvironmentRing } from "../../src/ring/environment-ring";
import { plain } from "../azure-shapes";
import { recordResources } from "../recorded-resources";
import { ringArgs, ringTags } from "./ring-args";

async function alertsOf(args: ReturnType<typeof ringArgs>) {
  const { resources } = await recordResources(() => void new EnvironmentRing("claims", args));
  return resources.filter(({ type }) => type === "azure-native:monitor:ActivityLogAlert");
}

const group = (severity: string) =>
  `/subscriptions/00000000-0000-4000-8000-000000000000/azure-native:monitor:ActionGroup/claims-${severity}`;
const told = (severity: string) => ({ actions: { actionGroups: [{ actionGroupId: group(severity) }] } });

test("Azure's own incidents in the subscription are told to prod's Sev1 receivers, with the runbook", async () => {
  const [alert, ...others] = await alertsOf(ringArgs("prod", { runbooksUrl: "https://wiki.example/runbooks/" }));
  const runbook = "https://wiki.example/runbooks/region-outage.md";
  expect(others).toEqual([]);
  expect(alert?.name).toBe("claims-service-health");
  expect(plain(alert?.inputs ?? {})).toEqual({
    activityLogAlertName: "ala-claims-prod-service-health",
    resourceGroupName: "rg-claims-prod",
    location: "global",
    description: `Azure reports an incident of its own that touches this subscription. Runbook: ${runbook}`,
    enabled: true,
    scopes: ["/subscriptions/00000000-0000-4000-8000-000000000000"],
    condition: {
      allOf: [
        { field: "category", equals: "ServiceHealth" },
        { field: "properties.incidentType", equals: "Incident" },
      ],
    },
    actions: {
      actionGroups: [
        {
          actionGroupId: group("sev1"),
          webhookProperties: { alert: "service-health", ring: "prod", runbook, service: "claims-assistant" },
        },
      ],
    },
    tags: { ...ringTags("prod"), alert: "service-health", severity: "Sev1", runbook },
  });
});

test("a severity without receivers is told to the next one that has some", async () => {
  const email = [{ email: "claims-ops@contoso.example" }];
  expect(await alertsOf(ringArgs("test"))).toMatchObject([{ inputs: told("sev2") }]);
  expect(await alertsOf(ringArgs("dev", { onCall: { Sev0: email } }))).toMatchObject([{ inputs: told("sev0") }]);
});

test("where nobody can be told there is no alert", async () => {
  expect(await alertsOf(ringArgs("sandbox", { onCall: undefined }))).toEqual([]);
});
