import type { ApiArgs, BackendArgs, NamedValueArgs } from "@pulumi/azure-native/apimanagement";
import * as gateway from "@ringfence/policies/rules/gateway";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const bag = <Args>(props: Partial<Args>) => ({ props: props as Record<string, unknown> });
const named = bag<NamedValueArgs>;
const backend = bag<BackendArgs>;
const REFERENCE = { secretIdentifier: "https://kv-claims.vault.azure.net/secrets/backend" };

prove({
  rule: gateway.namedValueSecret,
  type: "apimanagement:NamedValue",
  good: [
    named({ displayName: "region", value: "westeurope" }),
    named({ displayName: "region", secret: false, value: "westeurope" }),
    named({ displayName: "backend", keyVault: REFERENCE }),
    { props: { secret: unknown, keyVault: REFERENCE } },
    named({ displayName: "backend", secret: true, keyVault: REFERENCE }),
  ],
  bad: [
    { ...named({ displayName: "backend", secret: true, value: "x" }), at: ["keyVault.secretIdentifier"] },
    { ...named({ secret: true, keyVault: { identityClientId: "x" } }), at: ["keyVault.secretIdentifier"] },
  ],
  empty: "pass",
  unknown: [
    { props: { secret: true, keyVault: unknown }, at: "keyVault" },
    { props: { secret: unknown, value: "x" }, at: "secret" },
  ],
});

prove({
  rule: gateway.encryptedProtocols,
  type: "apimanagement:Api",
  good: [
    bag<ApiArgs>({ path: "chat" }),
    bag<ApiArgs>({ protocols: ["https"] }),
    bag<ApiArgs>({ protocols: ["https", "wss"] }),
  ],
  bad: [
    { ...bag<ApiArgs>({ protocols: ["https", "http"] }), at: ["protocols[1]"] },
    { ...bag<ApiArgs>({ protocols: ["ws"] }), at: ["protocols[0]"] },
    { props: { protocols: ["HTTP", unknown] }, at: ["protocols[0]"] },
  ],
  empty: "pass",
  unknown: [
    { props: { protocols: unknown }, at: "protocols" },
    { props: { protocols: ["https", unknown] }, at: "protocols[1]" },
  ],
});

const http = (more: Partial<BackendArgs>) => backend({ protocol: "http", url: "https://models.example", ...more });

prove({
  rule: gateway.backendCredentials,
  type: "apimanagement:Backend",
  good: [
    backend({ protocol: "soap", url: "https://claims.example" }),
    backend({ type: "Pool", pool: { services: [{ id: "/backends/one" }] } }),
    http({ properties: { serviceFabricCluster: { managementEndpoints: ["https://fabric.example"] } } }),
    http({ credentials: { certificateIds: ["/certificates/one"] } }),
    http({ credentials: { header: { "api-key": ["{{key}}"] } } }),
    http({ credentials: { authorization: { scheme: "Bearer", parameter: "{{token}}" } } }),
    http({ credentials: { certificate: ["thumbprint"] } }),
  ],
  bad: [
    { ...http({}), at: ["credentials"] },
    { ...http({ credentials: {} }), at: ["credentials"] },
    { ...http({ credentials: { certificate: [] } }), at: ["credentials"] },
    { ...http({ type: "Single", tls: { validateCertificateChain: true } }), at: ["credentials"] },
  ],
  empty: "fail",
  unknown: [
    { props: { protocol: "http", credentials: { certificate: unknown } }, at: "credentials.certificate" },
    { props: { protocol: unknown }, at: "protocol" },
  ],
});

const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ApiManagement/service/gateway";
const SERVICE = "azure-native:apimanagement:ApiManagementService";
const setting = (logs: unknown, more: Partial<JudgedResource> = {}): JudgedResource => ({
  type: "azure-native:monitor:DiagnosticSetting",
  name: "setting",
  props: { resourceUri: ID.toLowerCase(), logs },
  outputs: { logs },
  ...more,
});

prove({
  rule: gateway.gatewayLogs,
  type: "apimanagement:ApiManagementService",
  beside: [setting([{ category: "GatewayLogs", enabled: true }])],
  good: [{ props: {}, outputs: { id: ID } }],
  bad: [{ props: {}, outputs: { id: `${ID}-2` }, at: [undefined] }],
  empty: "fail",
  unknown: [],
});

test.each<[string, unknown, string]>([
  ["all logs", [{ categoryGroup: "allLogs", enabled: true }], "pass"],
  ["the gateway's logs, switched off", [{ category: "GatewayLogs", enabled: false }], "fail"],
  ["other logs only", [{ category: "WebSocketConnectionLogs", enabled: true }], "fail"],
  ["no logs", undefined, "fail"],
  ["logs that are not known yet", unknown, "undetermined"],
])("a gateway with a diagnostic setting for %s", async (_what, logs, outcome) => {
  const resources = [
    { type: SERVICE, name: "gateway", props: {}, outputs: { id: unknown } },
    setting(logs, { props: { resourceUri: unknown, logs }, propertyDependencies: { resourceUri: ["gateway"] } }),
  ];
  expect(await judge(gateway.gatewayLogs, { resources })).toMatchObject([{ outcome }]);
});
