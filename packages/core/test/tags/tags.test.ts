import { ringNames } from "@ringfence/core/rings";
import {
  BusinessCriticality,
  DataSensitivity,
  operationalTagNames,
  operationalTags,
  type TagsArgs,
  tagProblems,
  tagRows,
} from "@ringfence/core/tags";
import fc from "fast-check";

const good: TagsArgs = {
  service: "claims-assistant",
  owner: "claims-platform@contoso.example",
  dataSensitivity: "confidential",
  costCenter: "CC-4711",
  businessCriticality: "high",
};
const full = operationalTags(good, "prod");

test("the tag set is the user's five and the ring", () => {
  expect(full).toEqual({ ...good, environment: "prod" });
  expect(Object.keys(full).sort()).toEqual([...operationalTagNames].sort());
  expect(tagProblems({ ...full })).toEqual([]);
});

test("what else the user's tags hold does not reach the set", () => {
  expect(operationalTags({ ...good, environment: "dev", extra: "x" } as TagsArgs, "prod")).toEqual(full);
});

test("without tags, all six are missing, each with what it is for and what it may hold", () => {
  const problems = tagProblems(undefined);
  expect(problems.map(({ path }) => path)).toEqual(operationalTagNames);
  expect(problems[1]).toEqual({
    path: "owner",
    problem: "missing; the address of the team that answers for this service (an e-mail address)",
  });
  expect(tagProblems({})).toEqual(problems);
});

test("a user's arguments are not asked for the ring", () => {
  const asked = operationalTagNames.filter((name) => name !== "environment");
  expect(tagProblems({ ...good }, asked)).toEqual([]);
});

test.each([
  ["service", "Claims", '"Claims" is not 2 to 40 lower-case letters, digits and hyphens, starting with a letter'],
  ["service", "x", '"x" is not 2 to 40 lower-case letters, digits and hyphens, starting with a letter'],
  ["owner", "somebody", '"somebody" is not an e-mail address'],
  ["owner", "", "empty; the address of the team that answers for this service (an e-mail address)"],
  ["owner", "   ", "empty; the address of the team that answers for this service (an e-mail address)"],
  ["dataSensitivity", "secret", '"secret" is not one of public, internal, confidential, restricted'],
  ["dataSensitivity", "Public", '"Public" is not one of public, internal, confidential, restricted'],
  ["environment", "staging", '"staging" is not one of sandbox, dev, test, prod'],
  ["costCenter", "CC 4711", '"CC 4711" is not 2 to 32 letters, digits, hyphens and underscores'],
  ["costCenter", 4711, "4711 is not a string; give 2 to 32 letters, digits, hyphens and underscores"],
  [
    "businessCriticality",
    null,
    "missing; how much the business suffers when the service is gone (low, medium, high, mission-critical)",
  ],
  ["owner", `${"a".repeat(250)}@x.example`, "260 characters long; Azure allows 256"],
])("%s: %j is refused", (tag, value, problem) => {
  expect(tagProblems({ ...full, [tag]: value })).toEqual([{ path: tag, problem }]);
});

test("closed sets are the types' own", () => {
  const values = Object.fromEntries(tagRows.map((row) => [row.name, row.values]));
  expect(values).toEqual({
    service: undefined,
    owner: undefined,
    dataSensitivity: Object.values(DataSensitivity),
    environment: ringNames,
    costCenter: undefined,
    businessCriticality: Object.values(BusinessCriticality),
  });
});

test("whatever is given, each tag has at most one problem, in the order of the table, and none is a crash", () => {
  const anything = fc.dictionary(fc.oneof(fc.constantFrom(...operationalTagNames), fc.string()), fc.jsonValue());
  fc.assert(
    fc.property(anything, (tags) => {
      const paths = tagProblems(tags).map(({ path }) => path);
      expect(paths).toEqual(operationalTagNames.filter((name) => paths.includes(name)));
    }),
  );
});

test("a value of a closed set passes exactly when it is in it", () => {
  for (const { name, values } of tagRows)
    if (values !== undefined)
      fc.assert(
        fc.property(fc.oneof(fc.constantFrom(...values), fc.string()), (value) => {
          expect(tagProblems({ ...full, [name]: value }).length === 0).toBe(values.includes(value));
        }),
      );
});
