import { EnvironmentRing } from "../../src/ring/environment-ring";
import { recordResources } from "../recorded-resources";
import { ringArgs } from "./ring-args";

async function budget(args: ReturnType<typeof ringArgs>) {
  const { resources } = await recordResources(() => void new EnvironmentRing("claims", args));
  const found = resources.find(({ type }) => type === "azure-native:consumption:Budget");
  if (!found) throw new Error("there is no budget");
  return found;
}

const group = (name: string) =>
  `/subscriptions/00000000-0000-4000-8000-000000000000/azure-native:monitor:ActionGroup/claims-${name}`;
const told = (threshold: number, thresholdType: string, severity: string) => ({
  enabled: true,
  operator: "GreaterThanOrEqualTo",
  threshold,
  thresholdType,
  contactEmails: ["claims-platform@contoso.example"],
  contactGroups: [group(severity)],
});

test("prod's five thresholds go to the owner and to the receivers of their severities, or of the next that has some", async () => {
  expect((await budget(ringArgs("prod"))).inputs).toEqual({
    budgetName: "budget-claims-prod",
    scope: "/subscriptions/00000000-0000-4000-8000-000000000000/azure-native:resources:ResourceGroup/claims-group",
    category: "Cost",
    amount: 4000,
    timeGrain: "Monthly",
    timePeriod: { startDate: "2026-11-01T00:00:00Z" },
    notifications: {
      "actual-50-percent": told(50, "Actual", "sev2"),
      "actual-80-percent": told(80, "Actual", "sev2"),
      "forecasted-100-percent": told(100, "Forecasted", "sev2"),
      "actual-100-percent": told(100, "Actual", "sev2"),
      "actual-120-percent": told(120, "Actual", "sev1"),
    },
  });
});

test("a ring without receivers tells the owner alone", async () => {
  const { inputs } = await budget(ringArgs("sandbox", { onCall: undefined }));
  const notifications = Object.values(inputs.notifications as Record<string, object>);
  expect(notifications).toHaveLength(2);
  for (const notification of notifications)
    expect(notification).toMatchObject({ contactEmails: ["claims-platform@contoso.example"], contactGroups: [] });
});

test("Azure's limit of five thresholds holds in every ring", async () => {
  for (const ring of ["sandbox", "dev", "test", "prod"] as const) {
    const { inputs } = await budget(ringArgs(ring));
    expect(Object.keys(inputs.notifications as object).length).toBeLessThanOrEqual(5);
  }
});

describe("in another month", () => {
  afterEach(() => void jest.useRealTimers());

  test("the first month is the one of the first deployment, and later deployments ignore theirs", async () => {
    jest.useFakeTimers({
      now: new Date("2027-01-31T23:30:00Z"),
      doNotFake: ["nextTick", "setImmediate", "setTimeout", "queueMicrotask"],
    });
    const { inputs, ignoreChanges } = await budget(ringArgs("prod", { budgetFrom: undefined }));
    expect(inputs.timePeriod).toEqual({ startDate: "2027-01-01T00:00:00Z" });
    expect(ignoreChanges).toEqual(["timePeriod"]);
  });

  test("a stated month stays as it is", async () => {
    jest.useFakeTimers({
      now: new Date("2027-01-31T23:30:00Z"),
      doNotFake: ["nextTick", "setImmediate", "setTimeout", "queueMicrotask"],
    });
    const { inputs } = await budget(ringArgs("prod", { budgetFrom: "2026-12" }));
    expect(inputs.timePeriod).toEqual({ startDate: "2026-12-01T00:00:00Z" });
  });
});
