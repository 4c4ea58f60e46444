import * as cognitiveservices from "@pulumi/azure-native/cognitiveservices";
import * as features from "@pulumi/azure-native/features";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import { secret } from "@pulumi/pulumi";
import type { RingContext } from "@ringfence/azure";

/**
 * What a colleague in a hurry adds beside the components. Each of it is accepted by Azure, and refused by the policy
 * packs from test up.
 */
export function shortcuts(ring: RingContext): void {
  const { resourceGroupName, location, keyVaultName: vaultName } = ring;

  new resources.ResourceGroup("playground", { location });
  new storage.StorageAccount("exports", {
    resourceGroupName,
    location,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    tags: { service: "claims-assistant", owner: "", environment: "production" },
  });

  new keyvault.Secret("mailer", {
    resourceGroupName,
    vaultName,
    secretName: "mailer",
    properties: { value: secret("made-up-mailer-password") },
    tags: { ...ring.tags },
  });
  new keyvault.Secret("geocoder", {
    resourceGroupName,
    vaultName,
    secretName: "geocoder",
    properties: {
      value: secret("made-up-geocoder-key"),
      contentType: "text/plain",
      attributes: { notBefore: Date.parse("2026-01-01") / 1000, expires: Date.parse("2027-12-31") / 1000 },
    },
    tags: { ...ring.tags },
  });
  new keyvault.Key("signing", {
    resourceGroupName,
    vaultName,
    keyName: "signing",
    properties: { kty: "RSA", keySize: 2048 },
    tags: { ...ring.tags },
  });

  new features.SubscriptionFeatureRegistration("early-access", {
    providerNamespace: "Microsoft.CognitiveServices",
    featureName: "OpenAI.EarlyAccess",
  });
  const lab = new cognitiveservices.Account("lab", {
    resourceGroupName,
    location: "swedencentral",
    kind: "AIServices",
    sku: { name: "S0" },
    identity: { type: "SystemAssigned" },
    properties: { customSubDomainName: `lab-${ring.suffix}`, disableLocalAuth: true, publicNetworkAccess: "Disabled" },
    tags: { ...ring.tags },
  });
  new cognitiveservices.Deployment("lab-preview", {
    resourceGroupName,
    accountName: lab.name,
    deploymentName: "preview",
    properties: { model: { format: "OpenAI", name: "gpt-5.4-preview", version: "2026-10-01-preview" } },
    sku: { name: "GlobalStandard", capacity: 10 },
    tags: { ...ring.tags },
  });
  new resources.Resource("hidden", {
    resourceGroupName,
    resourceProviderNamespace: "Microsoft.CognitiveServices",
    parentResourcePath: "",
    resourceType: "accounts",
    resourceName: `hidden-${ring.suffix}`,
    apiVersion: "2025-10-01-preview",
    location: "swedencentral",
    kind: "OpenAI",
    sku: { name: "S0" },
    tags: { ...ring.tags },
  });
}
