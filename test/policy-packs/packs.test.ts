import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { secret, unknown } from "@ringfence/policies/testing";
import { type ServedPack, servePack } from "./served-pack";

jest.setTimeout(300_000);

const own = { first: "ringfence", last: "waivers-still-needed" };
const rules: Record<string, string[]> = {
  tagging: [
    "tags-as-resource-group",
    "required-tags",
    "resource-group-required-tags",
    "operational-tag-values",
    "required-tags-not-empty",
    "opaque-azure-resource",
  ],
  "preview-isolation": [
    "opaque-azure-resource",
    "no-preview-api",
    "no-preview-feature-registrations",
    "no-preview-models",
    "no-preview-services",
  ],
  "secret-age": [
    "key-age",
    "key-expires",
    "key-in-hsm",
    "key-auto-rotation",
    "key-rotation-days",
    "key-validity-period",
    "rsa-key-size",
    "secret-age",
    "secret-content-type",
    "secret-expires",
    "secret-not-near-expiry",
    "secret-validity-period",
  ],
};

let served: ServedPack | undefined;
async function serve(...args: Parameters<typeof servePack>): Promise<ServedPack> {
  served = await servePack(...args);
  return served;
}
afterEach(() => served?.stop());

const { ADVISORY, MANDATORY } = EnforcementLevel;

describe.each(Object.keys(rules))("the pack %s under Pulumi's own host", (pack) => {
  test.each([
    ["sandbox", ADVISORY],
    ["prod", MANDATORY],
  ] as const)("lists exactly its rules, in %s at the ring's level", async (stack, level) => {
    const info = await (await serve(pack, stack)).info();
    expect(info.getName()).toBe(`ringfence-${pack}`);
    expect(info.getSupportsconfig()).toBe(true);
    const policies = info.getPoliciesList();
    expect(policies.map((policy) => policy.getName())).toEqual([own.first, ...(rules[pack] ?? []), own.last]);
    expect(new Set(policies.map((policy) => policy.getEnforcementlevel()))).toEqual(new Set([level]));
  });
});

const now = Date.now() / 1000;
const badSecret = {
  type: "azure-native:keyvault:Secret",
  name: "vendor-key",
  props: { properties: { value: secret("hunter2"), contentType: unknown } },
};

test("the program's configuration names the ring before the stack's name does", async () => {
  const pack = await serve("tagging", "prod", { PULUMI_CONFIG: JSON.stringify({ "claims:ring": "dev" }) });
  const [policy] = (await pack.info()).getPoliciesList();
  expect(policy?.getEnforcementlevel()).toBe(ADVISORY);
});

test("configuration decides levels and limits", async () => {
  const pack = await serve("secret-age", "prod");
  await pack.configure({
    "secret-expires": { level: ADVISORY },
    "secret-validity-period": { level: MANDATORY, properties: { maximumValidityInDays: 10 } },
    "secret-content-type": { level: EnforcementLevel.DISABLED },
  });
  const props = { properties: { attributes: { expires: now + 20 * 86_400 } } };
  const judged = async (given: Record<string, unknown>) =>
    (await pack.analyze({ ...badSecret, props: given }))
      .getDiagnosticsList()
      .map((told) => [told.getPolicyname(), told.getEnforcementlevel()]);
  expect(await judged(props)).toEqual([["secret-validity-period", MANDATORY]]);
  expect(await judged({})).toEqual([
    ["secret-expires", ADVISORY],
    ["secret-not-near-expiry", MANDATORY],
    ["secret-validity-period", MANDATORY],
  ]);
});

test("violations are told with their fix, unknowns as undetermined, secrets never", async () => {
  const response = await (await serve("secret-age", "prod")).analyze(badSecret);
  const told = response
    .getDiagnosticsList()
    .map((one) => [one.getPolicyname(), one.getEnforcementlevel(), one.getMessage().split("\n")[1]]);
  const page = "https://github.com/ringfence/ringfence/blob/main/docs/rules";
  expect(told).toContainEqual([
    "secret-expires",
    MANDATORY,
    `properties.attributes.expires: missing. Fix: Set properties.attributes.expires, in seconds since 1970, to a date of the plan by which the secret is renewed. ${page}/secret-expires.md`,
  ]);
  expect(told).toContainEqual([
    "secret-content-type",
    ADVISORY,
    `Undetermined: properties.contentType: not known yet; it is judged when it is known. ${page}/secret-content-type.md`,
  ]);
  expect(JSON.stringify(response.toObject())).not.toContain("hunter2");
  expect(response.getNotApplicableList().map((one) => one.getPolicyName())).toEqual(
    expect.arrayContaining(["key-expires", "key-in-hsm"]),
  );
});

test("a stack is judged by outputs, and what they lack by the inputs that were seen", async () => {
  const pack = await serve("secret-age", "prod");
  const props = { properties: { attributes: { expires: now + 80 * 86_400 }, contentType: "text/plain" } };
  const secrets = [100, 10].map((days) => ({
    ...badSecret,
    name: `${days}-days-old`,
    props,
    outputs: { properties: { attributes: { created: now - days * 86_400 } } },
  }));
  const told = (await pack.analyzeStack(secrets)).getDiagnosticsList();
  expect(told.map((one) => [one.getPolicyname(), one.getUrn().split("::").at(-1)])).toEqual([
    ["secret-age", "100-days-old"],
  ]);
});

describe("with a project", () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "project-"));
    writeFileSync(join(project, "Pulumi.yaml"), "name: claims\nruntime: nodejs\nmain: app\n");
    mkdirSync(join(project, "app"));
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const waivers = (expires: string, name = "vendor-*") =>
    writeFileSync(
      join(project, "app/waivers.yaml"),
      `waivers:\n  - rule: secret-expires\n    type: keyvault:Secret\n    name: ${name}\n    owner: claims@contoso.example\n    reason: the vendor has no expiry\n    expires: ${expires}\n`,
    );
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const stack = { type: "pulumi:pulumi:Stack", name: "claims-prod", props: {} };

  test("waivers.yaml is found from the folder where the user runs the CLI", async () => {
    waivers(inDays(30));
    const pack = await serve("secret-age", "prod", { PWD: project });
    expect((await pack.analyze(stack)).getDiagnosticsList()).toEqual([]);
    const told = (await pack.analyze(badSecret))
      .getDiagnosticsList()
      .find((one) => one.getPolicyname() === "secret-expires");
    expect(told?.getEnforcementlevel()).toBe(ADVISORY);
    expect(told?.getMessage()).toContain(
      `\nWaived: properties.attributes.expires: missing, until ${inDays(30)} by claims@contoso.example.`,
    );
    expect(
      (await pack.analyzeStack([stack, badSecret]))
        .getDiagnosticsList()
        .filter((one) => one.getPolicyname() === own.last),
    ).toEqual([]);
  });

  test("an expired waiver and one without a resource are violations themselves", async () => {
    waivers("2026-01-01");
    const pack = await serve("secret-age", "prod", { PWD: project });
    const [told] = (await pack.analyze(stack)).getDiagnosticsList();
    expect([told?.getPolicyname(), told?.getEnforcementlevel()]).toEqual([own.first, MANDATORY]);
    expect(told?.getMessage()).toContain("waivers[0].expires: expired");
    pack.stop();
    waivers(inDays(30), "gone");
    const other = await serve("secret-age", "prod", { PWD: project });
    const left = (await other.analyzeStack([stack, badSecret])).getDiagnosticsList();
    expect(left.map((one) => one.getPolicyname())).toContain(own.last);
  });

  test("another pack's waiver is left to that pack; a misspelt rule is told", async () => {
    writeFileSync(
      join(project, "waivers.json"),
      JSON.stringify(
        ["required-tags", "requierd-tags"].map((rule) => ({
          rule,
          type: "*",
          name: "*",
          owner: "a@b.example",
          reason: "x",
          expires: inDays(10),
        })),
      ),
    );
    const pack = await serve("secret-age", "prod", { PWD: project });
    await pack.configure({ ringfence: { level: MANDATORY, properties: { waiversFile: "waivers.json" } } });
    const told = (await pack.analyze(stack))
      .getDiagnosticsList()
      .map((one) => one.getMessage().split("\n")[1]?.split(". Fix")[0]);
    expect(told).toEqual(["waivers[1].rule: no rule has this id"]);
  });
});
