import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Verdict } from "../../src/document";
import { UsageError } from "../../src/engine";
import { rehearseProgram } from "./rehearse-program";

const packs = join(__dirname, "../packs");
const urn = (path: string) => `urn:pulumi:dev::judged::${path}`;
const base = urn("echo:index:Thing::base");
const child = urn("test:index:Group$echo:index:Thing::child");

/** A configuration file for a pack. */
function configFile(config: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), "rehearsal-")), "config.json");
  writeFileSync(file, JSON.stringify(config));
  return file;
}

const judge = (config?: unknown) => [
  { directory: join(packs, "judge"), ...(config ? { configFile: configFile(config) } : {}) },
];

const of = (verdicts: readonly Verdict[], rule: string, at?: string) =>
  verdicts.filter((verdict) => verdict.rule === rule && (at === undefined || verdict.urn === at));

describe("a policy pack", () => {
  test("judges a preview: pass, fail, waived, undetermined and not applicable, each with its level", async () => {
    const { stack } = await rehearseProgram("judged", { mode: "preview", policyPacks: judge() });
    const { verdicts } = stack;
    const outcomes = (rule: string) =>
      [base, child].flatMap((at) => of(verdicts, rule, at).map(({ outcome, level }) => [outcome, level]));
    expect(outcomes("owner")).toEqual([
      ["fail", "mandatory"],
      ["fail", "mandatory"],
    ]);
    expect(outcomes("size")).toEqual([
      ["fail", "advisory"],
      ["pass", "advisory"],
    ]);
    expect(outcomes("reads-computed")).toEqual([
      ["pass", "mandatory"],
      ["undetermined", "mandatory"],
    ]);
    expect(outcomes("waived")).toEqual([
      ["waived", "mandatory"],
      ["waived", "mandatory"],
    ]);
    expect(outcomes("undetermined")).toEqual([
      ["undetermined", "mandatory"],
      ["undetermined", "mandatory"],
    ]);
    expect(outcomes("off")).toEqual([]);
    expect(of(verdicts, "owner", base)).toEqual([
      {
        pack: "judge",
        rule: "owner",
        outcome: "fail",
        level: "mandatory",
        severity: "high",
        urn: base,
        message: "A thing names its owner.\nIt names none.",
      },
    ]);
    const strangers = of(verdicts, "owner")
      .filter(({ outcome }) => outcome === "not-applicable")
      .map((verdict) => verdict.urn);
    expect(strangers.sort()).toEqual(
      [
        urn("pulumi:pulumi:Stack::judged-dev"),
        urn("pulumi:providers:echo::default_1_2_3"),
        urn("test:index:Group::group"),
      ].sort(),
    );
    expect(of(verdicts, "stack-size").map(({ outcome }) => outcome)).toEqual(["fail"]);
  });

  test("says what its rules are, with its version from PulumiPolicy.yaml", async () => {
    const { stack } = await rehearseProgram("judged", { mode: "preview", policyPacks: judge() });
    expect(stack.packs.map(({ name, version, rules }) => [name, version, rules.length])).toEqual([
      ["judge", "7.8.9", 10],
    ]);
    expect(stack.packs[0]?.rules[0]).toEqual({
      name: "owner",
      title: "Things have an owner",
      description: "A thing names its owner.",
      severity: "high",
      level: "mandatory",
      fix: "Add owner.",
      url: "https://example.com/owner",
      judges: "resource",
    });
    expect(stack.packs[0]?.rules.at(-1)).toMatchObject({ name: "stack-size", judges: "stack" });
  });

  test("stops a deployment before it creates what breaks a mandatory rule", async () => {
    const { stack, cloud } = await rehearseProgram("judged", { policyPacks: judge() });
    expect(cloud.calls.filter(({ method }) => method === "create")).toEqual([]);
    expect(stack.resources.map(({ name }) => name)).not.toContain("base");
    expect(of(stack.verdicts, "owner", base).map(({ outcome }) => outcome)).toEqual(["fail"]);
    expect(of(stack.verdicts, "stack-size").map(({ outcome, message }) => [outcome, message])).toEqual([
      ["undetermined", "Not judged: rules over the whole stack run only when every resource succeeded."],
    ]);
    expect(stack.programError).toBeUndefined();
    expect(stack.refusals).toEqual([]);
  });

  test("judges the deployed stack by its outputs, with parents and dependencies", async () => {
    const { stack } = await rehearseProgram("judged", { policyPacks: judge(), config: { owner: "me" } });
    const [verdict] = of(stack.verdicts, "stack-size");
    expect(verdict).toMatchObject({ outcome: "fail", level: "mandatory", urn: base });
    expect(JSON.parse(verdict?.message.split("\n")[1] ?? "")).toEqual({
      stack: "dev",
      project: "judged",
      dryRun: false,
      location: "west",
      resources: ["base", "child", "default_1_2_3", "group", "judged-dev"],
      parent: "group",
      dependencies: ["base"],
      from: ["base"],
    });
  });

  test("is told options, provider and checked inputs, and its messages show no secret", async () => {
    const config = { all: "disabled", seen: "advisory" };
    const { stack } = await rehearseProgram("judged", { policyPacks: judge(config), config: { owner: "me" } });
    const seen = (at: string) => JSON.parse(of(stack.verdicts, "seen", at)[0]?.message.split("\n")[1] ?? "");
    expect(seen(child)).toEqual({
      name: "child",
      urn: child,
      opts: {
        protect: false,
        ignoreChanges: ["size"],
        aliases: [],
        customTimeouts: { createSeconds: 120, updateSeconds: 0, deleteSeconds: 0 },
        additionalSecretOutputs: [],
        parent: urn("test:index:Group::group"),
      },
      provider: {
        type: "pulumi:providers:echo",
        name: "default_1_2_3",
        urn: urn("pulumi:providers:echo::default_1_2_3"),
      },
      keys: ["from", "name", "owner", "size"],
    });
    expect(seen(base)).toMatchObject({ opts: { protect: true }, keys: ["name", "owner", "password", "size"] });
    expect(JSON.stringify(stack)).not.toContain("hunter2-judged");
  });

  test("takes levels and properties from its configuration", async () => {
    const config = {
      all: "advisory",
      size: { maximum: 10, enforcementLevel: "mandatory" },
      missing: "mandatory",
      throws: "disabled",
    };
    const { stack } = await rehearseProgram("judged", { mode: "preview", policyPacks: judge(config) });
    expect(of(stack.verdicts, "size", base)).toMatchObject([{ outcome: "pass", level: "mandatory" }]);
    expect(of(stack.verdicts, "owner", base)).toMatchObject([{ outcome: "fail", level: "advisory" }]);
    expect(stack.notes).toContain(
      "The configuration of policy pack judge names policies that it does not have: missing.",
    );
  });

  test("remediates inputs before it judges them", async () => {
    const config = { all: "disabled", fill: "remediate" };
    const { stack, resource } = await rehearseProgram("judged", { policyPacks: judge(config) });
    expect(resource("base").inputs).toMatchObject({ label: "filled", password: "[secret]" });
    expect(resource("base").outputs).toMatchObject({ label: "filled", password: "[secret]" });
    expect(of(stack.verdicts, "fill", base)).toMatchObject([{ outcome: "pass", level: "remediate" }]);
    expect(stack.log).toContainEqual({
      severity: "info",
      message: "judge/fill remediated this resource: Fills in a label.",
      urn: base,
    });
  });

  test("refuses properties that do not fit its schema, and levels that do not exist", async () => {
    const wrong = { size: { maximum: 0, words: ["a", 2] } };
    const rehearsing = rehearseProgram("judged", { mode: "preview", policyPacks: judge(wrong) });
    await expect(rehearsing).rejects.toThrow(UsageError);
    await expect(rehearsing).rejects.toThrow(
      "policy pack judge: size.maximum: must be >= 1\npolicy pack judge: size.words.1: must be string",
    );
    await expect(rehearseProgram("judged", { policyPacks: judge({ size: "strict" }) })).rejects.toThrow(
      'size: "strict" is not a level; allowed: advisory, mandatory, remediate, disabled',
    );
  });

  test("in TypeScript is compiled and judges as well", async () => {
    const { stack } = await rehearseProgram("judged", {
      mode: "preview",
      policyPacks: [{ directory: join(packs, "typed") }],
    });
    expect(stack.packs).toMatchObject([{ name: "typed", version: "3.2.1" }]);
    expect(of(stack.verdicts, "named").map(({ outcome }) => outcome)).toEqual(stack.resources.map(() => "pass"));
  });

  test("that does not start is a usage error with what it printed", async () => {
    const rehearsing = rehearseProgram("judged", { policyPacks: [{ directory: join(packs, "broken") }] });
    await expect(rehearsing).rejects.toThrow(UsageError);
    await expect(rehearsing).rejects.toThrow(
      /policy pack .*broken: ended with code \d before it served[\s\S]*this pack cannot load its rules/,
    );
    await expect(rehearseProgram("judged", { policyPacks: [{ directory: packs }] })).rejects.toThrow(
      "not a policy pack; it has no PulumiPolicy.yaml",
    );
  });

  test("with a mistake in a rule is an error of the pack, not a verdict or a refusal", async () => {
    const config = { all: "disabled", throws: "advisory" };
    const { stack } = await rehearseProgram("judged", { mode: "preview", policyPacks: judge(config) });
    expect(stack.programError).toMatch(
      /policy pack judge failed: .*Error validating resource with policy 'throws'[\s\S]*TypeError/,
    );
    expect(stack.refusals).toEqual([]);
  });
});
