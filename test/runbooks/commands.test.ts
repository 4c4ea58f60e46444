import { commandLine as operations } from "../../packages/operations/src/main/command-line";
import type { Surroundings } from "../../packages/operations/src/main/surroundings";
import { commandLine as ringfence } from "../../packages/rehearsal/src/cli/command-line";
import { blocks, mentions } from "./blocks";
import {
  knownCommandName,
  knownCommandNames,
  knownCommandProblems,
  sourceProblems,
  unconfirmedCommands,
} from "./known-commands";
import { ownCommandProblems } from "./own-commands";
import { shellRun } from "./shell";

const runs = blocks.map(([file, block]) => [file, shellRun(block)] as const);
const namings = mentions.map(([file, commands]) => [file, shellRun(commands)] as const);

test("there are commands to check", () => {
  expect(runs.flatMap(([, { commands }]) => commands).length).toBeGreaterThan(150);
  expect(namings.flatMap(([, { commands }]) => commands).length).toBeGreaterThan(50);
});

test.each(runs)("%s: bash has nothing to say against it, and every command and parameter exists", (_, run) => {
  expect(run.errors).toBe("");
  expect(run.commands.flatMap(problemsOf)).toEqual([]);
});

test.each(namings)("%s: every command and parameter that its sentences name exists", (_, run) => {
  expect(run.errors).toBe("");
  expect(run.commands.flatMap(problemsOf)).toEqual([]);
});

describe("the commands that are not ours", () => {
  test.each(knownCommandNames)("%s says where it was read", (name) => {
    expect(sourceProblems(name)).toEqual([]);
  });

  test("each is in a runbook", () => {
    const used = new Set([...runs, ...namings].flatMap(([, { commands }]) => commands.map(knownCommandName)));
    expect(knownCommandNames.filter((name) => !used.has(name))).toEqual([]);
  });

  test("a row without a source, or with one that nobody can look up, is refused", () => {
    expect(sourceProblems("az x", [])).toEqual(["az x names no source; look it up, or say unconfirmed"]);
    expect(sourceProblems("az x", ["reference"])).toEqual(["az x names a source that nobody can look up: reference"]);
    expect(sourceProblems("az x", ["unconfirmed", "https://learn.microsoft.com/cli"])).toEqual([
      "az x names a source that nobody can look up: unconfirmed",
    ]);
    expect(sourceProblems("az x", ["unconfirmed"])).toEqual([]);
  });

  afterAll(() => {
    const which = unconfirmedCommands.map((name) => `\n  ${name}`).join("");
    process.stdout.write(`${unconfirmedCommands.length} of ${knownCommandNames.length} commands unconfirmed${which}\n`);
  });
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
