import { objectOf, type Properties, sameValue, textOf } from "../values";
import { stableHex } from "./identity";
import type { WorldResource } from "./resource";

/** One version of a Key Vault secret. Times are in seconds since 1970, as Key Vault writes them. */
export interface SecretVersion {
  version: string;
  value: string;
  enabled: boolean;
  created: number;
  updated: number;
  /** Not usable before. */
  nbf?: number;
  /** Expires. */
  exp?: number;
  contentType?: string;
  tags?: Properties;
}

/** What a caller says of a secret: everything but the value may be left out. */
export interface SecretContent {
  value: string;
  enabled?: boolean;
  nbf?: number;
  exp?: number;
  contentType?: string;
  tags?: Properties;
}

/** A secret's inputs in azure-native's shape, as its content. */
export function secretContent(inputs: Properties): SecretContent {
  const asked = objectOf(inputs.properties);
  const attributes = objectOf(asked.attributes);
  const { enabled, expires, notBefore } = attributes;
  return {
    value: textOf(asked.value) ?? "",
    ...(typeof enabled === "boolean" ? { enabled } : {}),
    ...(typeof notBefore === "number" ? { nbf: notBefore } : {}),
    ...(typeof expires === "number" ? { exp: expires } : {}),
    ...(textOf(asked.contentType) === undefined ? {} : { contentType: textOf(asked.contentType) }),
    ...(inputs.tags === undefined ? {} : { tags: objectOf(inputs.tags) }),
  };
}

/** The versions of a secret, the oldest first. */
export function secretVersions(secret: WorldResource | undefined): readonly SecretVersion[] {
  return secret?.state?.versions ?? [];
}

/** The versions with one more. */
export function withVersion(
  id: string,
  versions: readonly SecretVersion[],
  content: SecretContent,
  now: Date,
): SecretVersion[] {
  const seconds = Math.floor(now.getTime() / 1000);
  const first = versionId(id, content.value);
  const taken = versions.some(({ version }) => version === first);
  return [
    ...versions,
    {
      version: taken ? versionId(id, content.value, String(versions.length)) : first,
      enabled: true,
      ...content,
      created: seconds,
      updated: seconds,
    },
  ];
}

/** The versions after a program wrote the secret: one more when its value is new, else the newest as it now is. */
export function writtenVersions(
  id: string,
  versions: readonly SecretVersion[],
  content: SecretContent,
  now: Date,
): readonly SecretVersion[] {
  const newest = versions.at(-1);
  if (newest === undefined || newest.value !== content.value) return withVersion(id, versions, content, now);
  const { version, created, updated } = newest;
  const changed: SecretVersion = { version, enabled: true, ...content, created, updated };
  if (sameValue({ ...changed }, { ...newest })) return versions;
  return [...versions.slice(0, -1), { ...changed, updated: Math.floor(now.getTime() / 1000) }];
}

function versionId(id: string, ...words: readonly string[]): string {
  return stableHex(id.toLowerCase(), ...words).slice(0, 32);
}
