import { isAzureOwner, SecretOwnerType, secretOwner, secretOwners } from "../../src/secret-owners";

test("every kind of owner has one row", () => {
  expect(secretOwners.map(({ type }) => type)).toEqual(Object.values(SecretOwnerType));
});

test.each(secretOwners)("$type has two slots and a way to be allowed", (row) => {
  expect(row.slots[0]).not.toBe(row.slots[1]);
  expect(row.actions.length > 0).toBe(row.otherwise === undefined);
  expect(isAzureOwner(row.type)).toBe(row.type.startsWith("Microsoft.") && !row.type.startsWith("Microsoft.Graph"));
});

test.each(secretOwners.filter(({ type }) => isAzureOwner(type)))(
  "$type asks for no wildcard and no deletion of the service",
  ({ actions }) => {
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
    expect(actions.filter((action) => /delete$/i.test(action) && !/keys?\/delete$/i.test(action))).toEqual([]);
    expect(actions.some((action) => /\/read$/i.test(action))).toBe(true);
  },
);

test("a type without a row is refused by name", () => {
  expect(() => secretOwner("Contoso.Vendor/keys" as SecretOwnerType)).toThrow("Contoso.Vendor/keys");
});
