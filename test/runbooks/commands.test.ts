import { commandLine as operations } from "../../packages/operations/src/main/command-line";
import type { Surroundings } from "../../packages/operations/src/main/surroundings";
import { commandLine as ringfence } from "../../packages/rehearsal/src/cli/command-line";
import { blocks } from "./blocks";
import { knownCommandProblems } from "./known-commands";
import { ownCommandProblems } from "./own-commands";
import { shellRun } from "./shell";

test("there are commands to check", () => {
  expect(blocks.flatMap(([, block]) => shellRun(block).commands).length).toBeGreaterThan(150);
});

test.each(blocks)("%s: bash has nothing to say against it, and every command and parameter exists", (_, block) => {
  const { commands, errors } = shellRun(block);
  expect(errors).toBe("");
  expect(commands.flatMap(problemsOf)).toEqual([]);
});

function problemsOf(words: string[]): string[] {
  if (words[0] !== "npx") return knownCommandProblems(words);
  const [program, ...rest] = words.slice(1);
  if (program === "ringfence") return ownCommandProblems(ringfence(), rest);
  if (program === "ringfence-operations") return ownCommandProblems(operations(rest, nowhere), rest);
  return [`no program known as: ${program}`];
}

/** The command line is built and read, never run. */
const nowhere: Surroundings = {
  environment: {},
  print: () => undefined,
  warn: () => undefined,
  clock: { now: () => new Date(0), sleep: () => Promise.resolve() },
  connect: () => {
    throw new Error("nothing is run here");
  },
  ending: new AbortController().signal,
};

describe("the check itself finds", () => {
  const problems = (block: string) => {
    const { commands, errors } = shellRun(block);
    return [...commands.flatMap(problemsOf), ...(errors === "" ? [] : [errors])];
  };

  test.each([
    ["az monitor metric list --resource x", ["no command known as: az monitor metric list --resource x"]],
    ["az monitor metrics list --resource x --colour red", ["az monitor metrics list takes no --colour"]],
    ["az monitor metrics list --interval PT1M", ["az monitor metrics list needs --resource"]],
    ["az keyvault show vault --name x", ["no command known as: az keyvault show vault --name x"]],
    ["X=$(az group show --output tsv)", ["az group show needs --name"]],
    ["az resource show --ids x | jq .", ["no command known as: jq ."]],
    ["npx ringfence runbok", ["ringfence has no use for runbok"]],
    ["npx ringfence runbook --chek", ["ringfence runbook takes no --chek"]],
    ["npx ringfence-operations stop", ["ringfence-operations stop needs --reason"]],
  ])("what is wrong with: %s", (block, expected) => {
    expect(problems(block)).toEqual(expected);
  });

  test("an open quote, in bash's own words", () => {
    expect(problems('az group show --name "x')[0]).toMatch(/unexpected EOF/);
  });

  test("nothing wrong with continued lines, pipes, quotes and substitutions", () => {
    const block = `az cognitiveservices account keys list --resource-group "a b" --name 'c' --query key1 --output tsv \\
  | tr -d '\\n' \\
  | az keyvault secret set --vault-name "v" --name "s" --file /dev/stdin --expires "$(date -u -d '+60 days' +%Y-%m-%dT%H:%M:%SZ)"`;
    expect(problems(block)).toEqual([]);
    expect(shellRun(block).commands).toHaveLength(2);
  });
});
