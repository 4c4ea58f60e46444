import { exitCodeOf } from "../../../src/cli/outputs/exit-code";
import type { RehearsalDocument, StackRehearsal, Verdict } from "../../../src/document";
import { viewOf } from "../../../src/report/view";
import { estate, rehearsal } from "../fixture/estate";

function documentOf(...stacks: StackRehearsal[]): RehearsalDocument {
  return { version: 1, project: "claims", at: "2026-11-21T11:40:12.345Z", stacks };
}

function withVerdicts(...verdicts: Partial<Verdict>[]): StackRehearsal {
  const stack = rehearsal("prod");
  const usual = {
    pack: "p",
    rule: "r",
    outcome: "fail",
    level: "mandatory",
    severity: "high",
    message: "wrong",
  } as const;
  return { ...stack, verdicts: verdicts.map((verdict) => ({ ...usual, ...verdict })), refusals: [] };
}

test("an estate without an obstacle can be deployed, exit code 0", () => {
  const view = viewOf(estate());
  expect(view.answer).toEqual({
    state: "clear",
    headline: "sandbox, dev, test and prod can be deployed",
    reasons: [
      "222 checks passed on 42 resources, 2 advisory violations, 4 undetermined until deployment, no refusal by Azure",
    ],
  });
  expect(exitCodeOf(view, undefined)).toBe(0);
});

test("violations and refusals stop the stack that has them, exit code 1", () => {
  const view = viewOf(estate({ bad: true }));
  expect(view.answer).toEqual({
    state: "blocked",
    headline: "prod cannot be deployed; sandbox, dev and test can",
    reasons: ["prod: 4 mandatory violations and 1 refusal by Azure"],
  });
  expect(exitCodeOf(view, undefined)).toBe(1);
});

test.each([
  ["an advisory violation", { level: "advisory" }, 0],
  ["a mandatory violation", { level: "mandatory" }, 1],
  ["what a remediation left behind", { level: "remediate" }, 1],
  ["a waived violation", { outcome: "waived" }, 0],
  ["an undetermined verdict", { outcome: "undetermined" }, 0],
] as const)("%s decides the exit code", (_, verdict, code) => {
  expect(exitCodeOf(viewOf(documentOf(withVerdicts(verdict))), undefined)).toBe(code);
});

test("a program that stopped outweighs everything, exit code 2", () => {
  const view = viewOf(documentOf({ ...withVerdicts({}), programError: "Error: no\n    at x" }, rehearsal("dev")));
  expect(view.answer.reasons).toEqual(["prod: the program stopped with an error and 1 mandatory violation"]);
  expect(exitCodeOf(view, undefined)).toBe(2);
});

test("a refusal alone stops a stack", () => {
  const refusal = { urn: "u", code: "Conflict", status: 409, message: 'Status=409 Code="Conflict" Message="Taken."' };
  const view = viewOf(documentOf({ ...rehearsal("prod"), refusals: [refusal] }));
  expect(exitCodeOf(view, undefined)).toBe(1);
  expect(view.refusals).toEqual([expect.objectContaining({ code: "Conflict", message: "Taken.", stacks: ["prod"] })]);
});

test("without a pack it says that nothing judged, and does not speak of passed checks", () => {
  const { answer } = viewOf(documentOf({ ...rehearsal("prod"), packs: [], verdicts: [] }));
  expect(answer.reasons).toEqual(["13 resources, no policy pack judged, no refusal by Azure"]);
});

test("many stacks are counted and not listed", () => {
  const stacks = Array.from({ length: 7 }, (_, index) => rehearsal(`s${index}`));
  expect(viewOf(documentOf(...stacks)).answer.headline).toBe("All 7 stacks can be deployed");
});

test("what a rule says of a resource is gathered, across stacks and packs", () => {
  const urn = (stack: string) => `urn:pulumi:${stack}::claims::azure-native:keyvault:Vault::vault`;
  const dev: StackRehearsal = {
    ...withVerdicts(
      { urn: urn("dev"), message: "one", level: "advisory" },
      { urn: urn("dev"), message: "two", level: "advisory" },
    ),
    stack: "dev",
  };
  const prod = withVerdicts(
    { urn: urn("prod"), message: "one" },
    { urn: urn("prod"), message: "two" },
    { urn: urn("prod"), message: "one", pack: "q", level: "advisory" },
    { message: "the whole stack", severity: "critical" },
  );
  const { violations } = viewOf(documentOf(dev, prod));
  expect(violations).toEqual([
    {
      id: "rule-r",
      packs: ["p", "q"],
      rule: "r",
      title: "r",
      severity: "critical",
      blocks: true,
      places: [
        {
          resource: { name: "vault", type: "keyvault:Vault", urn: urn("dev") },
          what: ["one", "two"],
          stacks: [
            { stack: "dev", level: "advisory" },
            { stack: "prod", level: "mandatory" },
          ],
        },
        { what: ["the whole stack"], stacks: [{ stack: "prod", level: "mandatory" }] },
      ],
    },
  ]);
});

test("findings come the gravest first, and within a severity those that stop come first", () => {
  const stack = withVerdicts(
    { rule: "low", severity: "low" },
    { rule: "advisory", level: "advisory" },
    { rule: "stops" },
    { rule: "none", severity: "unspecified" },
    { rule: "critical", severity: "critical", level: "advisory" },
  );
  expect(viewOf(documentOf(stack)).violations.map(({ rule }) => rule)).toEqual([
    "critical",
    "stops",
    "advisory",
    "low",
    "none",
  ]);
});

test("the numbers leave out components, providers, the stack and what is only read", () => {
  expect(
    viewOf(estate()).summaries.map(({ stack, resources, components, read }) => [stack, resources, components, read]),
  ).toEqual([
    ["sandbox", 9, 2, 1],
    ["dev", 9, 2, 1],
    ["test", 11, 2, 1],
    ["prod", 13, 2, 1],
  ]);
});

test("notes are said once with their stacks: placeholders, unmodelled types, the program's warnings, a second pass", () => {
  const dev = { ...rehearsal("dev"), log: [{ severity: "warning" as const, message: "deprecated" }] };
  const changes = { create: [], update: ["urn:pulumi:prod::c::random:index:Id::id"], replace: [], delete: [], same: 3 };
  const view = viewOf(documentOf(dev, { ...rehearsal("prod"), secondPass: changes }));
  expect(view.notes).toEqual([
    { text: "claims-assistant:searchKey is encrypted; a placeholder secret stands in for it", stacks: ["dev", "prod"] },
    { text: "A second pass over the same program is not empty; it changes id", stacks: ["prod"] },
    { text: "The program logged: deprecated", stacks: ["dev"] },
    {
      text: "The simulated Azure does not know 1 type (costmanagement:View) in detail: accepted as given, refusals not checked",
      stacks: ["prod"],
    },
  ]);
  expect(view.summaries[1]?.secondPass).toEqual({ unchanged: false, text: "1 to update" });
});

test("errors that a program logs are notes, unless they only repeat why it stopped or what was refused", () => {
  const log = [{ severity: "error" as const, message: "lost the connection" }];
  const said = (stack: StackRehearsal) => viewOf(documentOf(stack)).notes.map(({ text }) => text);
  const plain = { ...rehearsal("dev"), log };
  expect(said(plain)).toContain("The program logged: lost the connection");
  expect(said({ ...plain, programError: "Error: stopped" })).not.toContain("The program logged: lost the connection");
  const refusals = [{ urn: "u", code: "Conflict", status: 409, message: "taken" }];
  expect(said({ ...plain, refusals })).not.toContain("The program logged: lost the connection");
});
