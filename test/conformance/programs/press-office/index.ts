import * as azure from "@pulumi/azure-native";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const zoneName = config.get("zone") ?? "press.example";

const group = new azure.resources.ResourceGroup("press");

const pages = new azure.storage.StorageAccount("pages", {
  resourceGroupName: group.name,
  kind: azure.storage.Kind.StorageV2,
  sku: { name: azure.storage.SkuName.Standard_GRS },
  tags: { team: "press" },
});

const site = new azure.storage.StorageAccountStaticWebsite("site", {
  resourceGroupName: group.name,
  accountName: pages.name,
  indexDocument: "index.html",
});

for (const [page, title] of Object.entries({ index: "Welcome", contact: "Contact" })) {
  new azure.storage.Blob(`${page}.html`, {
    resourceGroupName: group.name,
    accountName: pages.name,
    containerName: site.containerName,
    contentType: "text/html",
    source: new pulumi.asset.StringAsset(`<title>${title}</title>`),
  });
}

const originHost = pages.primaryEndpoints.apply(({ web }) => new URL(web).host);

const frontDoor = new azure.cdn.Profile("edge", {
  resourceGroupName: group.name,
  location: "global",
  sku: { name: azure.cdn.SkuName.Standard_AzureFrontDoor },
});

const endpoint = new azure.cdn.AFDEndpoint("news", {
  resourceGroupName: group.name,
  profileName: frontDoor.name,
  location: "global",
});

const origins = new azure.cdn.AFDOriginGroup("storage", {
  resourceGroupName: group.name,
  profileName: frontDoor.name,
  loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3 },
});

const origin = new azure.cdn.AFDOrigin("pages", {
  resourceGroupName: group.name,
  profileName: frontDoor.name,
  originGroupName: origins.name,
  hostName: originHost,
  originHostHeader: originHost,
});

new azure.cdn.Route(
  "everything",
  {
    resourceGroupName: group.name,
    profileName: frontDoor.name,
    endpointName: endpoint.name,
    originGroup: { id: origins.id },
    patternsToMatch: ["/*"],
  },
  { dependsOn: origin },
);

const zone = new azure.dns.Zone("zone", { resourceGroupName: group.name, zoneName, location: "global" });

const www = new azure.dns.RecordSet("www", {
  resourceGroupName: group.name,
  zoneName: zone.name,
  recordType: "CNAME",
  relativeRecordSetName: "www",
  ttl: 300,
  cnameRecord: { cname: endpoint.hostName },
});

export const storageUrl = pages.primaryEndpoints.web;
export const edgeUrl = pulumi.interpolate`https://${endpoint.hostName}/`;
export const name = www.fqdn;
export const team = pages.tags;
