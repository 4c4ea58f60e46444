import * as pulumi from "@pulumi/pulumi";
import * as fc from "fast-check";
import {
  type PrincipalArgs,
  type PrincipalType,
  principalKey,
  principalProblems,
} from "../../src/principals/principal";

const api = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

test("outputs, promises and object ids are principals", () => {
  const principals = [pulumi.output(api), Promise.resolve(api), api].map((principalId) => ({ principalId }));
  expect(principalProblems(principals)).toEqual([]);
});

test("every mistake is named with its path", () => {
  const principals = [
    { principalId: "the-api" },
    { principalId: api, principalType: "Robot" as PrincipalType, name: "Claims API" },
    {} as PrincipalArgs,
    { principalId: api, name: "web" },
    { principalId: pulumi.output(api), name: "web" },
    { principalId: api },
    { principalId: api.toUpperCase() },
  ];
  expect(principalProblems(principals)).toEqual([
    { path: "[0].principalId", problem: '"the-api" is not an object id, which is a UUID' },
    { path: "[1].principalType", problem: '"Robot" is not one of ServicePrincipal, Group, User' },
    { path: "[1].name", problem: '"Claims API" is not made of lower-case letters, digits and single hyphens' },
    { path: "[2].principalId", problem: "missing; the object id in Entra" },
    { path: "[4].name", problem: '"web" is in the list twice' },
    { path: "[6].principalId", problem: `"${api}" is in the list twice` },
  ]);
});

test("a principal is told apart by its name, else its plain id, else its place", () => {
  expect(principalKey({ principalId: api, name: "web" }, 4)).toBe("web");
  expect(principalKey({ principalId: api.toUpperCase() }, 4)).toBe(api);
  expect(principalKey({ principalId: pulumi.output(api) }, 4)).toBe("5");
});

test("principals in whatever order keep what tells them apart, when they have names or plain ids", () => {
  const principal = fc.oneof(
    fc.record({ principalId: fc.uuid() }),
    fc.record({ principalId: fc.uuid(), name: fc.stringMatching(/^[a-z]{3,8}$/) }),
  );
  fc.assert(
    fc.property(fc.array(principal), (principals) => {
      const reversed = principals.toReversed().map(principalKey);
      expect(reversed.toReversed()).toEqual(principals.map(principalKey));
    }),
  );
});
