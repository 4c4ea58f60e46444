import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { refuse } from "../../src/refuse/refuse";

function refusal(): pulumi.InputPropertiesError {
  try {
    refuse("EnvironmentRing", "claims", [
      { path: "tags.owner", problem: "missing" },
      { path: "monthlyBudget", problem: "-1 is not more than 0" },
    ]);
  } catch (error) {
    if (pulumi.InputPropertiesError.isInstance(error)) return error;
  }
  throw new Error("nothing was refused");
}

test("good arguments are not refused", () => {
  expect(() => refuse("EnvironmentRing", "claims", [])).not.toThrow();
});

test("a refusal lists every mistake with its path under the component's name", () => {
  expect(refusal().message).toBe(
    'EnvironmentRing "claims":\n  tags.owner: missing\n  monthlyBudget: -1 is not more than 0',
  );
});

test("a refusal gives Pulumi each mistake with its property path", () => {
  expect(refusal().errors).toEqual([
    { propertyPath: "tags.owner", reason: "missing" },
    { propertyPath: "monthlyBudget", reason: "-1 is not more than 0" },
  ]);
});

test("an uncaught refusal prints each mistake once", () => {
  expect(inspect(refusal()).match(/missing/g)).toHaveLength(1);
});
