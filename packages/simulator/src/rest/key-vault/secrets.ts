import { azureType } from "../../provider/azure/azure-type";
import { outputsOf } from "../../provider/azure/outputs";
import type { Properties } from "../../values";
import {
  type SecretContent,
  type SecretVersion,
  secretVersions,
  type World,
  type WorldResource,
  withVersion,
} from "../../world";

const SECRETS = "Microsoft.KeyVault/vaults/secrets";

/** Where a vault keeps a secret in the world. */
export function secretId(vault: WorldResource, name: string): string {
  return `${vault.id}/secrets/${name}`;
}

/** A vault's secrets. */
export function secretsOf(world: World, vault: WorldResource): WorldResource[] {
  return world.inside(vault.id).filter(({ armType }) => armType === SECRETS);
}

/** Writes a new version, as setting a secret always does, whatever its value was. */
export async function setSecret(
  world: World,
  vault: WorldResource,
  name: string,
  content: SecretContent,
): Promise<WorldResource> {
  const known = secretVersions(world.resource(secretId(vault, name)));
  const versions = withVersion(secretId(vault, name), known, content, world.clock.now());
  return keep(world, vault, name, versions);
}

/** Changes what is said of one version; its value stays. */
export async function updateVersion(
  world: World,
  vault: WorldResource,
  name: string,
  version: string,
  change: Omit<SecretContent, "value">,
): Promise<SecretVersion | undefined> {
  const known = secretVersions(world.resource(secretId(vault, name)));
  const updated = Math.floor(world.clock.now().getTime() / 1000);
  const versions = known.map((each) => (each.version === version ? { ...each, ...change, updated } : each));
  const found = versions.find((each) => each.version === version);
  if (found !== undefined) await keep(world, vault, name, versions);
  return found;
}

/** Puts the secret into the world as its newest version is, so that every door sees it. */
function keep(
  world: World,
  vault: WorldResource,
  name: string,
  versions: readonly SecretVersion[],
): Promise<WorldResource> {
  const type = azureType("azure-native:keyvault:Secret");
  const newest = versions.at(-1);
  if (type === undefined || newest === undefined) throw new Error("a secret has a type and a version");
  const id = world.resource(secretId(vault, name))?.id ?? secretId(vault, name);
  const [, group = ""] = /\/resourceGroups\/([^/]+)\//i.exec(vault.id) ?? [];
  const inputs: Properties = {
    resourceGroupName: group,
    vaultName: vault.id.split("/").at(-1) ?? "",
    secretName: name,
    properties: {
      value: newest.value,
      ...(newest.contentType === undefined ? {} : { contentType: newest.contentType }),
      attributes: {
        enabled: newest.enabled,
        ...(newest.exp === undefined ? {} : { expires: newest.exp }),
        ...(newest.nbf === undefined ? {} : { notBefore: newest.nbf }),
      },
    },
    ...(newest.tags === undefined ? {} : { tags: newest.tags }),
  };
  return world.put({
    id,
    armType: SECRETS,
    inputs,
    create: false,
    state: { ...world.resource(id)?.state, versions },
    shape: (added) => outputsOf(world, type, id, inputs, added),
  });
}
