import type { Log, Result } from "sarif";
import type { RehearsalDocument } from "../../../src/document";
import { sarifLog } from "../../../src/report/sarif";
import { viewOf } from "../../../src/report/view";
import { estate, rehearsal } from "../fixture/estate";
import { hostileEstate } from "../fixture/hostile-estate";
import { formatProblems } from "./published-format";

jest.setTimeout(300_000);

const logOf = (document: RehearsalDocument, passes = false) => sarifLog(viewOf(document), { passes });

function runOf(log: Log) {
  const [run] = log.runs;
  if (!run) throw new Error("a log without a run");
  return { ...run, results: run.results ?? [] };
}

const of = (results: readonly Result[], outcome: string, stack?: string) =>
  results.filter(({ properties }) => properties?.outcome === outcome && (!stack || properties?.stack === stack));

describe("the published format", () => {
  test.each([
    ["a clear estate", estate()],
    ["a blocked estate", estate({ bad: true })],
    ["hostile texts", hostileEstate()],
    ["nothing", { version: 1, project: "none", at: "2026-11-21T11:40:12.345Z", stacks: [] } as RehearsalDocument],
  ])("is kept by %s", (_, document) => {
    expect(formatProblems(logOf(document, true))).toEqual([]);
  });

  test("is really checked: a wrong word, an unknown property and a missing one are found", () => {
    const log = logOf(estate({ bad: true }));
    const run = runOf(log);
    const broken = (change: object) => ({ ...log, runs: [{ ...run, ...change }] });
    expect(formatProblems(broken({ results: [{ ...run.results[0], kind: "maybe" }] }))).toHaveLength(1);
    expect(formatProblems(broken({ colour: "red" }))).toHaveLength(1);
    expect(formatProblems(broken({ tool: {} }))).toHaveLength(1);
  });
});

describe("what GitHub's code scanning asks for", () => {
  const run = runOf(logOf(estate({ bad: true })));
  const rules = [...(run.tool.driver.rules ?? []), ...(run.tool.extensions ?? []).flatMap(({ rules }) => rules ?? [])];

  test("one run with a category of its own", () => {
    expect(logOf(estate()).runs).toHaveLength(1);
    expect(run.automationDetails?.id).toBe("ringfence/claims-assistant/");
    expect(run.tool.driver).toMatchObject({ name: "Ringfence", informationUri: expect.stringMatching(/^https:/) });
  });

  test("each rule has texts of a length that is shown, a help and a rank", () => {
    expect(rules.map(({ id }) => id)).toContain("vault-purge-protection");
    for (const rule of rules) {
      expect(rule.name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
      expect(rule.shortDescription?.text).not.toBe("");
      expect((rule.fullDescription?.text ?? "").length).toBeLessThanOrEqual(1024);
      expect(rule.help?.text).not.toBe("");
      expect(["error", "warning"]).toContain(rule.defaultConfiguration?.level);
      expect(rule.properties?.tags?.length).toBeLessThanOrEqual(10);
    }
    expect(rules.find(({ id }) => id === "vault-purge-protection")?.properties?.["security-severity"]).toBe("9.5");
    expect(rules.find(({ id }) => id === "required-tags")).toMatchObject({
      helpUri: "https://ringfence.example/rules/required-tags",
      help: { markdown: expect.stringContaining("**Fix:** Pass tags to the component") },
      properties: { "security-severity": "5.5" },
    });
  });

  test("each result has a message, a file in the repository and a line; and is the next run's same result by a fingerprint", () => {
    expect(run.results.length).toBeGreaterThan(0);
    for (const { message, locations = [], partialFingerprints } of run.results) {
      expect(message.text).not.toBe("");
      const [{ physicalLocation } = {}] = locations;
      expect(physicalLocation?.artifactLocation?.uri).toMatch(/^[^/:]+(\/[^/:]+)*$/);
      expect(physicalLocation?.region?.startLine).toBeGreaterThanOrEqual(1);
      expect(partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}:\d+$/);
    }
    const prints = run.results.map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test("a result's rule is found by its indices, in its pack's extension", () => {
    for (const { ruleId, ruleIndex, rule } of run.results) {
      const component =
        rule?.toolComponent?.index === undefined ? run.tool.driver : run.tool.extensions?.[rule.toolComponent.index];
      expect(component?.rules?.[rule?.index ?? ruleIndex ?? -1]?.id).toBe(ruleId);
    }
  });
});

test("a violation is an error where it stops a deployment and a warning where it advises", () => {
  const { results } = runOf(logOf(estate({ bad: true })));
  expect(of(results, "fail", "prod").map(({ ruleId, level, kind }) => [ruleId, level, kind])).toEqual([
    ["vault-purge-protection", "error", "fail"],
    ["ai-account-entra-identities-only", "error", "fail"],
    ["model-version-pinned", "error", "fail"],
    ["model-version-pinned", "error", "fail"],
  ]);
  expect(of(results, "fail", "dev").map(({ level }) => level)).toEqual(["warning"]);
  expect(of(results, "fail", "prod")[0]?.message.text).toBe(
    "prod: claims-vault (keyvault:Vault): properties.enablePurgeProtection is false.\n" +
      "Fix: Set properties.enablePurgeProtection to true.",
  );
});

test("a waived violation is suppressed with its reason; an undetermined verdict is open, without a level", () => {
  const { results } = runOf(logOf(estate()));
  expect(of(results, "waived", "prod")).toEqual([
    expect.objectContaining({
      kind: "fail",
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: "Waived until 2026-12-31 by claims-platform@contoso.example",
        },
      ],
    }),
  ]);
  expect(of(results, "undetermined", "prod").map(({ kind, level }) => [kind, level])).toEqual([["open", "none"]]);
});

test("what passed is listed when it is asked for, and counted always", () => {
  const counted = runOf(logOf(estate())).properties?.counts;
  const { results } = runOf(logOf(estate(), true));
  expect(of(runOf(logOf(estate())).results, "pass")).toEqual([]);
  expect(of(results, "pass")).toHaveLength(counted.pass);
  expect(of(results, "pass")[0]).toMatchObject({ kind: "pass", level: "none" });
  expect(of(results, "not-applicable")[0]).toMatchObject({ kind: "notApplicable", level: "none" });
});

test("a result is at the line that declares its resource, from the repository's root, spaces and all", () => {
  const stack = rehearsal("prod", true);
  const resources = stack.resources.map((resource) =>
    resource.name === "claims" ? { ...resource, source: { file: "src/the ring.ts", line: 12, column: 3 } } : resource,
  );
  const document = { ...estate(), folder: "infra/claims", stacks: [{ ...stack, resources }] };
  const [vault] = of(runOf(logOf(document)).results, "fail");
  expect(vault?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "infra/claims/src/the%20ring.ts", uriBaseId: "%SRCROOT%" },
        region: { startLine: 12, startColumn: 3 },
      },
      logicalLocations: [
        {
          name: "claims-vault",
          fullyQualifiedName: expect.stringMatching(/^urn:pulumi:prod::.*::claims-vault$/),
          kind: "resource",
        },
      ],
    },
  ]);
});

test("a fingerprint outlives a new line and a new wording, and tells two findings on one resource apart", () => {
  const stack = rehearsal("prod", true);
  const urn = stack.resources[0]?.urn;
  const said = (...messages: string[]) =>
    runOf(
      logOf({
        ...estate(),
        stacks: [
          {
            ...stack,
            refusals: [],
            verdicts: messages.map((message) => ({
              pack: "p",
              rule: "r",
              outcome: "fail" as const,
              level: "mandatory" as const,
              severity: "high" as const,
              urn,
              message,
            })),
          },
        ],
      }),
    ).results.map(({ partialFingerprints }) => partialFingerprints?.["ringfence/v1"]);
  expect(said("a", "b")).toEqual(said("c", "d"));
  expect(new Set(said("a", "b")).size).toBe(2);
});

test("what Azure refuses is a result, and a program that stopped an invocation that failed", () => {
  const stack = { ...rehearsal("prod", true), programError: "Error: no region\n  at index.ts:3" };
  const run = runOf(logOf({ ...estate(), stacks: [stack] }));
  expect(run.results.filter(({ ruleId }) => ruleId === "refused-by-azure").map(({ message }) => message.text)).toEqual([
    expect.stringContaining("prod: assistant-embed (cognitiveservices:Deployment): InsufficientQuota: "),
  ]);
  expect(run.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: "error", message: { text: `prod: ${stack.programError}` } }],
      properties: { stack: "prod", mode: "preview" },
    },
  ]);
});
