import { rehearseProgram } from "./rehearse-program";

describe("a cloud that refuses", () => {
  test("fails the resource and what depends on it, and nothing else", async () => {
    const { stack, cloud } = await rehearseProgram("refused");
    expect(stack.refusals).toEqual(
      expect.arrayContaining([
        {
          urn: "urn:pulumi:dev::refused::echo:index:Thing::deployment",
          code: "RequestConflict",
          status: 409,
          message: "Another operation is being performed.",
        },
        {
          urn: "urn:pulumi:dev::refused::echo:index:Thing::bad",
          code: "InvalidInput",
          status: 0,
          message: "invalid: sku 'XL' is not one of S, M",
        },
      ]),
    );
    expect(stack.refusals).toHaveLength(2);
    expect(stack.programError).toBeUndefined();
    const things = stack.resources.filter(({ type }) => type === "echo:index:Thing").map(({ name }) => name);
    expect(things.sort()).toEqual(["account", "unrelated"]);
    expect(cloud.mostAtOnce()).toBe(2);
  });

  test("refuses invalid inputs in a preview as well", async () => {
    const { stack } = await rehearseProgram("refused", { mode: "preview" });
    expect(stack.refusals.map(({ urn, code }) => [urn.split("::").at(-1), code])).toEqual([["bad", "InvalidInput"]]);
  });

  test("has no second pass to show", async () => {
    const { stack } = await rehearseProgram("refused", { twice: true });
    expect(stack.secondPass).toBeUndefined();
    expect(stack.notes).toContain("There was no second pass: the first did not succeed.");
  });
});

describe("a program that fails", () => {
  const failing = async (how: string, timeoutMinutes?: number) =>
    (await rehearseProgram("failing", { config: { how }, timeoutMinutes })).stack;

  test("is quoted with its own stack trace", async () => {
    const { programError, resources } = await failing("throw");
    expect(programError).toContain("Error: the region is missing");
    expect(programError).toMatch(/at .*programs\/failing\/index\.js:7:11/);
    expect(programError).not.toContain("\u001b");
    expect(resources.map(({ name }) => name)).toContain("before");
  });

  test.each([
    ["reject", "Error: the look-up failed"],
    ["run-error", "set config first"],
    ["exit", "The program exited with code 3.\ngiving up for a reason"],
    [
      "duplicate",
      "Duplicate resource URN 'urn:pulumi:dev::failing::echo:index:Thing::before'; try giving it a unique name",
    ],
  ])("by %s says why", async (how, expected) => {
    expect((await failing(how)).programError).toContain(expected);
  });

  test("to end is stopped", async () => {
    expect((await failing("hang", 0.04)).programError).toBe("The program did not end within 2.4 s and was stopped.");
  });
});
