import * as pulumi from "@pulumi/pulumi";
import { EnvironmentRing } from "../../src/ring/environment-ring";
import type { OnCallArgs } from "../../src/ring/on-call";
import { plain } from "../azure-shapes";
import { recordResources } from "../recorded-resources";
import { ringArgs, ringTags } from "./ring-args";

async function groups(onCall: OnCallArgs | undefined) {
  const { resources } = await recordResources(() => void new EnvironmentRing("claims", ringArgs("dev", { onCall })));
  return resources
    .filter(({ type }) => type === "azure-native:monitor:ActionGroup")
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

const ALERT_SCHEMA = { useCommonAlertSchema: true };

test("a severity's group has all its receivers under names that are unique in it", async () => {
  const [group, ...others] = await groups({
    Sev2: [
      { email: "one@contoso.example" },
      { webhook: "https://pager.contoso.example/a?key=1" },
      { email: "two@contoso.example" },
      {
        logicApp: {
          resourceId: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Logic/workflows/w",
          callbackUrl: "https://l.example",
        },
      },
      { azureApp: "three@contoso.example" },
    ],
  });
  expect(others).toEqual([]);
  expect(plain(group?.inputs)).toEqual({
    actionGroupName: "ag-claims-dev-sev2",
    resourceGroupName: "rg-claims-dev",
    location: "global",
    groupShortName: "dev-Sev2",
    enabled: true,
    emailReceivers: [
      { name: "email-1", emailAddress: "one@contoso.example", ...ALERT_SCHEMA },
      { name: "email-2", emailAddress: "two@contoso.example", ...ALERT_SCHEMA },
    ],
    webhookReceivers: [{ name: "webhook-1", serviceUri: "https://pager.contoso.example/a?key=1", ...ALERT_SCHEMA }],
    logicAppReceivers: [
      {
        name: "logicapp-1",
        resourceId: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Logic/workflows/w",
        callbackUrl: "https://l.example",
        ...ALERT_SCHEMA,
      },
    ],
    azureAppPushReceivers: [{ name: "azureapp-1", emailAddress: "three@contoso.example" }],
    tags: ringTags("dev"),
  });
});

test("a severity that says so gets a group of its own with another's receivers beside its own", async () => {
  const [urgent, also] = await groups({
    Sev0: [{ email: "pager@contoso.example" }],
    Sev1: [{ sameAs: "Sev0" }, { email: "team@contoso.example" }],
  });
  expect(urgent?.inputs).toMatchObject({
    groupShortName: "dev-Sev0",
    emailReceivers: [{ emailAddress: "pager@contoso.example" }],
  });
  expect(also?.inputs).toMatchObject({
    groupShortName: "dev-Sev1",
    emailReceivers: [{ emailAddress: "pager@contoso.example" }, { emailAddress: "team@contoso.example" }],
  });
});

test("short names fit Azure's twelve characters in every ring and tell severities apart", async () => {
  const onCall = { Sev0: [{ email: "a@b.example" }], Sev4: [{ email: "a@b.example" }] };
  for (const ring of ["sandbox", "dev", "test", "prod"] as const) {
    const args = ringArgs(ring, { onCall: { ...onCall, Sev1: [{ sameAs: "Sev0" }] } });
    const { resources } = await recordResources(() => void new EnvironmentRing("claims", args));
    const names = resources.flatMap(({ inputs }) => (inputs.groupShortName as string | undefined) ?? []);
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(12);
  }
});

test("addresses that may hold a key are secret, in the group and in the component's own inputs", async () => {
  const webhook = "https://pager.contoso.example/a?key=planted";
  const callbackUrl = pulumi.output("https://logic.example/?sig=planted");
  const resourceId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Logic/workflows/w";
  const onCall = {
    Sev0: [{ webhook }, { logicApp: { resourceId, callbackUrl } }],
    Sev1: [{ sameAs: "Sev0" as const }],
  };
  const { resources } = await recordResources(() => void new EnvironmentRing("claims", ringArgs("prod", { onCall })));
  const holders = resources.filter(({ inputs }) => JSON.stringify(inputs).includes("planted"));
  expect(holders.map(({ name }) => name).toSorted()).toEqual(["claims", "claims-sev0", "claims-sev1"]);
  for (const { inputs } of holders) expect(JSON.stringify(withoutSecrets(inputs))).not.toContain("planted");
});

test("a ring without on-call has no groups", async () => {
  expect(await groups(undefined)).toEqual([]);
});

/** Cuts out what Pulumi marks as secret. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  if ("4dabf18193072939515e22adb298388d" in value) return "[secret]";
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]));
}
