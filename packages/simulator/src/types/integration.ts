import { objectOf, secret, textOf } from "../values";
import { accessKey } from "../world/access-keys";
import { stableHex, stableKey } from "../world/identity";
import { namedKeys } from "../world/named-keys";
import { badRequest, conflict } from "./refusals";
import type { TypeRow } from "./row";

const APIM = "Microsoft.ApiManagement/service";

/** API management, configuration, search, workflows, devices. */
export const integration: readonly TypeRow[] = [
  {
    armType: APIM,
    name: {
      pattern: /^[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
      minimum: 1,
      maximum: 50,
      code: "InvalidResourceName",
      message: (name) => `The service name '${name}' is invalid.`,
      checkedByProvider: true,
    },
    globalName: { taken: (name) => conflict("ServiceAlreadyExists", `Api service already exists: ${name}`) },
    softDelete: {
      days: () => 2,
      blocked: (name) =>
        badRequest(
          "ServiceAlreadyExistsInSoftDeletedState",
          `Api service ${name} was soft-deleted. In order to create a new service with the same name, you must either undelete ` +
            "the service or purge it. See https://aka.ms/apimsoftdelete.",
        ),
      restores: (inputs) => inputs.restore === true,
    },
    adds: ({ name, location, uuid, world, existing }) => {
      const host = `${name.toLowerCase()}.azure-api.net`;
      return {
        gatewayUrl: `https://${host}`,
        gatewayRegionalUrl: `https://${name.toLowerCase()}-${location}-01.regional.azure-api.net`,
        portalUrl: `https://${name.toLowerCase()}.portal.azure-api.net`,
        developerPortalUrl: `https://${name.toLowerCase()}.developer.azure-api.net`,
        managementApiUrl: `https://${name.toLowerCase()}.management.azure-api.net`,
        scmUrl: `https://${name.toLowerCase()}.scm.azure-api.net`,
        hostnameConfigurations: [
          {
            type: "Proxy",
            hostName: host,
            negotiateClientCertificate: false,
            defaultSslBinding: true,
            certificateSource: "BuiltIn",
          },
        ],
        publicIPAddresses: [`20.${Number.parseInt(uuid("ip").slice(0, 2), 16)}.20.20`],
        createdAtUtc: existing?.createdAt ?? world.clock.iso(),
        platformVersion: "stv2",
        targetProvisioningState: "",
        publicNetworkAccess: "Enabled",
        virtualNetworkType: "None",
        notificationSenderEmail: "apimgmt-noreply@mail.windowsazure.com",
        disableGateway: false,
      };
    },
  },
  ...[
    "apis",
    "apis/operations",
    "apis/policies",
    "apis/operations/policies",
    "apis/diagnostics",
    "apis/schemas",
    "backends",
    "loggers",
    "products",
    "products/apis",
    "products/policies",
    "policies",
    "policyFragments",
    "diagnostics",
    "apiVersionSets",
    "tags",
    "groups",
    "certificates",
  ].map((type): TypeRow => ({ armType: `${APIM}/${type}` })),
  { armType: `${APIM}/namedValues`, writeOnly: (inputs) => (inputs.secret === true ? ["value"] : []) },
  {
    armType: `${APIM}/subscriptions`,
    sensitive: ["primaryKey", "secondaryKey"],
    adds: ({ world }) => ({ createdDate: world.clock.iso(), state: "active", allowTracing: false }),
    actions: {
      listSubscriptionSecrets: (subscription) => ({
        primaryKey: secret(accessKey(subscription, "primary")),
        secondaryKey: secret(accessKey(subscription, "secondary")),
      }),
    },
  },
  {
    armType: "Microsoft.AppConfiguration/configurationStores",
    name: {
      pattern: /^[A-Za-z0-9](?!.*---)[A-Za-z0-9-]*[A-Za-z0-9]$/,
      minimum: 5,
      maximum: 50,
      code: "InvalidResourceName",
      message: (name) => `The configuration store name '${name}' is invalid.`,
      checkedByProvider: true,
    },
    globalName: { taken: () => conflict("NameUnavailable", "The specified name is already in use.") },
    softDelete: {
      days: (store) =>
        textOf(objectOf(store.properties.sku).name)?.toLowerCase() === "free"
          ? 0
          : Number(store.inputs.softDeleteRetentionInDays ?? 7),
      blocked: () =>
        conflict(
          "NameUnavailable",
          "The specified name is in use by a soft-deleted store. Recover or purge it, or choose another name.",
        ),
      restores: (inputs) => inputs.createMode === "Recover",
    },
    immutable: ["softDeleteRetentionInDays"],
    adds: ({ name, world, existing }) => ({
      endpoint: `https://${name.toLowerCase()}.azconfig.io`,
      creationDate: existing?.createdAt ?? world.clock.iso(),
      disableLocalAuth: false,
      enablePurgeProtection: false,
      privateEndpointConnections: [],
      softDeleteRetentionInDays: 7,
      encryption: {},
    }),
    actions: {
      listConfigurationStoreKeys: (store) => ({
        value: ["Primary", "Secondary", "Primary Read Only", "Secondary Read Only"].map((name) => {
          const id = stableHex(store.id.toLowerCase(), name).slice(0, 16);
          const key = stableKey(32, store.id.toLowerCase(), name);
          return {
            id,
            name,
            value: secret(key),
            connectionString: secret(`Endpoint=${textOf(store.properties.endpoint) ?? ""};Id=${id};Secret=${key}`),
            readOnly: /Read Only/.test(name),
            lastModified: store.createdAt,
          };
        }),
      }),
    },
  },
  {
    armType: "Microsoft.AppConfiguration/configurationStores/keyValues",
    adds: ({ uuid, world }) => ({ eTag: uuid("etag"), lastModified: world.clock.iso(), locked: false }),
  },
  {
    armType: "Microsoft.Search/searchServices",
    name: {
      pattern: /^[a-z0-9](?!.*--)[a-z0-9-]*[a-z0-9]$/,
      minimum: 2,
      maximum: 60,
      code: "InvalidResourceName",
      message: (name) =>
        `Service name '${name}' is invalid: lower-case letters, digits or dashes, 2 to 60 characters, no dash first, last or twice in a row.`,
    },
    globalName: {
      taken: (name) =>
        conflict("ServiceNameUnavailable", `Service name '${name}' is already used. Please choose a different name.`),
    },
    immutable: ["sku.name", "hostingMode"],
    refuses: ({ inputs }) => {
      const sku = textOf(objectOf(inputs.sku).name);
      const known = [
        "free",
        "basic",
        "standard",
        "standard2",
        "standard3",
        "storage_optimized_l1",
        "storage_optimized_l2",
        "serverless",
      ];
      if (sku !== undefined && known.includes(sku.toLowerCase())) return undefined;
      return badRequest("InvalidResourceProperties", `The SKU '${sku ?? ""}' is not one of ${known.join(", ")}.`);
    },
    adds: ({ name, uuid }) => ({
      endpoint: `https://${name}.search.windows.net`,
      status: "running",
      statusDetails: "",
      eTag: `"${uuid("etag")}"`,
      replicaCount: 1,
      partitionCount: 1,
      hostingMode: "Default",
      publicNetworkAccess: "Enabled",
      disableLocalAuth: false,
      networkRuleSet: { ipRules: [], bypass: "None" },
      encryptionWithCmk: { enforcement: "Unspecified", encryptionComplianceStatus: "Compliant" },
      privateEndpointConnections: [],
      sharedPrivateLinkResources: [],
    }),
    actions: {
      listAdminKey: (service) => ({
        primaryKey: secret(accessKey(service, "primary")),
        secondaryKey: secret(accessKey(service, "secondary")),
      }),
      listQueryKeyBySearchService: (service) => ({
        value: namedKeys(service).map(({ name, value }) => ({ name, key: secret(value) })),
      }),
    },
  },
  {
    armType: "Microsoft.Logic/workflows",
    adds: ({ id, location, uuid, world, existing }) => ({
      accessEndpoint: `https://prod-10.${location}.logic.azure.com:443/workflows/${stableHex(id.toLowerCase()).slice(0, 32)}`,
      version: uuid("version").replaceAll("-", ""),
      state: "Enabled",
      createdTime: existing?.createdAt ?? world.clock.iso(),
      changedTime: world.clock.iso(),
    }),
    actions: {
      listWorkflowCallbackUrl: (workflow) => callback(textOf(workflow.properties.accessEndpoint) ?? "", workflow.id),
      listWorkflowTriggerCallbackUrl: (workflow, args) =>
        callback(
          `${textOf(workflow.properties.accessEndpoint) ?? ""}/triggers/${textOf(args.triggerName) ?? "manual"}/paths/invoke`,
          workflow.id,
        ),
    },
  },
  {
    armType: "Microsoft.Devices/IotHubs",
    adds: ({ name, uuid }) => ({
      etag: uuid("etag").slice(0, 12),
      properties: {
        hostName: `${name.toLowerCase()}.azure-devices.net`,
        state: "Active",
        provisioningState: "Succeeded",
        eventHubEndpoints: {
          events: {
            endpoint: `sb://iothub-ns-${name.toLowerCase()}.servicebus.windows.net/`,
            path: name.toLowerCase(),
            partitionCount: 4,
            partitionIds: ["0", "1", "2", "3"],
            retentionTimeInDays: 1,
          },
        },
        locations: [],
      },
    }),
  },
  {
    armType: "Microsoft.Automation/automationAccounts",
    adds: ({ world, existing }) => ({
      state: "Ok",
      creationTime: existing?.createdAt ?? world.clock.iso(),
      lastModifiedTime: world.clock.iso(),
    }),
  },
  {
    armType: "Microsoft.Batch/batchAccounts",
    adds: ({ name, location }) => ({
      accountEndpoint: `${name.toLowerCase()}.${location}.batch.azure.com`,
      nodeManagementEndpoint: `${name.toLowerCase()}.${location}.service.batch.azure.com`,
      poolAllocationMode: "BatchService",
      dedicatedCoreQuota: 100,
      lowPriorityCoreQuota: 100,
      poolQuota: 100,
      activeJobAndJobScheduleQuota: 300,
      dedicatedCoreQuotaPerVMFamily: [],
      privateEndpointConnections: [],
    }),
    actions: {
      listBatchAccountKeys: (account) => ({
        accountName: account.id.split("/").at(-1) ?? "",
        primary: secret(stableKey(64, account.id, "primary")),
        secondary: secret(stableKey(64, account.id, "secondary")),
      }),
    },
  },
];

function callback(base: string, id: string) {
  const signature = stableKey(32, id.toLowerCase(), "callback").replace(/[+/=]/g, "");
  const queries = { "api-version": "2016-10-01", sp: "/triggers/manual/run", sv: "1.0", sig: signature };
  return {
    method: "POST",
    basePath: base,
    value: secret(`${base}?${new URLSearchParams(queries).toString()}`),
    queries: secret({ apiVersion: "2016-10-01", sp: queries.sp, sv: queries.sv, sig: signature }),
  };
}
