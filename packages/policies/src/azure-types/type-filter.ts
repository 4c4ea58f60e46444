import { azureType } from "./azure-type";

/**
 * What a rule applies to: `module:Name` for an azure-native type in any form of its token, `package:*` for everything
 * of a Pulumi package (`azure-native:*` includes its packages for one API version), or a whole token of another package.
 */
export type TypeSelector = string;

/** A test, quick after the first time, of whether a token is among the selected types. */
export function typeFilter(selectors: readonly TypeSelector[]): (token: string) => boolean {
  const types = new Set(selectors);
  const packages = selectors.filter((selector) => selector.endsWith(":*")).map((selector) => selector.slice(0, -2));
  const known = new Map<string, boolean>();
  return (token) => {
    const answer = known.get(token) ?? selects(token, types, packages);
    known.set(token, answer);
    return answer;
  };
}

function selects(token: string, types: ReadonlySet<string>, packages: readonly string[]): boolean {
  const azure = azureType(token);
  if (azure !== undefined) return types.has(azure.type) || packages.includes("azure-native");
  return types.has(token) || packages.includes(token.slice(0, token.indexOf(":")));
}
