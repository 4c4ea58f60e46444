import { nameOf } from "../../../sdk";
import { objectOf, textOf, type Value } from "../../../values";
import { secretVersions, type World } from "../../../world";

/** The value of the Key Vault secret that a resource names by `secretIdentifier`; undefined where there is none. */
export function referencedSecret(world: World, reference: Value | undefined): string | undefined {
  const identifier = textOf(objectOf(reference).secretIdentifier) ?? "";
  const [, vaultName, name, version] =
    /^https:\/\/([^./]+)[^/]*\/secrets\/([^/]+)(?:\/([^/]+))?\/?$/i.exec(identifier) ?? [];
  const vault = world
    .resources("Microsoft.KeyVault/vaults")
    .find((each) => nameOf(each.id).toLowerCase() === vaultName?.toLowerCase());
  if (vault === undefined || name === undefined) return undefined;
  const versions = secretVersions(world.resource(`${vault.id}/secrets/${name}`));
  return (version === undefined ? versions.at(-1) : versions.find((each) => each.version === version))?.value;
}
