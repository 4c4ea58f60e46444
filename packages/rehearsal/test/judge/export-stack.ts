import type { RehearsedResource, StackRehearsal } from "../../src/document";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** A secret as `pulumi stack export` writes it. */
export const encrypted = { [SIGNATURE]: SECRET, ciphertext: "v1:JdHjEqgKvQ1wvvxR:3WkW6WkmcJZ0Yl8=" };

/** A secret as `pulumi stack export --show-secrets` writes it. */
export const inTheClear = (value: unknown) => ({ [SIGNATURE]: SECRET, plaintext: JSON.stringify(value) });

/** A deployed stack in the layout of `pulumi stack export`, its secrets encrypted. */
export function exportOf(stack: Pick<StackRehearsal, "resources">, change: (rows: Row[]) => Row[] = (rows) => rows) {
  return {
    version: 3,
    deployment: {
      manifest: { time: "2026-11-21T11:40:12.345Z", magic: "6f4d0", version: "v3.270.0" },
      secrets_providers: { type: "passphrase", state: { salt: "v1:c2FsdA==:v1:bm9uY2U=:eA==" } },
      resources: change(stack.resources.map(rowOf)),
      metadata: {},
    },
  };
}

export type Row = Record<string, unknown> & { urn: string };

function rowOf(resource: RehearsedResource): Row {
  const { urn, type, parent, custom, read, inputs, outputs, id, dependencies, propertyDependencies, protect } =
    resource;
  return {
    urn,
    custom,
    ...(id && { id }),
    type,
    inputs: withSecrets(inputs),
    outputs: withSecrets(outputs),
    ...(parent && { parent }),
    ...(read && { external: true }),
    ...(protect && { protect }),
    ...(dependencies.length > 0 && { dependencies }),
    ...(Object.keys(propertyDependencies).length > 0 && { propertyDependencies }),
    created: "2026-11-21T11:40:12.345Z",
    modified: "2026-11-21T11:40:12.345Z",
  };
}

function withSecrets(value: unknown): unknown {
  if (value === "[secret]") return encrypted;
  if (Array.isArray(value)) return value.map(withSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withSecrets(field)]));
}
