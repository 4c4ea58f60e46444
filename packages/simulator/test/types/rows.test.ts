import { armTypeOf, classNames, modules, resourceClass } from "../../src/sdk";
import { typeRows } from "../../src/types";
import { createWorld } from "../../src/world";

/** Every output name that azure-native has for an ARM type, over all classes at its path. */
const outputs = new Map<string, Set<string>>();
for (const module of modules()) {
  for (const name of classNames(module)) {
    const row = resourceClass({ module, name });
    if (row === undefined) continue;
    const type = armTypeOf(row.path).toLowerCase();
    outputs.set(type, new Set([...(outputs.get(type) ?? []), ...Object.keys(row.outputs)]));
  }
}

test.each(typeRows.map((row) => [row.armType]))("%s is the type of a class in azure-native", (armType) => {
  expect(outputs.has(armType.toLowerCase())).toBe(true);
});

test("no type has two rows", () => {
  const types = typeRows.map((row) => row.armType.toLowerCase());
  expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
});

test.each(typeRows.filter((row) => row.adds !== undefined).map((row) => [row.armType, row] as const))(
  "%s adds only outputs that azure-native has, and adds them without any input",
  (armType, row) => {
    const world = createWorld({ now: new Date("2026-11-21T12:00:00Z") });
    const id = `/subscriptions/${world.identity.subscriptionId}/resourceGroups/rg/providers/X/y/name`;
    const added = row.adds?.(world.contextOf({ id, inputs: {} })) ?? {};
    const known = outputs.get(armType.toLowerCase()) ?? new Set();
    expect(Object.keys(added).filter((name) => !known.has(name) && name !== "type")).toEqual([]);
  },
);
