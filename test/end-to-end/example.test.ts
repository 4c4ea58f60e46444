import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programLinks } from "../../packages/rehearsal/src/cli/runbook/links";
import { excerpt } from "./readme-excerpt";
import { type Rehearsed, rehearse, root, stackNamed } from "./ringfence";

jest.setTimeout(600_000);

const rings = ["dev", "prod", "sandbox", "test"];

describe("the example in four rings", () => {
  let preview: Rehearsed;
  let up: Rehearsed;
  beforeAll(async () => {
    preview = await rehearse("--all");
    up = await rehearse("--all", "--mode", "up", "--twice");
  });

  test("is planned and judged without the network, and nothing stops it", () => {
    expect(preview.document.stacks.map(({ stack }) => stack).sort()).toEqual(rings);
    expect(
      preview.document.stacks.flatMap(({ verdicts }) => verdicts.filter(({ outcome }) => outcome === "fail")),
    ).toEqual([]);
    expect(preview.document.stacks.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(preview.status).toBe(0);
  });

  test("leads from every alert that it makes to a runbook that exists", () => {
    const { links, without } = programLinks(preview.document);
    expect(without).toEqual([]);
    expect(links.length).toBeGreaterThan(100);
    const dead = links.filter(({ runbook }) => !existsSync(join(root, `runbooks/${runbook}.md`)));
    expect(dead).toEqual([]);
  });

  test("is shown in the README as it is", () => {
    const lines = excerpt("rehearse").filter((line) => !line.startsWith("Report"));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(preview.stdout.split("\n")).toContain(line);
  });

  test("is judged by all three packs, in every ring, with verdicts that were reached", () => {
    for (const { packs, verdicts } of preview.document.stacks) {
      expect(packs.map(({ name }) => name).sort()).toEqual([
        "ringfence-preview-isolation",
        "ringfence-secret-age",
        "ringfence-tagging",
      ]);
      for (const { name } of packs)
        expect(verdicts.some(({ pack, outcome }) => pack === name && outcome === "pass")).toBe(true);
    }
  });

  test("is accepted by the simulated Azure, and a second pass changes nothing", () => {
    expect(up.document.stacks.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(up.document.stacks.flatMap(({ verdicts }) => verdicts.filter(({ outcome }) => outcome === "fail"))).toEqual(
      [],
    );
    for (const { resources, secondPass } of up.document.stacks)
      expect(secondPass).toEqual({ create: [], update: [], replace: [], delete: [], same: resources.length });
    expect(up.status).toBe(0);
  });

  test("plans and deploys the same resources", () => {
    for (const { stack, resources } of preview.document.stacks)
      expect(
        stackNamed(up.document, stack)
          .resources.map(({ urn }) => urn)
          .sort(),
      ).toEqual(resources.map(({ urn }) => urn).sort());
  });

  test("gives Azure inputs that fit Azure's published types", () => {
    const shapes = join(root, "../shared/azure-shapes/validate.mjs");
    if (!existsSync(shapes)) {
      process.stderr.write(`not checked: ${shapes} is absent\n`);
      return;
    }
    for (const { document, folder } of [preview, up]) {
      const resources = document.stacks.flatMap((stack) => stack.resources.filter(({ custom }) => custom));
      const file = join(folder, "resources.json");
      writeFileSync(file, JSON.stringify(resources.map(({ type, name, inputs }) => ({ type, name, inputs }))));
      const check = spawnSync(process.execPath, [shapes, file], { encoding: "utf8" });
      expect(check.stdout).toMatch(
        new RegExp(`^${resources.length} resources checked, \\d+ without a known shape, 0 problems$`, "m"),
      );
      expect(check.status).toBe(0);
    }
  });
});

describe("the example with `bad=true`", () => {
  let bad: Rehearsed;
  beforeAll(async () => {
    bad = await rehearse("--stack", "prod", "--config", "bad=true");
  });

  test("ends with 1 and names each violated rule, resource and fix", () => {
    const { verdicts } = stackNamed(bad.document, "prod");
    const violated = verdicts
      .filter(({ outcome }) => outcome === "fail")
      .map(({ rule, urn, level }) => `${rule} ${urn?.split("::").at(-1) ?? "the stack"} ${level}`)
      .sort();
    expect(violated).toEqual([
      "key-auto-rotation signing mandatory",
      "key-expires signing mandatory",
      "key-in-hsm signing mandatory",
      "key-rotation-days signing mandatory",
      "no-preview-api hidden mandatory",
      "no-preview-feature-registrations early-access mandatory",
      "no-preview-models lab-preview mandatory",
      "no-preview-models lab-preview mandatory",
      "opaque-azure-resource hidden mandatory",
      "opaque-azure-resource hidden mandatory",
      "operational-tag-values exports mandatory",
      "required-tags exports mandatory",
      "required-tags-not-empty exports mandatory",
      "resource-group-required-tags playground mandatory",
      "rsa-key-size signing mandatory",
      "secret-age geocoder mandatory",
      "secret-content-type mailer mandatory",
      "secret-expires mailer mandatory",
      "secret-not-near-expiry mailer mandatory",
      "secret-validity-period geocoder mandatory",
      "secret-validity-period mailer mandatory",
      "tags-as-resource-group exports mandatory",
      "tags-as-resource-group exports mandatory",
      "tags-as-resource-group exports mandatory",
      "tags-as-resource-group exports mandatory",
      "tags-as-resource-group exports mandatory",
    ]);
    expect(new Set(violated.map((line) => line.split(" ")[0])).size).toBeGreaterThanOrEqual(10);
    for (const line of violated) {
      const [rule = "", resource = ""] = line.split(" ");
      expect(bad.stdout).toContain(rule);
      expect(bad.stdout).toContain(resource);
    }
    expect(bad.stdout).toContain("Fix: ");
    expect(bad.status).toBe(1);
  });

  test("is shown in the README as it is", () => {
    const lines = excerpt("bad");
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(bad.stdout.split("\n")).toContain(line);
  });

  test("is only advised against in sandbox", async () => {
    const sandbox = await rehearse("--stack", "sandbox", "--config", "bad=true");
    const failed = stackNamed(sandbox.document, "sandbox").verdicts.filter(({ outcome }) => outcome === "fail");
    expect(failed.length).toBeGreaterThan(0);
    expect(new Set(failed.map(({ level }) => level))).toEqual(new Set(["advisory"]));
    expect(sandbox.status).toBe(0);
  });

  test.each(["preview", "up"])("shows no secret anywhere, in %s", async (mode) => {
    const run = await rehearse("--stack", "sandbox", "--config", "bad=true", "--mode", mode);
    const files = readdirSync(run.folder, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThanOrEqual(3);
    const shown = [run.stdout, run.stderr, ...files.map((file) => readFileSync(file, "utf8"))].join("\n");
    expect(shown).toContain("[secret]");
    expect(shown).not.toContain("made-up-mailer-password");
    expect(shown).not.toContain("made-up-geocoder-key");
  });
});
