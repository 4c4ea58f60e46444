import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StackConfig } from "../project/config";
import type { NodeRuntime } from "../project/project";

/** What a stack's program and packs are told about it. */
export interface StackIdentity {
  organization: string;
  project: string;
  stack: string;
  preview: boolean;
  config: StackConfig;
}

/** The organization of every rehearsed stack: the one that Pulumi's own file and local backends report. */
export const ORGANIZATION = "organization";

/**
 * Finds one of Pulumi's Node hosts, such as `@pulumi/pulumi/cmd/run`, as installed for the program (or pack) in a
 * directory; our own copy where the directory has none.
 */
export function findHost(module: string, directory: string): string {
  const requireFrom = createRequire(join(directory, "package.json"));
  try {
    return requireFrom.resolve(module);
  } catch {
    return require.resolve(module);
  }
}

/**
 * Arguments for a Node that lives for a second or two: room for young objects from the start, in mebibytes, saves it a
 * good part of its garbage collections.
 */
export const ROOMY: readonly string[] = ["--min-semi-space-size=32", "--max-semi-space-size=64"];

/** The environment of a program, as Pulumi's Node language host sets it. */
export function programEnvironment(identity: StackIdentity, runtime: NodeRuntime): NodeJS.ProcessEnv {
  return {
    ...baseEnvironment(runtime),
    PULUMI_CONFIG: JSON.stringify(legacyKeys(identity.config.values)),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(identity.config.secretKeys),
  };
}

/** The environment of a policy pack, as Pulumi's Node language host sets it. */
export function packEnvironment(identity: StackIdentity, runtime: NodeRuntime): NodeJS.ProcessEnv {
  const facts = {
    ORGANIZATION: identity.organization,
    PROJECT: identity.project,
    STACK: identity.stack,
    DRY_RUN: String(identity.preview),
  };
  const named = (prefix: string) => Object.entries(facts).map(([key, value]) => [`${prefix}${key}`, value]);
  return {
    ...baseEnvironment(runtime),
    ...Object.fromEntries([...named("PULUMI_NODEJS_"), ...named("PULUMI_")]),
    PULUMI_CONFIG: JSON.stringify(identity.config.values),
  };
}

/** What the CLI's hosts set for one run; a user's own settings, such as PULUMI_NODEJS_TRANSPILE_ONLY, stay. */
const OF_ANOTHER_RUN =
  /^PULUMI_(?:CONFIG|CONFIG_SECRET_KEYS|(?:NODEJS_)?(?:ORGANIZATION|PROJECT|STACK|DRY_RUN|ROOT_DIRECTORY|PARALLEL|MONITOR|ENGINE|SYNC|TYPESCRIPT|TSCONFIG_PATH))$/;

/** Without what another Pulumi run, or a debugger, left in this process's environment; and without any network use. */
function baseEnvironment(runtime: NodeRuntime): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([key]) => !OF_ANOTHER_RUN.test(key));
  return {
    ...Object.fromEntries(inherited),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), "node-compile-cache"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    ...(runtime.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
    ...(runtime.tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: runtime.tsconfig } : {}),
  };
}

/** The language host still hands keys over as `namespace:config:name`, for old SDKs; new ones read both. */
function legacyKeys(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const colon = key.indexOf(":");
      return [`${key.slice(0, colon)}:config:${key.slice(colon + 1)}`, value];
    }),
  );
}

/** Whether a directory has its packages installed, there or in a parent. */
export function hasPackage(directory: string, name: string): boolean {
  const paths = createRequire(join(directory, "package.json")).resolve.paths(name) ?? [];
  return paths.some((path) => existsSync(join(path, name)));
}
