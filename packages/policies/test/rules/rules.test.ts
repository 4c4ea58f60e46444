import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as library from "@ringfence/policies/rules";

/** The rules, and the folders that they come from: `aiAccount` is the folder `ai-account`. */
const { rules, ...folders } = library;
const directoryOf = (folder: string) => folder.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

test("ids are unique and written as ids, titles are sentences without a full stop", () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, title, fix, why } of rules) {
    expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    for (const sentence of [fix, why]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});

test("the rows of the rule list that are covered, and by which rule", () => {
  const covered = new Map<string, string>();
  for (const { id, covers } of rules)
    for (const row of covers) covered.set(row, [covered.get(row), id].filter(Boolean).join(", "));
  expect(Object.fromEntries(covered)).toEqual({
    CKV_AZURE_134: "ai-account-no-public-access",
    "Azure.AI.PublicAccess": "ai-account-restricted-network",
    "Azure.AI.DisableLocalAuth": "ai-account-no-keys",
    "AzurePolicy-fe3fd216-ManagedIdentity": "ai-account-managed-identity",
    "AzurePolicy-67121cc7-CMK": "ai-account-customer-managed-key",
    "AzurePolicy-46aa9b05-user-owned-storage": "ai-account-user-owned-storage",
    CKV_AZURE_247: "openai-account-named-outbound-hosts",
    "ALZ-Deny-CognitiveServices-RestrictOutboundNetworkAccess": "ai-account-restricted-outbound",
    "ALZ-Deny-CognitiveServices-NetworkAcls": "ai-account-no-network-exceptions",
    "ALZ-Deny-CognitiveServices-Resource-Kinds": "ai-account-allowed-kinds",
    "CommunityPolicy-content-logging": "ai-account-abuse-monitoring",
    "connection-no-static-credentials": "ai-connection-no-static-credentials",
    "AzurePolicy-1b4d1c4e-ai-diagnostics": "ai-service-diagnostic-logs",
    "APRL-72b1b4ad": "ai-account-monitored",
    "AMBA-CognitiveServices-set": "ai-account-baseline-alerts",
    "AzurePolicy-d6759c02-private-endpoint": "ai-account-private-endpoint",
    "APRL-61187af4-multi-region": "ai-account-multiple-regions",
    "azqr-aif-003 / hub-003 / srch-002": "ai-service-level-agreement",
    "CommunityPolicy-approved-openai-models": "deployment-allowed-models",
    "AzurePolicy-aafe3651-registry-models": "deployment-allowed-publishers",
    "deployment-sku-data-residency": "deployment-data-residency",
    "APRL-042c034e / 081fc8a4 / 8aa9744b": "deployment-global-capacity",
    "model-version-pinned-in-prod": "deployment-pinned-version",
    "deployment-has-rai-policy": "deployment-content-filter",
    "deployment-rai-policy-resolves": "deployment-content-filter-resolves",
    "deployment-rai-policy-strong-enough": "deployment-content-filter-shields",
    "ptu-spillover": "provisioned-deployment-spills-over",
    "APRL-0c193899-ptu-payg": "provisioned-deployment-twin",
    "AzurePolicy-930f48f9-harm-filters": "content-filter-harm",
    "AzurePolicy-f3a9c2e0-prompt-shields": "content-filter-prompt-shields",
    "AzurePolicy-af253d37-protected-material": "content-filter-protected-material",
    "AzurePolicy-c1ad46c6-mode": "content-filter-mode",
    "serverless-endpoint-content-safety": "serverless-endpoint-content-safety",
    "Azure.Search.SKU": "search-no-free-tier",
    "Azure.Search.QuerySLA": "search-query-replicas",
    "Azure.Search.IndexSLA": "search-index-replicas",
    "AzurePolicy-6300012e-search-local-auth": "search-no-keys",
    "AzurePolicy-ee980b6d-search-pna": "search-no-public-access",
    CKV_AZURE_210: "search-no-open-ip-rule",
    "Azure.Search.ManagedIdentity": "search-managed-identity",
    "AzurePolicy-356da939-search-cmk": "search-customer-managed-key",
    "AzurePolicy-b4330a05-search-logs": "search-diagnostic-logs",
    "APRL-dff62efe": "search-multiple-regions",
    "azqr-aif-004 / hub-005 / srch-005": "ai-service-private-endpoint",
    "Azure.ML.PublicAccess": "ml-workspace-no-public-access",
    "ALZ-Deny-MachineLearning-PublicAccessWhenBehindVnet": "ml-workspace-no-public-access-behind-network",
    "Azure.ML.UserManagedIdentity": "ml-workspace-user-assigned-identity",
    "AzurePolicy-6ddb1705-isolation-mode": "ml-workspace-isolation-mode",
    CKV_AZURE_243: "ml-workspace-private-outbound",
    "AzurePolicy-ba769a63-ml-cmk": "ml-workspace-customer-managed-key",
    "AzurePolicy-afe0c3be-ml-logs": "ml-workspace-diagnostic-logs",
    "cnspec-ml-datastore-managed-identity": "ml-datastore-no-credentials",
    "APRL-a86ed26a / 675d249a / 611c7c96": "ml-multiple-regions",
    "Azure.ML.ComputeIdleShutdown": "ml-compute-idle-shutdown",
    "Azure.ML.DisableLocalAuth": "ml-compute-no-local-authentication",
    "Azure.ML.ComputeVnet": "ml-compute-virtual-network",
    "cnspec-ml-compute-no-public-ip": "ml-compute-no-public-ip",
    CKV_AZURE_150: "ml-compute-scales-to-zero",
    "ALZ-Deny-MachineLearning-ComputeCluster-Scale": "ml-compute-scale-limits",
    "ALZ-Deny-MachineLearning-ComputeCluster-RemoteLoginPortPublicAccess": "ml-compute-no-remote-login",
    "ALZ-Deny-MachineLearning-Compute-VmSize": "ml-compute-allowed-sizes",
    "ALZ-Deny-MachineLearning-Aks / APRL-cf2569bb": "ml-compute-current-kinds",
    "AzurePolicy-f110a506-compute-image": "ml-compute-current-image",
    "cnspec-ml-online-endpoint-key-auth": "ml-online-endpoint-no-keys",
    "ml-online-endpoint-pna": "ml-online-endpoint-no-public-access",
    "APRL-47176883-endpoint-app-insights": "ml-online-deployment-insights",
    "AzurePolicy-19539b54-allowed-registry": "ml-online-deployment-allowed-registries",
    "cnspec-ml-serverless-endpoint-key-auth": "ml-serverless-endpoint-no-keys",
    "Azure.KeyVault.SoftDelete": "key-vault-soft-delete",
    "Azure.KeyVault.PurgeProtect": "key-vault-purge-protection",
    "AzurePolicy-12d4fa5e-kv-rbac": "key-vault-role-based-access",
    "AzurePolicy-405c5871-kv-pna": "key-vault-no-public-access",
    CKV_AZURE_109: "key-vault-firewall",
    "Azure.KeyVault.AccessPolicy": "key-vault-access-policy-least-privilege",
    "AzurePolicy-a6abeaec-kv-private-endpoint": "key-vault-private-endpoint",
    "Azure.KeyVault.Logs": "key-vault-diagnostic-setting-audit",
    CKV_AZURE_39: "no-custom-owner-role",
    "no-wildcard-actions": "no-wildcard-actions",
    "no-wildcard-data-actions": "no-wildcard-data-actions",
    "cnspec-rbac-no-custom-role-creation": "no-rights-to-give-rights",
    "no-privileged-builtin-role": "no-privileged-workloads",
    "Azure.RBAC.UseGroups / LimitOwner / PIM; cnspec pim-active-assignments-time-bound":
      "groups-for-people, no-standing-administrators, owners-are-few",
    "AzurePolicy-a451c1ef-custom-role-inventory": "custom-role-inventory",
    "Azure.Alert.MetricAutoMitigate": "metric-alert-auto-resolve",
    "alert-has-action-group": "alert-has-action-group",
    "alert-has-runbook": "alert-has-runbook",
    "Azure.Alert.HighFrequencyQuery": "log-alert-frequency",
    "scheduled-query-has-runbook": "alert-has-runbook",
    "action-group-has-receiver": "action-group-has-receiver",
    "Azure.Monitor.ServiceHealth": "service-health-alert",
    "Azure.AppInsights.Workspace": "application-insights-workspace",
    "Azure.AppInsights.LocalAuth": "application-insights-no-keys",
    "Azure.Log.Replication / ReplicaLocation": "log-workspace-replication",
    CKV_AZURE_41: "secret-expires",
    "AzurePolicy-342e8053-secret-validity": "secret-validity-period",
    "AzurePolicy-b0eb591a-secret-near-expiry": "secret-not-near-expiry",
    CKV_AZURE_114: "secret-content-type",
    "AzurePolicy-e8d99835-secret-age": "secret-age",
    "Azure.KeyVault.AutoRotationPolicy": "key-auto-rotation",
    "AzurePolicy-d8cf8476-key-rotation-days": "key-rotation-days",
    "AzurePolicy-152b15f7-key-expiration": "key-expires",
    CKV_AZURE_112: "key-in-hsm",
    "AzurePolicy-c26e4b24-key-age": "key-age",
    "AzurePolicy-49a22571-key-validity": "key-validity-period",
    "AzurePolicy-82067dbb-rsa-key-size": "rsa-key-size",
    "Azure.Resource.RequiredTags": "required-tags",
    "required-tag-empty-value": "required-tags-not-empty",
    "Azure.Group.RequiredTags": "resource-group-required-tags",
    "AzurePolicy-cd3aa116-inherit-tag": "tags-as-resource-group",
    "preview-api-in-prod": "no-preview-api",
    "model-preview-in-prod": "no-preview-models",
    "preview-feature-registration": "no-preview-feature-registrations",
    "opaque-arm-escape-hatch": "opaque-azure-resource",
    "Azure.Storage.LocalAuth": "storage-local-auth-disabled",
    "Azure.Storage.BlobPublicAccess": "storage-no-blob-public-access",
    "Azure.Storage.MinTLS": "storage-minimum-tls",
    "Azure.Storage.Firewall": "storage-firewall",
    CKV_AZURE_137: "registry-no-admin-user",
    "AzurePolicy-9f2dea28 / 0fdf0491": "registry-no-public-access",
    CKV_AZURE_140: "cosmos-local-auth-disabled",
    "Azure.Cosmos.PublicAccess": "cosmos-no-public-access",
    "AzurePolicy-9d83ccb1-cosmos-key-age": "cosmos-key-age",
    "AzurePolicy-0b7ef78e-cosmos-throughput": "cosmos-maximum-throughput",
    "Azure.ContainerApp.Insecure": "container-app-no-insecure-ingress",
    "Azure.ContainerApp.ManagedIdentity": "container-app-managed-identity",
    "AzurePolicy-d074ddf8-env-internal": "container-apps-environment-internal",
    "AzurePolicy-8b346db6-env-vnet": "container-apps-environment-network",
    "AzurePolicy-f1cc7827-named-value-kv": "gateway-secrets-in-key-vault",
    "AzurePolicy-ee7495e7-apim-https": "gateway-encrypted-protocols",
    "AzurePolicy-c15dcc82-apim-backend-auth": "gateway-backend-credentials",
    "prowler-apim_threat_detection_llm_jacking": "gateway-logs",
    "Azure.AppConfig.DisableLocalAuth": "app-configuration-local-auth-disabled",
    "Azure.AppConfig.SecretLeak": "app-configuration-no-secrets",
    "AzurePolicy-3827af20 / Azure.Redis.LocalAuth": "redis-local-auth-disabled",
    "AzurePolicy-e56962a6-allowed-locations": "allowed-locations",
    "Azure.Deployment.SecretLeak / OutputSecretValue": "deployment-no-secrets, outputs-no-secrets",
    "Azure.Policy.WaiverExpiry": "policy-waiver-expires",
    "AzurePolicy-defender-for-ai": "defender-for-ai",
  });
});

test("every setting has a default and says what it decides", () => {
  for (const { config } of rules)
    for (const property of Object.values(config)) {
      expect(property.default).toBeDefined();
      expect(property.description.length).toBeGreaterThan(10);
    }
});

test.each(Object.entries(folders))("every rule of %s is named in its folder's tests", (folder, exported) => {
  const tests = join(__dirname, directoryOf(folder));
  const text = readdirSync(tests)
    .map((file) => readFileSync(join(tests, file), "utf8"))
    .join("\n");
  for (const name of Object.keys(exported)) expect(text).toContain(`${folder}.${name}`);
});
