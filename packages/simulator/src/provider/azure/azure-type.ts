import {
  type AzureToken,
  armTypeOf,
  azureToken,
  classNames,
  inputsOf,
  type ResourceClass,
  resourceClass,
} from "../../sdk";

/** A resource class of azure-native, ready to use. */
export interface AzureType {
  token: AzureToken;
  row: ResourceClass;
  armType: string;
  /** API version that requests speak: the one in the token, else the class's default. */
  version: string | undefined;
  /** Input names and whether each is required. */
  inputs: Map<string, boolean>;
}

/**
 * Finds the class for a type token.
 *
 * @returns undefined for a token that this version of the data does not have.
 */
export function azureType(token: string): AzureType | undefined {
  const parsed = azureToken(token);
  const row = parsed === undefined ? undefined : resourceClass(parsed);
  if (parsed === undefined || row === undefined) return undefined;
  return {
    token: parsed,
    row,
    armType: armTypeOf(row.path),
    version: row.version === undefined ? undefined : (parsed.version ?? row.version),
    inputs: inputsOf(row),
  };
}

/** Whether a module has a class that creates resources of an ARM type. */
export function hasClassFor(module: string, armType: string): boolean {
  return classNames(module).some((name) => {
    const path = resourceClass({ module, name })?.path;
    return path !== undefined && armTypeOf(path).toLowerCase() === armType.toLowerCase();
  });
}
