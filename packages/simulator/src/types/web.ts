import { objectOf, type Properties, secret, textOf } from "../values";
import { stableHex } from "../world/identity";
import type { WorldResource } from "../world/resource";
import { conflict } from "./refusals";
import type { PutContext, TypeRow } from "./row";

/** App Service: plans, web apps, functions, static sites. */
export const web: readonly TypeRow[] = [
  {
    armType: "Microsoft.Web/serverfarms",
    immutable: ["reserved", "hyperV", "isXenon"],
    adds: ({ id, location, inputs, world }) => {
      const sku = textOf(objectOf(inputs.sku).name) ?? "";
      return {
        status: "Ready",
        geoRegion: location,
        maximumNumberOfWorkers: 10,
        numberOfWorkers: Number(objectOf(inputs.sku).capacity ?? 1),
        numberOfSites: 0,
        resourceGroup: groupOf(id),
        subscription: world.identity.subscriptionId,
        ...(sku === ""
          ? {}
          : {
              sku: {
                name: sku,
                size: sku,
                family: sku.replace(/\d.*$/, ""),
                capacity: Number(objectOf(inputs.sku).capacity ?? 1),
              },
            }),
        kind: inputs.reserved === true ? "linux" : "app",
      };
    },
  },
  {
    armType: "Microsoft.Web/sites",
    globalName: { taken: (name) => conflict("Conflict", `Website with given name ${name} already exists.`) },
    immutable: ["kind", "reserved"],
    adds: siteOutputs,
    brings: ({ id, inputs }) => [
      {
        id: `${id}/config/appsettings`,
        armType: "Microsoft.Web/sites/config",
        properties: { name: "appsettings", properties: settingsOf(inputs) },
      },
      ...[
        "connectionstrings",
        "web",
        "logs",
        "metadata",
        "authsettings",
        "authsettingsV2",
        "slotConfigNames",
        "azurestorageaccounts",
      ].map((name) => ({
        id: `${id}/config/${name}`,
        armType: "Microsoft.Web/sites/config",
        properties: { name },
      })),
      ...["ftp", "scm"].map((name) => ({
        id: `${id}/basicPublishingCredentialsPolicies/${name}`,
        armType: "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
        properties: { name, allow: true },
      })),
    ],
    actions: {
      listWebAppHostKeys: (site) => ({
        masterKey: secret(keyOf(site, "master")),
        functionKeys: secret({ default: keyOf(site, "default") }),
        systemKeys: secret({}),
      }),
      listWebAppPublishingCredentials: (site) => ({
        ...credentials(site),
        id: `${site.id}/publishingcredentials/$${nameOf(site)}`,
      }),
      listWebAppApplicationSettings: (site, _, world) => ({
        id: `${site.id}/config/appsettings`,
        name: "appsettings",
        properties: secret(objectOf(world.resource(`${site.id}/config/appsettings`)?.properties.properties)),
      }),
      listWebAppConnectionStrings: (site, _, world) => ({
        id: `${site.id}/config/connectionstrings`,
        name: "connectionstrings",
        properties: secret(objectOf(world.resource(`${site.id}/config/connectionstrings`)?.properties.properties)),
      }),
      listWebAppSyncStatus: () => ({}),
    },
  },
  {
    armType: "Microsoft.Web/sites/slots",
    adds: (context) =>
      siteOutputs({ ...context, name: context.id.replace(/^.*\/sites\/([^/]+)\/slots\/([^/]+)$/i, "$1-$2") }),
  },
  { armType: "Microsoft.Web/sites/config" },
  { armType: "Microsoft.Web/sites/networkConfig" },
  {
    armType: "Microsoft.Web/sites/hostNameBindings",
    adds: ({ inputs }) => ({ hostNameType: "Verified", ...(textOf(inputs.sslState) ? {} : { sslState: "Disabled" }) }),
  },
  {
    armType: "Microsoft.Web/sites/functions",
    actions: { listWebAppFunctionKeys: (fn) => ({ properties: secret({ default: keyOf(fn, "default") }) }) },
  },
  {
    armType: "Microsoft.Web/staticSites",
    adds: ({ id }) => {
      const word = stableHex(id.toLowerCase());
      const host = `calm-river-0${word.slice(0, 8)}.1.azurestaticapps.net`;
      return {
        defaultHostname: host,
        customDomains: [],
        contentDistributionEndpoint: "https://content-am2.infrastructure.azurestaticapps.net",
        privateEndpointConnections: [],
        stagingEnvironmentPolicy: "Enabled",
        allowConfigFileUpdates: true,
        keyVaultReferenceIdentity: "SystemAssigned",
      };
    },
    actions: {
      listStaticSiteSecrets: (site) => ({ name: "secrets", properties: secret({ apiKey: keyOf(site, "api") }) }),
      listStaticSiteFunctionAppSettings: (site, _, world) => ({
        properties: secret(objectOf(world.resource(`${site.id}/config/functionappsettings`)?.properties.properties)),
      }),
    },
  },
];

function siteOutputs({ id, name, inputs, location, uuid, world }: PutContext): Properties {
  const host = `${name.toLowerCase()}.azurewebsites.net`;
  const address = (purpose: string) =>
    `20.${50 + (Number.parseInt(uuid(purpose).slice(0, 2), 16) % 50)}.${Number.parseInt(uuid(purpose).slice(2, 4), 16)}.10`;
  const addresses = ["a", "b", "c"].map(address).join(",");
  return {
    kind: "app",
    state: "Running",
    enabled: true,
    usageState: "Normal",
    availabilityState: "Normal",
    defaultHostName: host,
    hostNames: [host],
    enabledHostNames: [host, `${name.toLowerCase()}.scm.azurewebsites.net`],
    hostNameSslStates: [],
    repositorySiteName: name,
    resourceGroup: groupOf(id),
    outboundIpAddresses: addresses,
    possibleOutboundIpAddresses: addresses,
    lastModifiedTimeUtc: world.clock.iso(),
    customDomainVerificationId: stableHex(world.identity.subscriptionId, location).toUpperCase(),
    httpsOnly: false,
    isDefaultContainer: false,
    trafficManagerHostNames: [],
    ...(inputs.serverFarmId === undefined ? {} : { sku: skuOfPlan(inputs, world) }),
    siteConfig: { numberOfWorkers: 1 },
  };
}

function skuOfPlan(inputs: Properties, world: PutContext["world"]): string {
  const plan = world.resource(textOf(inputs.serverFarmId) ?? "");
  return textOf(objectOf(plan?.properties.sku).tier) ?? "Standard";
}

function settingsOf(inputs: Properties): Properties {
  const list = objectOf(inputs.siteConfig).appSettings;
  const pairs = (Array.isArray(list) ? list : []).map((each) => [
    String(objectOf(each).name),
    objectOf(each).value ?? "",
  ]);
  return Object.fromEntries(pairs);
}

function credentials(site: WorldResource): Properties {
  const user = `$${nameOf(site)}`;
  const password = keyOf(site, "publishing");
  return {
    name: nameOf(site),
    publishingUserName: user,
    publishingPassword: secret(password),
    scmUri: secret(`https://${user}:${password}@${nameOf(site).toLowerCase()}.scm.azurewebsites.net`),
  };
}

function keyOf(resource: WorldResource, purpose: string): string {
  return stableHex(resource.id.toLowerCase(), resource.createdAt, purpose).slice(0, 54);
}

function nameOf(resource: WorldResource): string {
  return resource.id.split("/").at(-1) ?? "";
}

function groupOf(id: string): string {
  return /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? "";
}
