import { createHash } from "node:crypto";

/** How azure-native makes up a name that the program leaves out. */
export type AutonameStyle = "random" | "copy" | "uuid";

/**
 * azure-native's rule (`provider/pkg/resources/resources.go`): UUIDs for role assignments and definitions; a random
 * suffix for what stands directly under a resource group, subscription or scope, and for names that are host names;
 * the plain logical name for a child.
 */
export function autonameStyle(path: string): AutonameStyle | undefined {
  const name = /\{([^}]+)\}$/.exec(path)?.[1];
  if (name === undefined || name.includes(".")) return undefined;
  if (name === "roleAssignmentName" || name === "roleDefinitionId") return "uuid";
  if (name === "endpointName" || name === "customDomainName") return "random";
  const parts = path.toLowerCase().split("microsoft.");
  const own = parts.at(-1) ?? "";
  return parts.length === 1 || own.split("{").length === 2 ? "random" : "copy";
}

/**
 * A name in the given style. The random part has 8 hexadecimal digits and depends on nothing but the seed, so that the
 * engine's seed decides it.
 */
export function autoname(style: AutonameStyle, logicalName: string, seed: Uint8Array): string {
  if (style === "copy") return logicalName;
  const digits = createHash("sha256").update(seed).update(logicalName).digest("hex");
  if (style === "random") return logicalName + digits.slice(0, 8);
  return uuidFrom(digits);
}

/** The first 32 hexadecimal digits, written as a version 4 UUID. */
export function uuidFrom(digits: string): string {
  const variant = "89ab"[Number.parseInt(digits[16] ?? "0", 16) % 4];
  const hex = `${digits.slice(0, 12)}4${digits.slice(13, 16)}${variant}${digits.slice(17, 32)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
