import { objectOf, type Properties, secret, textOf } from "../values";
import { accessKey, keySlots, keyState } from "../world/access-keys";
import { stableHex, stableKey } from "../world/identity";
import type { WorldResource } from "../world/resource";
import { badRequest, conflict } from "./refusals";
import type { PutContext, TypeRow } from "./row";

const SKUS = [
  "Standard_LRS",
  "Standard_GRS",
  "Standard_RAGRS",
  "Standard_ZRS",
  "Standard_GZRS",
  "Standard_RAGZRS",
  "Premium_LRS",
  "Premium_ZRS",
  "StandardV2_LRS",
  "StandardV2_GRS",
  "StandardV2_ZRS",
  "StandardV2_GZRS",
  "PremiumV2_LRS",
  "PremiumV2_ZRS",
];

/** Storage accounts and what is in them. */
export const storage: readonly TypeRow[] = [
  {
    armType: "Microsoft.Storage/storageAccounts",
    name: {
      pattern: /^[a-z0-9]+$/,
      minimum: 3,
      maximum: 24,
      code: "AccountNameInvalid",
      message: (name) =>
        `${name} is not a valid storage account name. Storage account name must be between 3 and 24 characters in length ` +
        "and use numbers and lower-case letters only.",
      checkedByProvider: true,
    },
    globalName: {
      taken: (name) => conflict("StorageAccountAlreadyTaken", `The storage account named ${name} is already taken.`),
    },
    immutable: ["isHnsEnabled", "enableNfsV3", "immutableStorageWithVersioning", "extendedLocation"],
    refuses: ({ inputs }) => {
      const sku = textOf(objectOf(inputs.sku).name) ?? "";
      if (!SKUS.includes(sku)) {
        return badRequest("InvalidValuesForRequestParameters", "Values for request parameters are invalid: sku.");
      }
      return undefined;
    },
    adds: accountOutputs,
    brings: ({ id }) =>
      ["blobServices", "fileServices", "queueServices", "tableServices"].map((service) => ({
        id: `${id}/${service}/default`,
        armType: `Microsoft.Storage/storageAccounts/${service}`,
        properties: { name: "default", type: `Microsoft.Storage/storageAccounts/${service}` },
      })),
    actions: {
      listStorageAccountKeys: (account) => ({
        keys: keySlots(account).map((keyName) => ({
          keyName,
          permissions: "FULL",
          creationTime: keyState(account, keyName)?.changedAt ?? account.createdAt,
          value: secret(accessKey(account, keyName)),
        })),
      }),
      listStorageAccountSAS: (account, args) => ({ accountSasToken: secret(sasToken(account, args)) }),
      listStorageAccountServiceSAS: (account, args) => ({ serviceSasToken: secret(sasToken(account, args)) }),
    },
  },
  {
    armType: "Microsoft.Storage/storageAccounts/staticWebsite",
    adds: () => ({ containerName: "$web" }),
    brings: ({ id }) => [
      {
        id: `${id.replace(/\/staticWebsite$/, "")}/blobServices/default/containers/$web`,
        armType: "Microsoft.Storage/storageAccounts/blobServices/containers",
        properties: { name: "$web", publicAccess: "None" },
      },
    ],
  },
  {
    armType: "Microsoft.Storage/storageAccounts/blobServices/containers",
    name: {
      pattern: /^(\$web|\$root|\$logs|[a-z0-9](?!.*--)[a-z0-9-]*[a-z0-9])$/,
      minimum: 3,
      maximum: 63,
      code: "InvalidResourceName",
      message: () => "The specified resource name contains invalid characters.",
    },
    adds: ({ world }) => ({
      publicAccess: "None",
      leaseState: "Available",
      leaseStatus: "Unlocked",
      lastModifiedTime: world.clock.iso(),
      hasImmutabilityPolicy: false,
      hasLegalHold: false,
      deleted: false,
      defaultEncryptionScope: "$account-encryption-key",
      denyEncryptionScopeOverride: false,
    }),
  },
  {
    armType: "Microsoft.Storage/storageAccounts/blobServices/containers/blobs",
    immutable: ["source", "type", "contentMd5"],
    adds: ({ id }) => {
      const [, account = "", container = "", blob = ""] =
        /\/storageAccounts\/([^/]+)\/blobServices\/default\/containers\/([^/]+)\/blobs\/(.+)$/i.exec(id) ?? [];
      return { name: blob, url: `https://${account}.blob.core.windows.net/${container}/${blob}`, metadata: {} };
    },
  },
  child("queueServices/queues", /^[a-z0-9](?!.*--)[a-z0-9-]*[a-z0-9]$/),
  child("tableServices/tables", /^[A-Za-z][A-Za-z0-9]*$/),
  child("fileServices/shares", /^[a-z0-9](?!.*--)[a-z0-9-]*[a-z0-9]$/),
  { armType: "Microsoft.Storage/storageAccounts/blobServices" },
  { armType: "Microsoft.Storage/storageAccounts/fileServices" },
  { armType: "Microsoft.Storage/storageAccounts/queueServices" },
  { armType: "Microsoft.Storage/storageAccounts/tableServices" },
  {
    armType: "Microsoft.Storage/storageAccounts/managementPolicies",
    adds: ({ world }) => ({ lastModifiedTime: world.clock.iso() }),
  },
];

function child(type: string, pattern: RegExp): TypeRow {
  return {
    armType: `Microsoft.Storage/storageAccounts/${type}`,
    name: {
      pattern,
      minimum: 3,
      maximum: 63,
      code: "InvalidResourceName",
      message: () => "The specified resource name contains invalid characters.",
    },
  };
}

function accountOutputs({ name, location, inputs, world }: PutContext): Properties {
  const sku = textOf(objectOf(inputs.sku).name) ?? "";
  const hosts = (suffix: string) => endpoints(name, suffix, location, textOf(inputs.kind) ?? "StorageV2", sku);
  const on = { enabled: true, keyType: "Account", lastEnabledTime: world.clock.iso() };
  const replicated = /GRS|GZRS/.test(sku);
  return {
    sku: { tier: sku.startsWith("Premium") ? "Premium" : "Standard" },
    creationTime: world.clock.iso(),
    keyCreationTime: { key1: world.clock.iso(), key2: world.clock.iso() },
    primaryLocation: location,
    statusOfPrimary: "available",
    primaryEndpoints: hosts(""),
    ...(/RA/.test(sku) ? { secondaryEndpoints: hosts("-secondary") } : {}),
    ...(replicated ? { statusOfSecondary: "available" } : {}),
    privateEndpointConnections: [],
    networkRuleSet: {
      bypass: "AzureServices",
      defaultAction: "Allow",
      ipRules: [],
      virtualNetworkRules: [],
      resourceAccessRules: [],
    },
    encryption: { keySource: "Microsoft.Storage", services: { blob: on, file: on } },
    enableHttpsTrafficOnly: true,
    allowBlobPublicAccess: false,
    minimumTlsVersion: "TLS1_2",
    ...(inputs.kind === "StorageV2" || inputs.kind === "BlobStorage" ? { accessTier: "Hot" } : {}),
  };
}

/** Which services an account has depends on its kind; the number in a web site's host depends on its region. */
function endpoints(name: string, suffix: string, location: string, kind: string, sku: string): Properties {
  const host = (service: string) => `https://${name}${suffix}.${service}.core.windows.net/`;
  const zone = (Number.parseInt(stableHex(location).slice(0, 4), 16) % 50) + 1;
  const web = `https://${name}${suffix}.z${zone}.web.core.windows.net/`;
  if (kind === "FileStorage") return { file: host("file") };
  if (kind === "BlobStorage") return { blob: host("blob"), dfs: host("dfs"), table: host("table") };
  if (kind === "BlockBlobStorage") return { blob: host("blob"), dfs: host("dfs"), web };
  const all = { blob: host("blob"), queue: host("queue"), table: host("table"), file: host("file") };
  if (kind === "Storage") return all;
  return sku.startsWith("Premium") ? { blob: host("blob"), web } : { ...all, dfs: host("dfs"), web };
}

/** A shared access signature in its usual form; its signature is made up. */
function sasToken(account: WorldResource, args: Properties): string {
  const parameters = new URLSearchParams({
    sv: "2015-04-05",
    sr: textOf(args.resource) ?? "c",
    sp: textOf(args.permissions) ?? "r",
    st: textOf(args.sharedAccessStartTime) ?? account.createdAt,
    se: textOf(args.sharedAccessExpiryTime) ?? account.createdAt,
    spr: textOf(args.protocols) ?? "https",
    sig: stableKey(32, account.id.toLowerCase(), JSON.stringify(args)),
  });
  return parameters.toString();
}
