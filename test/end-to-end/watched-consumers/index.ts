import * as search from "@pulumi/azure-native/search";
import * as pulumi from "@pulumi/pulumi";
import { EnvironmentRing, SecretRotation, ServiceLevels } from "@ringfence/azure";

const config = new pulumi.Config();

const ring = new EnvironmentRing("intake", {
  ring: "prod",
  location: "swedencentral",
  tags: {
    service: "intake",
    owner: "intake@contoso.example",
    dataSensitivity: "internal",
    costCenter: "CC-1",
    businessCriticality: "medium",
  },
  onCall: {
    Sev0: [{ webhook: "https://pager.contoso.example/intake" }],
    Sev1: [{ sameAs: "Sev0" }],
    Sev2: [{ email: "intake@contoso.example" }],
  },
  monthlyBudget: 1000,
  budgetFrom: "2026-11",
});

const service = new search.Service("srch", {
  resourceGroupName: ring.context.resourceGroupName,
  sku: { name: "basic" },
});

const rotation = new SecretRotation("keys", {
  ring: ring.context,
  image: `contoso.azurecr.io/ringfence-operations@sha256:${"0".repeat(64)}`,
  secrets: [
    {
      name: "search-admin",
      owner: service.id,
      ownerType: "Microsoft.Search/searchServices",
      consumers: [config.require("site"), config.require("reader")],
    },
  ],
});

new ServiceLevels("levels", {
  ring: ring.context,
  jobs: rotation.jobs,
  objectives: [{ name: "answers-arrive", kind: "success-rate", target: 99.5, period: "30d" }],
});

export const jobsPrincipalId = ring.context.jobsIdentity.principalId;
export const logAnalyticsId = ring.context.logAnalyticsId;
