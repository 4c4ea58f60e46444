import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordedResource } from "./recorded-resources";

/** A checker of inputs against Azure's published type definitions, which lies beside the repository where there is one. */
const checker = join(__dirname, "../../../../shared/azure-shapes/validate.mjs");

/**
 * What Azure's type definitions do not allow in the inputs of recorded resources, one line a problem. Says so and finds
 * nothing where the checker is not there.
 */
export function shapeProblems(resources: readonly RecordedResource[]): string[] {
  if (!existsSync(checker)) {
    console.log(`inputs not checked against Azure's types: ${checker} is not there`);
    return [];
  }
  const directory = mkdtempSync(join(tmpdir(), "azure-shapes-"));
  try {
    const file = join(directory, "resources.json");
    const azure = resources.filter(({ type }) => type.startsWith("azure-native:"));
    writeFileSync(file, JSON.stringify(azure.map(({ type, name, inputs }) => ({ type, name, inputs: plain(inputs) }))));
    return check(file);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function check(file: string): string[] {
  try {
    execFileSync(process.execPath, [checker, file], { encoding: "utf8" });
    return [];
  } catch (error) {
    const lines = String((error as { stdout?: unknown }).stdout)
      .trim()
      .split("\n");
    return lines.slice(0, -1);
  }
}

/** Pulumi's marker of a secret value in what a mock sees. */
const SECRET_SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Opens secrets, whose wrapping is Pulumi's and not Azure's. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (SECRET_SIGNATURE in value) return plain((value as { value?: unknown }).value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
