import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { imageRecord } from "./image-record.ts";

/**
 * Builds the jobs' image with Docker's BuildKit, and records what it is made of: `image.json` with the image's digest and
 * the base image's, `sbom.cdx.json` with every package in it.
 *
 *   npm run image -w packages/operations -- --tag contoso.azurecr.io/ringfence-operations:1 --push
 */
const root = join(import.meta.dirname, "..", "..", "..");
const { values } = parseArgs({
  options: {
    tag: { type: "string", default: "ringfence-operations:local" },
    out: { type: "string", default: join(import.meta.dirname, "..", "dist", "image") },
    push: { type: "boolean", default: false },
  },
});
mkdirSync(values.out, { recursive: true });
const metadataFile = join(values.out, "metadata.json");
const file = ["buildx", "build", "--file", "packages/operations/container/Dockerfile"];
const docker = (...given: string[]) =>
  execFileSync("docker", [...file, ...given, "."], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
docker("--target", "bill", "--output", `type=local,dest=${values.out}`);
docker(
  "--tag",
  values.tag,
  "--provenance=mode=max",
  "--metadata-file",
  metadataFile,
  values.push ? "--push" : "--load",
);
const record = imageRecord({
  tag: values.tag,
  metadata: JSON.parse(readFileSync(metadataFile, "utf8")),
  commit: execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim(),
  sbomSha256: createHash("sha256")
    .update(readFileSync(join(values.out, "sbom.cdx.json")))
    .digest("hex"),
});
writeFileSync(join(values.out, "image.json"), `${JSON.stringify(record, undefined, 2)}\n`);
console.log(`image: ${record.image}\nrecorded in ${relative(process.cwd(), values.out)}: image.json, sbom.cdx.json`);
