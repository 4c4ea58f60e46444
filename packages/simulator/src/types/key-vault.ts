import { objectOf, textOf } from "../values";
import { stableHex } from "../world/identity";
import { secretContent, secretVersions, writtenVersions } from "../world/secret-versions";
import { badRequest, conflict } from "./refusals";
import type { PutContext, TypeRow } from "./row";

/** Key vaults, their secrets and keys. */
export const keyVault: readonly TypeRow[] = [
  {
    armType: "Microsoft.KeyVault/vaults",
    name: {
      pattern: /^[A-Za-z](?!.*--)[A-Za-z0-9-]*[A-Za-z0-9]$/,
      minimum: 3,
      maximum: 24,
      code: "VaultNameNotValid",
      message: (name) =>
        `The vault name '${name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must ` +
        "begin with a letter, end with a letter or digit, and not contain consecutive hyphens.",
    },
    globalName: {
      taken: (name) =>
        conflict(
          "VaultAlreadyExists",
          `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is ` +
            "already taken. If you are sure that the vault name was not taken then it is possible that a vault with the " +
            "same name was recently deleted but not purged after being placed in a recoverable state.",
        ),
    },
    softDelete: {
      days: (vault) => Number(objectOf(vault.properties.properties).softDeleteRetentionInDays ?? 90),
      blocked: () =>
        conflict(
          "ConflictError",
          "A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault.",
        ),
      restores: (inputs) => objectOf(inputs.properties).createMode === "recover",
    },
    refuses: ({ inputs, existing }) => {
      const [asked, was] = [objectOf(inputs.properties), objectOf(existing?.properties.properties)];
      if (asked.enablePurgeProtection === false && (existing === undefined || was.enablePurgeProtection === true)) {
        return badRequest(
          "BadRequest",
          'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
        );
      }
      const days = asked.softDeleteRetentionInDays;
      if (typeof days === "number" && (days < 7 || days > 90)) {
        return badRequest(
          "BadRequest",
          'The value of the property "softDeleteRetentionInDays" must be between 7 and 90.',
        );
      }
      return undefined;
    },
    adds: ({ name }) => ({
      properties: {
        vaultUri: `https://${name.toLowerCase()}.vault.azure.net/`,
        provisioningState: "Succeeded",
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
        publicNetworkAccess: "Enabled",
        accessPolicies: [],
      },
    }),
  },
  {
    armType: "Microsoft.KeyVault/vaults/secrets",
    name: vaultChild("secret"),
    writeOnly: ["properties.value"],
    keeps: ({ id, inputs, existing, world }) => ({
      ...existing?.state,
      versions: writtenVersions(id, secretVersions(existing), secretContent(inputs), world.clock.now()),
    }),
    adds: (context) => {
      const uri = itemUri(context, "secrets");
      const newest = context.state?.versions?.at(-1);
      return {
        location: vaultLocation(context),
        properties: {
          secretUri: uri,
          secretUriWithVersion: newest === undefined ? uri : `${uri}/${newest.version}`,
          attributes: { enabled: true, ...times(context) },
        },
      };
    },
  },
  {
    armType: "Microsoft.KeyVault/vaults/keys",
    name: vaultChild("key"),
    immutable: ["properties.kty", "properties.keySize", "properties.curveName", "properties.keyOps"],
    adds: (context) => {
      const uri = itemUri(context, "keys");
      const asked = objectOf(context.inputs.properties);
      const { attributes, ...shown } = asked;
      return {
        location: vaultLocation(context),
        keyUri: uri,
        keyUriWithVersion: `${uri}/${stableHex(context.id.toLowerCase(), "key").slice(0, 32)}`,
        ...shown,
        attributes: {
          enabled: true,
          exportable: false,
          recoveryLevel: "Recoverable+Purgeable",
          ...times(context),
          ...objectOf(attributes),
        },
      };
    },
  },
  { armType: "Microsoft.KeyVault/vaults/accessPolicy" },
];

function vaultChild(kind: string): TypeRow["name"] {
  return {
    pattern: /^[A-Za-z0-9-]+$/,
    minimum: 1,
    maximum: 127,
    code: "BadParameter",
    message: (name) =>
      `The ${kind} name '${name}' is invalid. It may have letters, digits and hyphens, 1 to 127 of them.`,
    checkedByProvider: true,
  };
}

function itemUri({ id, name }: PutContext, kind: string): string {
  const vault = /\/vaults\/([^/]+)\//i.exec(id)?.[1] ?? "";
  return `https://${vault.toLowerCase()}.vault.azure.net/${kind}/${name}`;
}

function vaultLocation({ parent }: PutContext): string {
  return textOf(parent?.properties.location) ?? "";
}

/** Key Vault writes times in seconds since 1970. */
function times({ world, existing }: PutContext): { created: number; updated: number } {
  const seconds = (iso: string) => Math.floor(new Date(iso).getTime() / 1000);
  return { created: seconds(existing?.createdAt ?? world.clock.iso()), updated: seconds(world.clock.iso()) };
}
