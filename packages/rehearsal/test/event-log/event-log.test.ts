import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../src/engine/usage-error";
import { readEventLogs } from "../../src/event-log";
import { junitReport, pullRequestComment, reportPage, sarifLog, viewOf } from "../../src/report";

const root = "urn:pulumi:prod::claims::pulumi:pulumi:Stack::claims-prod";
const vault = "urn:pulumi:prod::claims::azure-native:keyvault:Vault::vault";
const key = "urn:pulumi:prod::claims::azure-native:keyvault:Key::signing";
const gone = "urn:pulumi:prod::claims::azure-native:keyvault:Key::former";

const pack = { policyPackName: "ringfence-secret-age", policyPackVersion: "1.2.0", policyPackVersionTag: "1.2.0" };
const url = "https://github.com/ringfence/ringfence/blob/main/docs/rules/key-expires.md";

function step(
  kind: "resourcePreEvent" | "resOutputsEvent",
  op: string,
  urn: string,
  inputs: object = {},
  outputs: object = {},
) {
  const type = urn.split("::")[2];
  const state = {
    type,
    urn,
    custom: type !== "pulumi:pulumi:Stack",
    id: "",
    parent: urn === root ? "" : root,
    inputs,
    outputs,
  };
  return {
    [kind]: { metadata: { op, urn, type, old: op === "delete" ? state : null, new: op === "delete" ? null : state } },
  };
}

function violation(
  policyName: string,
  resourceUrn: string,
  message: string,
  enforcementLevel: string,
  severity?: string,
) {
  const coloured = `<{%fg 13%}>${message}<{%reset%}>\n`;
  return {
    policyEvent: { ...pack, resourceUrn, policyName, message: coloured, color: "raw", enforcementLevel, severity },
  };
}

const secretValue = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  plaintext: '"hunter2-event"',
};

/** A preview that a policy stops, in the order of the engine. */
const preview: object[] = [
  { preludeEvent: { config: { "claims:ring": "prod", "claims:key": "[secret]" } } },
  step("resourcePreEvent", "create", root),
  step("resourcePreEvent", "create", vault, { vaultName: "kv", sku: { name: "standard" }, password: secretValue }),
  step(
    "resOutputsEvent",
    "create",
    vault,
    { vaultName: "kv", password: secretValue },
    { id: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
  ),
  violation(
    "key-expires",
    key,
    `Keys have an expiry date\nproperties.attributes.expires: missing. Fix: Give it a date. ${url}`,
    "mandatory",
    "high",
  ),
  violation(
    "vault-public",
    vault,
    `Vaults are private\nWaived: properties.publicNetworkAccess: Enabled, until 2026-12-31 by team@contoso.example. ${url}`,
    "advisory",
    "medium",
  ),
  violation(
    "vault-rbac",
    vault,
    "Vaults use roles\nUndetermined: properties.enableRbacAuthorization: not known yet; it is judged when it is known.",
    "advisory",
  ),
  {
    policyAnalyzeSummaryEvent: {
      ...pack,
      resourceUrn: vault,
      passed: ["tags"],
      failed: ["vault-public", "vault-rbac"],
    },
  },
  { policyAnalyzeSummaryEvent: { ...pack, resourceUrn: key, passed: ["tags"], failed: ["key-expires"] } },
  step("resourcePreEvent", "create", key, { keyName: "signing" }),
  step("resourcePreEvent", "delete", gone),
  violation("one-vault", root, "A stack has one vault\nIt has none.", "advisory", "low"),
  { policyAnalyzeStackSummaryEvent: { ...pack, passed: ["waivers"], failed: ["one-vault"] } },
  { diagnosticEvent: { urn: root, message: "<{%reset%}>careful<{%reset%}>\n", severity: "warning", color: "raw" } },
  { diagnosticEvent: { urn: root, message: "passing", severity: "info", ephemeral: true, color: "raw" } },
  {
    diagnosticEvent: { urn: root, message: "<{%reset%}>preview failed<{%reset%}>\n", severity: "error", color: "raw" },
  },
  {
    summaryEvent: {
      maybeCorrupt: false,
      durationSeconds: 12,
      resourceChanges: { create: 3 },
      PolicyPacks: { "ringfence-secret-age": "v1.2.0" },
      isPreview: true,
    },
  },
  { cancelEvent: {} },
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "events-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(events: readonly object[], name = "events.json", end = "\n"): string {
  const file = join(folder, name);
  const lines = events.map((event, sequence) =>
    JSON.stringify({ sequence, timestamp: 1_795_261_212 + sequence, ...event }),
  );
  writeFileSync(file, lines.join("\n") + end);
  return file;
}

function stackOf(events: readonly object[]) {
  const [stack] = readEventLogs([written(events)]).stacks;
  if (!stack) throw new Error("no stack");
  return stack;
}

test("verdicts, packs and resources of a run are those of the log, without its colours", () => {
  const document = readEventLogs([written(preview)]);
  expect(document).toMatchObject({
    version: 1,
    project: "claims",
    origin: "event-log",
    at: "2026-11-21T11:40:29.000Z",
  });
  const [stack] = document.stacks;
  expect(stack).toMatchObject({ stack: "prod", mode: "preview", seconds: 12, refusals: [] });
  expect(
    stack?.verdicts.map(({ rule, outcome, level, severity, urn }) => [rule, outcome, level, severity, urn]),
  ).toEqual([
    ["key-expires", "fail", "mandatory", "high", key],
    ["vault-public", "waived", "advisory", "medium", vault],
    ["vault-rbac", "undetermined", "advisory", "unspecified", vault],
    ["one-vault", "fail", "advisory", "low", undefined],
    ["tags", "pass", "advisory", "unspecified", vault],
    ["tags", "pass", "advisory", "unspecified", key],
    ["waivers", "pass", "advisory", "unspecified", undefined],
  ]);
  expect(
    stack?.packs.map(({ name, version, rules }) => [name, version, rules.map((rule) => rule.name).sort()]),
  ).toEqual([
    ["ringfence-secret-age", "1.2.0", ["key-expires", "one-vault", "tags", "vault-public", "vault-rbac", "waivers"]],
  ]);
  expect(stack?.resources.map(({ name, inputs, outputs }) => [name, inputs, outputs])).toEqual([
    ["claims-prod", {}, {}],
    ["vault", { vaultName: "kv", password: "[secret]" }, { id: "<unknown>" }],
    ["signing", { keyName: "signing" }, {}],
  ]);
});

test("every report can be made from it: title, fix, link and waiver are found in the messages", () => {
  const view = viewOf(readEventLogs([written(preview)]));
  expect(view.answer.headline).toBe("prod did not go through");
  expect(view.violations[0]).toMatchObject({ title: "Keys have an expiry date", fix: "Give it a date.", url });
  expect(view.waivers).toMatchObject([
    { rule: "vault-public", expires: "2026-12-31", owner: "team@contoso.example", daysLeft: 41 },
  ]);
  const results = sarifLog(view).runs[0]?.results ?? [];
  expect(
    results.map(({ ruleId, kind, level, suppressions }) => [ruleId, kind, level, suppressions?.length ?? 0]),
  ).toEqual([
    ["key-expires", "fail", "error", 0],
    ["vault-public", "fail", "warning", 1],
    ["vault-rbac", "open", "none", 0],
    ["one-vault", "fail", "warning", 0],
  ]);
  expect(junitReport(view)).toContain('<testsuites name="claims" tests="8" failures="2" errors="0" skipped="2"');
  expect(pullRequestComment(view)).toContain("prod did not go through");
});

test("a planted secret is in no report", () => {
  const document = readEventLogs([written(preview)]);
  const view = viewOf(document);
  const all = [
    JSON.stringify(document),
    JSON.stringify(sarifLog(view)),
    junitReport(view),
    pullRequestComment(view),
    reportPage(document),
  ].join();
  expect(all).not.toContain("hunter2");
  expect(all).toContain("[secret]");
});

test("what a policy stopped is no error of the program; an error that says more is", () => {
  expect(stackOf(preview).programError).toBeUndefined();
  const broken = {
    diagnosticEvent: { urn: root, message: "TypeError: no region\n    at index.ts:3\n", severity: "error" },
  };
  expect(stackOf([...preview, broken]).programError).toBe("TypeError: no region\n    at index.ts:3");
  expect(stackOf([...preview, { errorEvent: { error: "the engine broke" } }]).programError).toBe("the engine broke");
});

test("an error about a resource is a refusal, with Azure's code where it has one", () => {
  const message =
    'autorest/azure: Service returned an error. Status=409 Code="Conflict" Message="The vault name is taken."\n';
  const failed = [
    { preludeEvent: {} },
    step("resourcePreEvent", "create", vault),
    { diagnosticEvent: { urn: vault, message, severity: "error" } },
    {
      resOpFailedEvent: {
        metadata: { op: "create", urn: vault, type: "azure-native:keyvault:Vault" },
        status: 2,
        steps: 0,
      },
    },
    { diagnosticEvent: { urn: root, message: "update failed", severity: "error" } },
    { summaryEvent: { durationSeconds: 3, isPreview: false, PolicyPacks: {} } },
  ];
  const stack = stackOf(failed);
  expect(stack).toMatchObject({
    mode: "up",
    refusals: [{ urn: vault, code: "Conflict", status: 409, message: "The vault name is taken." }],
  });
  expect(stack.programError).toBeUndefined();
});

test("of a preview and the update after it the update is told", () => {
  const update = preview.map((event) =>
    "summaryEvent" in event ? { summaryEvent: { isPreview: false, durationSeconds: 40 } } : event,
  );
  const stack = stackOf([...preview, ...update]);
  expect(stack).toMatchObject({ mode: "up", seconds: 40 });
  expect(stack.verdicts).toHaveLength(7);
});

test("a log that ends before its run says so, and its last line may be cut off", () => {
  const cut = preview.slice(0, 6);
  const [stack] = readEventLogs([written(cut, "cut.json", '\n{"sequence":9,"diagn')]).stacks;
  expect(stack?.notes[0]).toBe("The log ends before the run does: what came later is not told here.");
});

test("logs of several stacks are told side by side, of several projects refused", () => {
  const other = JSON.parse(JSON.stringify(preview).replaceAll("urn:pulumi:prod::", "urn:pulumi:test::")) as object[];
  const files = [written(preview, "prod.json"), written(other, "test.json")];
  expect(viewOf(readEventLogs(files)).stacks.map(({ stack }) => stack)).toEqual(["test", "prod"]);
  const stranger = JSON.parse(JSON.stringify(preview).replaceAll("::claims::", "::billing::")) as object[];
  expect(() => readEventLogs([...files, written(stranger, "b.json")])).toThrow(
    "of different projects: claims, billing",
  );
});

test.each([
  ["a missing file", undefined, /none\.json: .*; write one with `pulumi up --event-log events\.json`/],
  ["an empty file", "\n", /there is no event in it/],
  ["no JSON", "hello\n{}", /events\.json:1: not an event of Pulumi's engine/],
  ["a log without resources", '{"sequence":0,"cancelEvent":{}}\n', /names no resource/],
])("%s is refused with a way out", (_, text, message) => {
  const file = join(folder, text === undefined ? "none.json" : "events.json");
  if (text !== undefined) writeFileSync(file, text);
  expect(() => readEventLogs([file])).toThrow(UsageError);
  expect(() => readEventLogs([file])).toThrow(message);
});
