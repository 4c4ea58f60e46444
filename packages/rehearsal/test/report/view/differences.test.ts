import type { StackRehearsal } from "../../../src/document";
import { capacities } from "../../../src/report/view/capacities";
import { differencesBetween } from "../../../src/report/view/differences";
import { logicalResources } from "../../../src/report/view/logical-resource";
import { estate, rehearsal } from "../fixture/estate";

const vault = "urn:pulumi:STACK::claims::azure-native:keyvault:Vault::vault";

/** Stacks with one vault each, with these inputs. */
function vaults(inputs: Record<string, Record<string, unknown>>): StackRehearsal[] {
  return Object.entries(inputs).map(([stack, bag]) => {
    const empty = rehearsal(stack);
    const [any] = empty.resources.filter(({ type }) => type === "azure-native:keyvault:Vault");
    if (!any) throw new Error("the fixture has no vault");
    return { ...empty, resources: [{ ...any, urn: vault.replace("STACK", stack), name: "vault", inputs: bag }] };
  });
}

function differences(stacks: readonly StackRehearsal[]) {
  return differencesBetween(
    stacks.map(({ stack }) => stack),
    logicalResources(stacks),
  );
}

test("a value that differs is found with its path; what is alike is left out", () => {
  const found = differences(vaults({ dev: { a: { b: 1, c: [1, 2] } }, prod: { a: { b: 2, c: [1, 2] } } }));
  expect(found.properties).toEqual([
    { resources: [expect.objectContaining({ name: "vault" })], rows: [{ path: "a.b", values: ["1", "2"] }] },
  ]);
  expect(found.onlyNames).toBe(0);
});

test("the stack's own name, its abbreviation and generated ids are counted and not shown", () => {
  const found = differences(
    vaults({
      sandbox: { name: "kv-sbx-1", env: "sandbox", id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301" },
      prod: { name: "kv-prod-2", env: "prod", id: "3f2504e0-4f89-41d3-9a0c-0305e82c3302" },
    }),
  );
  expect(found).toEqual({ presence: [], properties: [], onlyNames: 3 });
});

test("a row more in a list does not make the rows after it different", () => {
  const row = (name: string) => ({ name, port: 443 });
  const found = differences(vaults({ dev: { rules: [row("b")] }, prod: { rules: [row("a"), row("b")] } }));
  expect(found.properties[0]?.rows).toEqual([
    { path: "rules[a].name", values: [undefined, "a"] },
    { path: "rules[a].port", values: [undefined, "443"] },
  ]);
});

test("an object that only some stacks have is one row", () => {
  const found = differences(vaults({ dev: { x: 1 }, prod: { x: 1, alert: { on: true, at: 120, of: "Actual" } } }));
  expect(found.properties[0]?.rows).toEqual([{ path: "alert", values: [undefined, "3 properties"] }]);
});

test("long texts are cut around the first place where they differ", () => {
  const text = (end: string) => `${"same ".repeat(50)}${end}${" tail".repeat(50)}`;
  const [row] =
    differences(vaults({ dev: { text: text("ONE") }, prod: { text: text("TWO") } })).properties[0]?.rows ?? [];
  expect(row?.values[0]).toContain("ONE");
  expect(row?.values[1]).toContain("TWO");
  for (const value of row?.values ?? []) expect(value?.length).toBeLessThan(90);
});

test("what Pulumi keeps for itself is no difference", () => {
  expect(differences(vaults({ dev: { __defaults: [] }, prod: { __defaults: ["x"] } })).properties).toEqual([]);
});

test("resources that only some stacks have are grouped by the stacks that have them", () => {
  const { presence } = differences(estate().stacks.filter(({ stack }) => stack !== "sandbox"));
  expect(presence).toEqual([
    {
      stacks: ["prod", "test"],
      count: 2,
      types: [
        { type: "network:VirtualNetwork", names: ["claims-network"] },
        { type: "network:PrivateEndpoint", names: ["claims-vault-endpoint"] },
      ],
    },
    {
      stacks: ["prod"],
      count: 2,
      types: [
        { type: "authorization:ManagementLockByScope", names: ["claims-lock"] },
        { type: "cognitiveservices:Deployment", names: ["assistant-chat-ptu"] },
      ],
    },
  ]);
});

test("one stack differs from nothing", () => {
  expect(differences(vaults({ dev: { a: 1 } }))).toEqual({ presence: [], properties: [], onlyNames: 0 });
});

test("what decides the cost is found in created resources and said once for those alike", () => {
  const bag = (capacity: number) => ({ sku: { name: "S0", capacity }, kind: "x", model: { name: "m", format: "f" } });
  expect(capacities(logicalResources(vaults({ dev: bag(1), prod: bag(9) })))).toEqual([
    {
      resources: [expect.objectContaining({ name: "vault" })],
      rows: [
        { path: "model.name", values: ["m", "m"] },
        { path: "sku.capacity", values: ["1", "9"] },
        { path: "sku.name", values: ["S0", "S0"] },
      ],
    },
  ]);
  const [stack] = vaults({ dev: bag(1) });
  if (!stack) throw new Error("no stack");
  const read = { ...stack, resources: stack.resources.map((resource) => ({ ...resource, read: true })) };
  expect(capacities(logicalResources([read]))).toEqual([]);
});
