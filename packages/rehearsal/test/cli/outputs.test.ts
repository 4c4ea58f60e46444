import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodeOf, failingOn } from "../../src/cli/outputs/exit-code";
import type { RehearsalDocument, Verdict } from "../../src/document";
import { viewOf } from "../../src/report";
import { exportOf } from "../judge/export-stack";
import { rehearsal } from "../report/fixture/estate";
import { packs, programs, ringfence } from "./run-cli";

jest.setTimeout(300_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringfence-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function viewWith(verdict: Partial<Verdict>, more: object = {}) {
  const usual = {
    pack: "p",
    rule: "r",
    outcome: "fail",
    level: "advisory",
    severity: "high",
    message: "wrong",
  } as const;
  const stack = { ...rehearsal("prod"), refusals: [], verdicts: [{ ...usual, ...verdict }], ...more };
  return viewOf({ version: 1, project: "p", at: "2026-11-21T11:40:12.345Z", stacks: [stack] });
}

describe("--fail-on", () => {
  test.each([
    ["an advisory violation of the severity", "high", {}, 1],
    ["a graver one", "low", {}, 1],
    ["a milder one", "critical", {}, 0],
    ["a mandatory one, however mild", "critical", { severity: "low", level: "mandatory" }, 1],
    ["a waived one", "low", { outcome: "waived" }, 0],
    ["an undetermined verdict", "low", { outcome: "undetermined" }, 0],
    ["one of a rule that states no severity", "low", { severity: "unspecified" }, 0],
  ] as const)("with %s", (_, failOn, verdict, code) => {
    expect(exitCodeOf(viewWith(verdict), failOn)).toBe(code);
  });

  test("a program that stopped stays the graver end, and why a run ends with 1 is said", () => {
    expect(exitCodeOf(viewWith({}, { programError: "Error" }), "low")).toBe(2);
    expect(failingOn(viewWith({}), "high")).toBe("✗ --fail-on high: 1 violation of severity high or graver");
    expect(failingOn(viewWith({}), undefined)).toBeUndefined();
    expect(failingOn(viewWith({ level: "mandatory" }), "high")).toBeUndefined();
  });

  test("another severity is wrong usage", () => {
    const { status, stderr } = ringfence("rehearse", `${programs}/judged`, "--fail-on", "grave");
    expect(status).toBe(2);
    expect(stderr).toContain("Allowed choices are low, medium, high, critical");
  });
});

test("rehearse writes SARIF, JUnit and Markdown where it is told to, and annotations when it is asked", () => {
  const [sarif, junit, markdown] = ["deep/rules.sarif", "rules.xml", "summary.md"].map((name) => join(folder, name));
  const { status, stdout } = ringfence(
    ...["rehearse", `${programs}/judged`, "--policy-pack", `${packs}/judge`, "--github"],
    ...["--sarif", sarif ?? "", "--junit", junit ?? "", "--markdown", markdown ?? ""],
  );
  expect(status).toBe(1);
  const log = JSON.parse(readFileSync(sarif ?? "", "utf8"));
  expect(log.version).toBe("2.1.0");
  expect(log.runs[0].results[0].locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: "packages/rehearsal/test/programs/judged/index.js" },
    region: { startLine: 5 },
  });
  expect(readFileSync(junit ?? "", "utf8")).toMatch(/^<\?xml .*\n<testsuites name="judged" tests="\d+" failures="4"/);
  expect(readFileSync(markdown ?? "", "utf8")).toMatch(/^<!-- ringfence rehearsal -->/);
  for (const file of [sarif, junit, markdown]) expect(stdout).toContain(`${file}\n`);
  expect(stdout).toContain(
    "::error file=packages/rehearsal/test/programs/judged/index.js,line=5,col=14,title=dev%3A owner::Things have an owner%0A",
  );
  expect(ringfence("rehearse", `${programs}/judged`).stdout).not.toContain("::error");
});

test("judge tells of an exported stack", () => {
  const json = join(folder, "up.json");
  ringfence("rehearse", `${programs}/judged`, "--mode", "up", "--config", "owner=me", "--json", json);
  const [stack] = (JSON.parse(readFileSync(json, "utf8")) as RehearsalDocument).stacks;
  const state = join(folder, "state.json");
  writeFileSync(state, JSON.stringify(exportOf(stack ?? rehearsal("dev"))));
  const { status, stdout } = ringfence("judge", "--state", state, "--policy-pack", `${packs}/judge`);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^Judged the state of judged · state · /);
  expect(stdout).toContain(" Keeps the rules");
  expect(stdout).toContain("! size (judge)");
  expect(stdout).toContain("✗ dev did not pass\n");
  expect(stdout).not.toContain("hunter2");
});

test("judge without a state, with a file that is none and without a pack is wrong usage", () => {
  expect(ringfence("judge")).toMatchObject({
    status: 2,
    stderr: "ringfence: required option '--state <file>' not specified; see ringfence judge --help\n",
  });
  const file = join(folder, "state.json");
  writeFileSync(file, "{}");
  expect(ringfence("judge", "--state", file)).toMatchObject({
    status: 2,
    stderr: `ringfence: ${file}: not an exported stack, it has no deployment; write one with \`pulumi stack export --file state.json\`\n`,
  });
});

test("report tells of an event log", () => {
  const urn = "urn:pulumi:prod::claims::azure-native:keyvault:Vault::vault";
  const file = join(folder, "events.json");
  const events = [
    { preludeEvent: {} },
    {
      policyEvent: {
        resourceUrn: urn,
        policyPackName: "p",
        policyName: "r",
        message: "Rule\nwrong",
        enforcementLevel: "mandatory",
        color: "raw",
      },
    },
    { summaryEvent: { isPreview: false, durationSeconds: 1, PolicyPacks: {} } },
  ];
  writeFileSync(file, events.map((event) => `${JSON.stringify({ timestamp: 1_795_261_212, ...event })}\n`).join(""));
  const { status, stdout } = ringfence("report", "--event-log", file, "--junit", join(folder, "r.xml"));
  expect(status).toBe(1);
  expect(stdout).toContain("Ran claims · up · 2026-11-21 11:40 UTC\n");
  expect(stdout).toContain("✗ prod did not go through\n");
  expect(readFileSync(join(folder, "r.xml"), "utf8")).toContain('failures="1"');
});
