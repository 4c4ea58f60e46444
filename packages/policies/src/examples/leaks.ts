import { type ExampleBag, type Examples, resource } from "./example";
import { inGroup } from "./surroundings";

const setting = (args: ExampleBag) =>
  resource("appconfiguration:KeyValue", "vendor-api-key", {
    ...inGroup,
    configStoreName: "appcs-claims-prod",
    keyValueName: "vendor:apiKey",
    ...args,
  });

const template = (password: ExampleBag) =>
  resource("resources:Deployment", "legacy", {
    ...inGroup,
    properties: {
      mode: "Incremental",
      template: {
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        parameters: { adminPassword: { type: "securestring" } },
        resources: [],
      },
      parameters: { adminPassword: password },
    },
  });

const untyped = resource("resources:Deployment", "legacy", {
  ...inGroup,
  properties: {
    mode: "Incremental",
    template: {
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      parameters: { adminPassword: { type: "string" } },
      resources: [],
    },
    parameters: { adminPassword: { value: "Summer-2026!" } },
  },
});

const stack = (outputs: ExampleBag) => resource("pulumi:pulumi:Stack", "claims-prod", outputs);

export const leaks: Examples = {
  "app-configuration-no-secrets": {
    bad: [setting({ value: "Summer-2026!" })],
    good: [
      setting({
        contentType: "application/vnd.microsoft.appconfig.keyvaultref+json;charset=utf-8",
        value: '{"uri":"https://kv-claims-prod.vault.azure.net/secrets/vendor-key"}',
      }),
    ],
  },
  "deployment-no-secrets": {
    bad: [untyped],
    good: [
      template({
        reference: {
          keyVault: {
            id: "/subscriptions/…/resourceGroups/rg-claims-prod/providers/Microsoft.KeyVault/vaults/kv-claims",
          },
          secretName: "admin-password",
        },
      }),
    ],
  },
  "outputs-no-secrets": {
    bad: [stack({ databaseUrl: "postgres://app:Summer-2026!@db-claims-prod.postgres.database.azure.com/claims" })],
    good: [stack({ databaseSecretId: "https://kv-claims-prod.vault.azure.net/secrets/database-url" })],
  },
};
