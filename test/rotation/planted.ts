import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { accessKey, keySlots } from "@ringfence/simulator/world";
import { printed } from "./run.ts";
import type { Stage } from "./stage.ts";

/** Where one of the values was found: a file of Azurite's, or what a job printed. */
export function leaks({ world, storeFolder }: Stage, published: readonly string[], owner: string): string[] {
  const rule = world.resource(owner);
  if (rule === undefined) throw new Error(`there is no ${owner}`);
  const living = keySlots(rule).map((slot) => accessKey(rule, slot));
  const values = [...new Set([...published, ...living])];
  if (values.length < 2) throw new Error("there is no value to look for");
  const disguises = values.flatMap((value) => [
    value,
    encodeURIComponent(value),
    Buffer.from(value).toString("base64"),
  ]);
  const places = readdirSync(storeFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, string] => [file, readFileSync(file, "latin1")]);
  return [...places, ...printed.map((text): [string, string] => ["what a job printed", text])]
    .filter(([, text]) => disguises.some((value) => text.includes(value)))
    .map(([place]) => place);
}
