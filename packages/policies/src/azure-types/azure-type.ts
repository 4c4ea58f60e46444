import { renamedTypes } from "./renamed.generated";

/** A resource type of azure-native, whatever form its token has. */
export interface AzureType {
  /** `module:Name` of today's major version: `cognitiveservices:Account`. */
  type: string;
  /** The API version that the token itself names: `2025-10-01-preview`. */
  apiVersion?: string;
}

/**
 * `azure-native:m:Name`, `azure-native:m/v20250101:Name` (major version 2) and the packages that `pulumi package add`
 * makes for one API version: `azure-native_m_v20250101:m:Name`, or `…:m/v20250101:Name` in older ones.
 */
const TOKEN = /^azure-native(?:_[a-z0-9]+_(v\d{8}\w*))?:([A-Za-z0-9]+)(?:\/(v\d{8}\w*))?:(\w+)$/;

const seen = new Map<string, AzureType | undefined>();

/** The azure-native type that a token stands for; undefined for the types of other providers. */
export function azureType(token: string): AzureType | undefined {
  const known = seen.get(token);
  if (known !== undefined || seen.has(token)) return known;
  const parsed = parse(token);
  seen.set(token, parsed);
  return parsed;
}

function parse(token: string): AzureType | undefined {
  const [, packageVersion, module, moduleVersion, name] = TOKEN.exec(token) ?? [];
  if (module === undefined || name === undefined) return undefined;
  const given = `${module.toLowerCase()}:${name}`;
  const type = renamedTypes[given] ?? given;
  const version = packageVersion ?? moduleVersion;
  return version === undefined ? { type } : { type, apiVersion: apiVersion(version) };
}

/** `v20251001preview` is `2025-10-01-preview`. */
function apiVersion(segment: string): string {
  const [year, month, day, suffix] = [segment.slice(1, 5), segment.slice(5, 7), segment.slice(7, 9), segment.slice(9)];
  return `${year}-${month}-${day}${suffix === "" ? "" : `-${suffix}`}`;
}

/** Whether an API version carries a suffix such as `-preview` or `-beta`: Azure may change or withdraw it. */
export function isPreviewVersion(version: string): boolean {
  return /^\d{4}-\d{2}-\d{2}-?\w+$/.test(version);
}
