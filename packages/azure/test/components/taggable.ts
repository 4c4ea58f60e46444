import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const sdk = dirname(require.resolve("@pulumi/azure-native/package.json"));

/** Whether a type of azure-native takes a map of tags, by the SDK's own typings. */
export function isTaggable(type: string): boolean {
  const [provider, module = "", name = ""] = type.split(":");
  if (provider !== "azure-native") return false;
  const file = join(sdk, module, `${name.charAt(0).toLowerCase()}${name.slice(1)}.d.ts`);
  const typings = readFileSync(file, "utf8");
  return /tags\?: pulumi\.Input<\{/.test(typings.slice(typings.indexOf(`export interface ${name}Args`)));
}
