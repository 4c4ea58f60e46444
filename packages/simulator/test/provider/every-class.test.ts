import { AzureProvider } from "../../src/provider/azure/azure-provider";
import { azureType } from "../../src/provider/azure/azure-type";
import { classNames, modules, resourceId } from "../../src/sdk";
import type { Properties } from "../../src/values";
import { createWorld } from "../../src/world";

/** Rows that judge what is in the inputs, and so refuse inputs that are only filled in by name. */
const demanding = new Set([
  "authorization:ManagementLockAtResourceGroupLevel",
  "authorization:ManagementLockAtResourceLevel",
  "authorization:ManagementLockAtSubscriptionLevel",
  "authorization:ManagementLockByScope",
  "authorization:RoleAssignment",
  "cognitiveservices:Account",
  "cognitiveservices:Project",
  "containerregistry:Registry",
  "search:Service",
  "storage:StorageAccount",
]);

const config = {};
const all = modules().flatMap((module) => classNames(module).map((name) => `${module}:${name}`));

/** Something for every required input and every part of the id. */
function filledIn(type: NonNullable<ReturnType<typeof azureType>>): Properties {
  const inputs: Properties = {};
  for (const [name, required] of type.inputs) if (required) inputs[name] = "thing1";
  for (const [, name = ""] of type.row.path.matchAll(/\{([^}]+)\}/g)) {
    if (name === "policy.objectId") inputs.policy = { objectId: "thing1" };
    else if (name !== "subscriptionId") inputs[name] = "thing1";
  }
  for (const scope of ["scope", "resourceUri", "resourceId"]) {
    if (inputs[scope] !== undefined)
      inputs[scope] = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/r";
  }
  return inputs;
}

test("every class of azure-native is there", () => {
  expect(all.length).toBeGreaterThan(2200);
});

test.each(modules())(
  "%s: every class is checked, previewed, created, unchanged, read back the same and deleted",
  async (module) => {
    for (const name of classNames(module)) {
      const token = `azure-native:${module}:${name}`;
      const type = azureType(token);
      if (type === undefined) throw new Error(`no type ${token}`);
      const world = createWorld({ now: new Date("2026-11-21T12:00:00Z"), operationMilliseconds: 0 });
      const provider = new AzureProvider(world);
      const about = { urn: `urn:pulumi:dev::every-class::${token}::thing`, type: token, name: "thing", config };
      const seed = new Uint8Array(32);
      const checked = provider.check({ ...about, oldInputs: {}, inputs: filledIn(type), seed });
      expect({ token, failures: checked.failures }).toEqual({ token, failures: [] });
      const inputs = checked.inputs;
      const preview = await provider.create({ ...about, inputs, preview: true });
      expect(preview.id).toBe("");
      if (demanding.has(`${module}:${name}`)) continue;
      const id = resourceId(type.row.path, world.identity.subscriptionId, inputs) ?? "";
      const segments = id.split("/");
      for (let end = 5; end < segments.length; end += 1) world.assume(segments.slice(0, end).join("/"), "", {});
      const created = await provider.create({ ...about, inputs, preview: false });
      const again = provider.check({ ...about, oldInputs: inputs, inputs: filledIn(type), seed });
      const diff = provider.diff({
        ...about,
        id,
        oldInputs: inputs,
        oldOutputs: created.outputs,
        inputs: again.inputs,
        ignoreChanges: [],
      });
      expect({ token, changes: [...diff.changes.keys()] }).toEqual({ token, changes: [] });
      const read = await provider.read({ ...about, id: created.id, oldInputs: inputs, oldOutputs: created.outputs });
      expect({ token, read }).toEqual({ token, read: { id: created.id, inputs, outputs: created.outputs } });
      await provider.remove({ ...about, id: created.id, inputs, outputs: created.outputs });
      expect({ token, left: world.resource(created.id) }).toEqual({ token, left: undefined });
    }
  },
);
