import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { previewDefaults, previewOnly } from "../../src/azure-types/preview-defaults.generated";
import { renamedTypes } from "../../src/azure-types/renamed.generated";
import { taggableTypes } from "../../src/azure-types/taggable.generated";

const sources = join(__dirname, "../../src/azure-types");

test("the tables are what the generator makes of the installed azure-native", () => {
  const folder = mkdtempSync(join(tmpdir(), "azure-types-"));
  try {
    const run = spawnSync(process.execPath, [join(__dirname, "../../generate/azure-types.mts"), folder], {
      encoding: "utf8",
    });
    expect(run.stderr.replace(/^.*(Warning|--trace-warnings).*$/gm, "").trim()).toBe("");
    const generated = readdirSync(folder);
    expect(generated.sort()).toEqual(
      readdirSync(sources)
        .filter((file) => file.endsWith(".generated.ts"))
        .sort(),
    );
    for (const file of generated)
      expect(readFileSync(join(folder, file), "utf8")).toBe(readFileSync(join(sources, file), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("taggable types are those whose tags are a map", () => {
  expect(taggableTypes).toHaveLength(956);
  expect(taggableTypes).toEqual(
    expect.arrayContaining(["storage:StorageAccount", "resources:ResourceGroup", "keyvault:Secret"]),
  );
  expect(taggableTypes).not.toEqual(expect.arrayContaining(["apimanagement:NamedValue"]));
});

test("732 types default to a preview API, one way or the other", () => {
  expect(Object.keys(previewDefaults).length + Object.keys(previewOnly).length).toBe(732);
  expect(previewOnly["monitor:DiagnosticSetting"]).toBe("2021-05-01-preview");
  expect(previewDefaults["monitor:ActionGroup"]).toBe("2024-10-01-preview");
});

test("no rename leads away from a type of today", () => {
  for (const old of Object.keys(renamedTypes)) expect(taggableTypes).not.toContain(old);
});
