import { join } from "node:path";
import type { StackRehearsal } from "@ringfence/rehearsal/document";
import { rehearse } from "@ringfence/rehearsal/engine";
import { type ExpectedStack, expectedPrograms } from "./expected-programs";

/** Each program is a process of its own, run twice; the machine may be busy. */
jest.setTimeout(180_000);

/** What no document may contain: a program's secret configuration, whatever it does with it. */
const PLANTED = "planted-smtp-password";

/** Checking the programs' types would double the time and is proved in the engine's own tests. */
let transpileOnly: string | undefined;
beforeAll(() => {
  transpileOnly = process.env.PULUMI_NODEJS_TRANSPILE_ONLY;
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
});
afterAll(() => {
  if (transpileOnly === undefined) delete process.env.PULUMI_NODEJS_TRANSPILE_ONLY;
  else process.env.PULUMI_NODEJS_TRANSPILE_ONLY = transpileOnly;
});

function typesAndNames({ resources }: StackRehearsal): string[] {
  return resources
    .map(({ urn }) => urn.split("::").slice(2).join("::"))
    .filter((each) => !/^pulumi:(pulumi:Stack|providers:[a-z-]+::default)/.test(each))
    .sort();
}

function expectSettled(stack: StackRehearsal, expected: ExpectedStack): void {
  expect(stack.programError).toBeUndefined();
  expect(stack.refusals).toEqual([]);
  expect(typesAndNames(stack)).toEqual([...expected.resources].sort());
  expect(stack.secondPass).toMatchObject({ create: [], update: [], replace: [], delete: [] });
  expect(JSON.stringify(stack)).not.toContain(PLANTED);
}

describe.each(Object.entries(expectedPrograms))("%s", (name, stacks) => {
  const directory = join(__dirname, "programs", name);

  test.each(["up", "preview"] as const)("rehearses unchanged in mode %s", async (mode) => {
    const document = await rehearse({ directory, mode, twice: true, policyPacks: [] });
    expect(document.stacks.map(({ stack }) => stack)).toEqual(Object.keys(stacks));
    for (const stack of document.stacks) {
      const expected = stacks[stack.stack] as ExpectedStack;
      expectSettled(stack, expected);
      expect(stack.outputs).toEqual(expected[mode]);
      const unknownIds = stack.resources.filter(({ custom, id }) => custom && id === undefined);
      if (mode === "up") {
        expect(unknownIds).toEqual([]);
        expect(JSON.stringify(stack)).not.toContain("<unknown>");
      } else expect(unknownIds).not.toEqual([]);
    }
  });
});
