import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { imageRecord } from "../../container/image-record";
import { supportedNode } from "../azurite";
import { productionPackages, root } from "./production-packages";

const container = join(root, "packages/operations/container");
const dockerfile = readFileSync(join(container, "Dockerfile"), "utf8").replaceAll("\\\n", " ");
const lines = dockerfile.split("\n");

describe("the Dockerfile", () => {
  const copied = lines
    .filter((line) => /^COPY (?!--from)/.test(line))
    .flatMap((line) => line.split(/\s+/).slice(1, -1));

  test("copies what is there", () => {
    expect(copied.length).toBeGreaterThan(8);
    for (const source of copied) expect([source, existsSync(join(root, source))]).toEqual([source, true]);
  });

  test("copies nothing that its ignore file leaves out", () => {
    const kept = readFileSync(join(container, "Dockerfile.dockerignore"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    for (const source of copied) expect(kept).toContain(source);
    expect(kept.filter((path) => /test|\.env|dist|\.git/.test(path))).toEqual([]);
  });

  test("runs as a user without rights, on the Node that the repository is tested with", () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      devDependencies: Record<string, string>;
    };
    expect(dockerfile).toContain(`ARG NODE_IMAGE=node:${devDependencies.node}-bookworm-slim`);
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
    expect(last).toContain("USER 1000:1000");
    expect(last.filter((line) => /npm (ci|install)/.test(line))).toEqual([]);
  });
});

describe("what the image has", () => {
  const packages = productionPackages();

  test("is enough for every file of the jobs, loaded without the rest of the repository", () => {
    const operations = join(root, "packages/operations");
    const own = ["packages/core/dist/", "packages/core/package.json", "packages/operations/dist/"].concat([
      "packages/operations/package.json",
      "packages/operations/bin/",
    ]);
    const allowed = [...packages.map((folder) => `${folder}/`), ...own].map((path) => join(root, path));
    const files = readdirSync(join(operations, "dist"), { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".js") && file !== join("main", "index.js"),
    );
    expect(files.length).toBeGreaterThan(50);
    const run = (given: string[]) =>
      spawnSync(supportedNode(), ["--require", join(__dirname, "loads-only.cjs"), ...given], {
        cwd: operations,
        encoding: "utf8",
        env: { PATH: process.env.PATH, ALLOWED_FOLDERS: JSON.stringify(allowed) },
      });
    const loading = files.map((file) => `require(${JSON.stringify(join(operations, "dist", file))})`).join(";");
    expect(run(["--eval", loading])).toMatchObject({ stderr: "", status: 0 });
    const help = run([join(operations, "bin/ringfence-operations.js"), "--help"]);
    expect(help).toMatchObject({
      stderr: "",
      status: 0,
      stdout: expect.stringContaining("Usage: ringfence-operations"),
    });
  }, 60_000);

  test("is listed in its bill of materials, package by package, and nothing for development is", () => {
    const tree = mkdtempSync(join(tmpdir(), "image-"));
    try {
      const manifests = ["", "packages/core", "packages/operations", ...packages].map((at) => join(at, "package.json"));
      for (const manifest of manifests) {
        mkdirSync(join(tree, dirname(manifest)), { recursive: true });
        cpSync(join(root, manifest), join(tree, manifest));
      }
      mkdirSync(join(tree, "node_modules/@ringfence"), { recursive: true });
      for (const name of ["core", "operations"])
        symlinkSync(join("..", "..", "packages", name), join(tree, "node_modules/@ringfence", name));
      const bill = inventoryStage(tree);
      expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: expect.stringMatching(/^1\.\d$/) });
      const listed = new Set(bill.components.map(({ purl }) => purl));
      for (const folder of packages) {
        const { name, version } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
        expect(listed).toContain(`pkg:npm/${name.replace("@", "%40")}@${version}`);
      }
      expect(bill.components.map(({ name }) => name)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(typescript|jest|azurite|fast-check)$/)]),
      );
    } finally {
      rmSync(tree, { recursive: true });
    }
  }, 60_000);
});

interface Manifest {
  readonly name: string;
  readonly version: string;
}

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly { readonly name: string; readonly purl: string }[];
}

/** Does what the stage `inventory` does, word for word. */
function inventoryStage(cwd: string): Bill {
  const stage = lines.slice(lines.findIndex((line) => line.endsWith(" AS inventory")) + 1);
  const script = stage.find((line) => line.startsWith("RUN "))?.slice(4) ?? "";
  execFileSync("sh", ["-c", script.replace("/sbom.cdx.json", "sbom.cdx.json")], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
  });
  return JSON.parse(readFileSync(join(cwd, "sbom.cdx.json"), "utf8")) as Bill;
}

describe("an image's record", () => {
  const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
  const base = {
    uri: "pkg:docker/node@24.21.0-bookworm-slim?platform=linux%2Famd64",
    digest: { sha256: "f".repeat(64) },
  };

  test.each([
    ["contoso.azurecr.io/ringfence-operations:1", "contoso.azurecr.io/ringfence-operations"],
    ["localhost:5000/ringfence-operations", "localhost:5000/ringfence-operations"],
  ])("of %s names it by its digest, and what it was built from", (tag, repository) => {
    const metadata = {
      "containerimage.digest": digest,
      "buildx.build.provenance": { buildDefinition: { resolvedDependencies: [base, base] } },
    };
    expect(imageRecord({ tag, metadata, commit: "c", sbomSha256: "s" })).toEqual({
      image: `${repository}@${digest}`,
      tag,
      digest,
      builtFrom: [`node@24.21.0-bookworm-slim?platform=linux%2Famd64@sha256:${"f".repeat(64)}`],
      commit: "c",
      sbomSha256: "s",
    });
  });

  test("is not written without a digest", () => {
    expect(() => imageRecord({ tag: "t", metadata: {}, commit: "c", sbomSha256: "s" })).toThrow(
      "no containerimage.digest",
    );
  });
});
