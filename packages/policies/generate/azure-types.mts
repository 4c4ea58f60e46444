/**
 * Writes the tables of `src/azure-types/*.generated.ts` from the typings and comments of the installed
 * @pulumi/azure-native: `node packages/policies/generate/azure-types.mts`, after every upgrade of it. Another
 * folder to write to may be given.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packageFile = createRequire(import.meta.url).resolve("@pulumi/azure-native/package.json");
const sdk = dirname(packageFile);
const version: string = JSON.parse(readFileSync(packageFile, "utf8")).version.replace(/^v/, "");
const target = process.argv[2] ?? join(import.meta.dirname, "../src/azure-types");

interface ResourceClass {
  /** `module:Name`. */
  type: string;
  takesTagsMap: boolean;
  /** The API version that the provider uses; a few classes that the provider implements itself have none. */
  defaultVersion?: string;
  otherVersions: string[];
  /** `module:Name` of the types that this one is an alias of. */
  aliases: string[];
}

function readClass(source: string, typings: string): ResourceClass | undefined {
  const type = /static __pulumiType = 'azure-native:([^']+)'/.exec(source)?.[1];
  if (type === undefined) return undefined;
  const name = type.slice(type.indexOf(":") + 1);
  const args = typings.slice(typings.indexOf(`export interface ${name}Args {`));
  const versions = /Uses Azure REST API version ([\w.-]+)\./.exec(source)?.[1];
  const others = /Other available API versions: (.*?)\. These/.exec(source)?.[1];
  const aliases = [...source.matchAll(/type: "azure-native:(\w+)(?:\/v\w+)?:(\w+)"/g)].map(
    ([, from, old]) => `${from}:${old}`,
  );
  return {
    type,
    takesTagsMap: /^ {4}tags\?: pulumi\.Input<\{\n {8}\[key: string\]/m.test(args),
    defaultVersion: versions,
    otherVersions: others?.split(", ") ?? [],
    aliases: [...new Set(aliases)],
  };
}

function readSdk(): ResourceClass[] {
  const modules = readdirSync(sdk, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "types",
  );
  return modules.flatMap(({ name: module }) =>
    readdirSync(join(sdk, module))
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => {
        const path = join(sdk, module, file.slice(0, -3));
        const found = readClass(readFileSync(`${path}.js`, "utf8"), readFileSync(`${path}.d.ts`, "utf8"));
        return found === undefined ? [] : [found];
      }),
  );
}

const isPreview = (apiVersion: string) => !/^\d{4}-\d{2}-\d{2}$/.test(apiVersion);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Old names that are gone: the type of today. Where several claim an old one, it is the one with the same name. */
function renamed(classes: ResourceClass[]): [string, string][] {
  const today = new Set(classes.map(({ type }) => type));
  const claims = new Map<string, string[]>();
  for (const { type, aliases } of classes)
    for (const old of aliases) if (!today.has(old)) claims.set(old, [...(claims.get(old) ?? []), type].sort(byText));
  return [...claims]
    .flatMap(([old, types]): [string, string][] => {
      const name = old.slice(old.indexOf(":"));
      const type = types.find((claimant) => claimant.endsWith(name)) ?? (types.length === 1 ? types[0] : undefined);
      return type === undefined ? [] : [[old, type]];
    })
    .sort(([a], [b]) => byText(a, b));
}

function write(file: string, comment: string, body: string): void {
  const header = `// Generated from @pulumi/azure-native ${version} by generate/azure-types.mts. Do not edit.`;
  writeFileSync(join(target, file), `${header}\n\n/** ${comment} */\n${body}\n`);
}

const classes = readSdk().sort((a, b) => byText(a.type, b.type));
const rows = (entries: readonly (readonly [string, string])[]) =>
  entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`).join("\n");

write(
  "taggable.generated.ts",
  "The resource types that take a map of tags.",
  `export const taggableTypes: readonly string[] = [\n${classes
    .filter(({ takesTagsMap }) => takesTagsMap)
    .map(({ type }) => `  ${JSON.stringify(type)},`)
    .join("\n")}\n];`,
);
write(
  "renamed.generated.ts",
  "Names of earlier major versions of the provider, and the type of today.",
  `export const renamedTypes: Readonly<Record<string, string>> = {\n${rows(renamed(classes))}\n};`,
);
const previews = classes.filter(({ defaultVersion }) => defaultVersion !== undefined && isPreview(defaultVersion));
const table = (name: string, chosen: ResourceClass[]) =>
  `export const ${name}: Readonly<Record<string, string>> = {\n${rows(chosen.map(({ type, defaultVersion }) => [type, defaultVersion ?? ""]))}\n};`;
const hasStable = ({ otherVersions }: ResourceClass) => otherVersions.some((other) => !isPreview(other));
write(
  "preview-defaults.generated.ts",
  "Types that the provider manages through a preview API although a stable one exists, and that API's version.",
  `${table("previewDefaults", previews.filter(hasStable))}\n\n/** Types whose every API version is a preview, and the one that the provider uses. */\n${table(
    "previewOnly",
    previews.filter((type) => !hasStable(type)),
  )}`,
);
process.stdout.write(`${classes.length} types, ${previews.length} on a preview API\n`);
