import * as pulumi from "@pulumi/pulumi";
import { severityNames } from "@ringfence/core/severities";
import type { RingContext } from "../../src/ring/context";
import { ringContext } from "../../src/ring/context-from-stack";
import { EnvironmentRing } from "../../src/ring/environment-ring";
import { recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";
import { ringArgs, ringTags } from "./ring-args";

/** What a ring's stack puts out, as a StackReference would give it. */
async function exported(ring: "dev" | "prod"): Promise<Record<string, unknown>> {
  const program = () => ({ context: new EnvironmentRing("claims", ringArgs(ring)).context });
  const { stackOutputs } = await recordResources(program);
  return stackOutputs;
}

/** Reads a context in a program whose reference to the other stack finds these outputs. */
async function readBack(stackOutputs: Record<string, unknown>, secretOutputNames: string[] = [], preview = false) {
  const program = async () => {
    const context = await ringContext(new pulumi.StackReference("ring", { name: "contoso/claims/prod" }));
    return { context, secret: await isSecret(context.keyVaultId) };
  };
  const outputs = ({ type }: pulumi.runtime.MockResourceArgs): Record<string, unknown> =>
    type === "pulumi:pulumi:StackReference" ? { outputs: stackOutputs, secretOutputNames } : {};
  const recording = await recordResources(program, { outputs, preview, project: "assistant" });
  return recording.outputs as { context: RingContext; secret: boolean };
}

function isSecret(value: pulumi.Input<string>): Promise<boolean> {
  return pulumi.isSecret(pulumi.output(value));
}

test("what components decide by is plain and known while the program runs", async () => {
  await recordResources(
    () => {
      const { context } = new EnvironmentRing("claims", ringArgs("prod"));
      expect(context).toMatchObject({
        ring: "prod",
        name: "claims",
        suffix: expect.stringMatching(/^[a-z][a-z0-9]{4}$/),
        location: "swedencentral",
        tags: ringTags("prod"),
        settings: ringContextOf("prod").settings,
        severitiesWithReceivers: ["Sev0", "Sev1", "Sev2"],
        runbooksUrl: "https://github.com/ringfence/ringfence/blob/main/runbooks",
      });
      expect(Object.keys(context.actionGroupIds)).toEqual(["Sev0", "Sev1", "Sev2"]);
      expect(Object.keys(context.network?.privateDnsZoneIds ?? {})).toContain("privatelink.vaultcore.azure.net");
    },
    { preview: true },
  );
});

test("a closed ring's context has no network", async () => {
  await recordResources(() => {
    expect(new EnvironmentRing("claims", ringArgs("dev")).context).not.toHaveProperty("network");
  });
});

test("a stated address of runbooks loses the slash at its end", async () => {
  await recordResources(() => {
    const { context } = new EnvironmentRing(
      "claims",
      ringArgs("dev", { runbooksUrl: "https://wiki.example/runbooks/" }),
    );
    expect(context.runbooksUrl).toBe("https://wiki.example/runbooks");
  });
});

test.each(["dev", "prod"] as const)("the context of %s comes back from the stack's output as it was", async (ring) => {
  const outputs = await exported(ring);
  const here = await recordResources(() => ({ context: new EnvironmentRing("claims", ringArgs(ring)).context }));
  const { context, secret } = await readBack(outputs);
  expect(context).toEqual(here.outputs.context);
  expect(secret).toBe(false);
});

test("the context holds no secret, so other stacks read it plainly", async () => {
  expect(JSON.stringify(await exported("prod"))).not.toContain("1b47061264138c4ac30d75fd1eb44270");
});

test("what the other stack keeps secret stays secret here, but for what components decide by", async () => {
  const { context, secret } = await readBack(await exported("prod"), ["context"]);
  expect(secret).toBe(true);
  expect(context).toMatchObject({ ring: "prod", severitiesWithReceivers: ["Sev0", "Sev1", "Sev2"] });
});

test.each([true, false])("a stack without the output is named, and what to do (preview: %p)", async (preview) => {
  await expect(readBack({}, [], preview)).rejects.toThrow(
    'output "context" of stack "contoso/claims/prod" is not there: export it in that stack\'s program (export const context = ring.context) and deploy that stack before this one',
  );
});

test("an output that is no context is refused with everything that is missing", async () => {
  const good = ringContextOf("prod");
  const context = {
    ...good,
    ring: "production",
    suffix: undefined,
    tags: { ...good.tags, owner: "nobody" },
    settings: { ...good.settings, deleteLock: "yes" },
    actionGroupIds: {},
    severitiesWithReceivers: severityNames.slice(0, 1),
    network: undefined,
  };
  await expect(readBack({ context: JSON.parse(JSON.stringify(context)) })).rejects.toThrow(
    [
      'output "context" of stack "contoso/claims/prod" is not the context of a ring:',
      '  ring: "production" is not one of sandbox, dev, test, prod',
      "  suffix: missing",
      '  tags.owner: "nobody" is not an e-mail address',
      '  settings.deleteLock: "yes" is not a boolean',
      "  actionGroupIds.Sev0: missing",
      "  network.virtualNetworkId: missing",
      "  network.endpointsSubnetId: missing",
      "  network.jobsSubnetId: missing",
      "  network.privateDnsZoneIds: missing",
    ].join("\n"),
  );
});

test("an output that is not even an object is refused", async () => {
  await expect(readBack({ context: "rg-claims" })).rejects.toThrow(
    /is not the context of a ring:\n {2}: "rg-claims" is not an object/,
  );
});

test("programs in other languages get the same ids and names from the component's output", async () => {
  const program = () => {
    const ring = new EnvironmentRing("claims", ringArgs("prod"));
    return { parts: ring.parts, context: ring.context };
  };
  const { parts, context } = (await recordResources(program)).outputs;
  expect(context).toMatchObject(parts);
  expect(Object.keys(parts)).toEqual([
    "suffix",
    "tenantId",
    "subscriptionId",
    "resourceGroupName",
    "resourceGroupId",
    "logAnalyticsId",
    "applicationInsightsId",
    "applicationInsightsConnectionString",
    "actionGroupIds",
    "keyVaultName",
    "keyVaultId",
    "keyVaultUri",
    "jobsIdentity",
    "network",
  ]);
});
