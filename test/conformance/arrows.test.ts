import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(__dirname, "../..");

/** Cruises a tree of made-up files under the repository's own rules; gives what it printed. */
function cruise(files: Record<string, string>): { status: number | null; output: string } {
  const tree = mkdtempSync(join(tmpdir(), "arrows-"));
  try {
    copyFileSync(join(root, "tsconfig.base.json"), join(tree, "tsconfig.base.json"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const command = join(root, "node_modules/.bin/depcruise");
    const run = spawnSync(process.execPath, [command, "--config", join(root, ".dependency-cruiser.cjs"), "packages"], {
      cwd: tree,
      encoding: "utf8",
    });
    return { status: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

const leaf = "export const leaf = 1;\n";

test("an arrow that the design draws passes", () => {
  const { status, output } = cruise({
    "packages/core/src/rings/index.ts": leaf,
    "packages/azure/src/ring.ts": 'import { leaf } from "../../core/src/rings";\nexport const ring = leaf;\n',
  });
  expect(output).toContain("no dependency violations found");
  expect(status).toBe(0);
});

test.each([
  ["core imports a component", "core", "azure", "core-imports-nothing-of-ours"],
  ["the simulator imports core", "simulator", "core", "simulator-imports-nothing-of-ours"],
  ["rehearsal imports a component", "rehearsal", "azure", "rehearsal-imports-only-core-and-simulator"],
  ["rules import components", "policies", "azure", "policies-imports-only-core"],
])("%s: refused", (_what, from, to, rule) => {
  const { status, output } = cruise({
    [`packages/${to}/src/leaf.ts`]: leaf,
    [`packages/${from}/src/user.ts`]: `import { leaf } from "../../${to}/src/leaf";\nexport const user = leaf;\n`,
  });
  expect(output).toContain(rule);
  expect(status).not.toBe(0);
});

test("a circle inside one package is refused", () => {
  const { status, output } = cruise({
    "packages/core/src/a.ts": 'import { b } from "./b";\nexport const a = () => b;\n',
    "packages/core/src/b.ts": 'import { a } from "./a";\nexport const b = () => a;\n',
  });
  expect(output).toContain("no-circles");
  expect(status).not.toBe(0);
});
