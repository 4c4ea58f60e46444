import type { KeyValueArgs } from "@pulumi/azure-native/appconfiguration";
import * as leaks from "@ringfence/policies/rules/leaks";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";
import { harmlessTexts, secretTexts } from "./texts";

const REFERENCE = "application/vnd.microsoft.appconfig.keyvaultref+json;charset=utf-8";
const PASSWORD = "Tr0ub4dor&3-hunter2";
const STORAGE = secretTexts["a storage account's connection string"] ?? "";
const setting = (props: Partial<KeyValueArgs>) => ({ props: props as Record<string, unknown> });

prove({
  rule: leaks.keyValue,
  type: "appconfiguration:KeyValue",
  good: [
    setting({ keyValueName: "Models:Chat", value: "chat" }),
    setting({ keyValueName: "Search:Endpoint", value: "https://srch-claims.search.windows.net" }),
    setting({
      keyValueName: "Db:Password",
      value: '{"uri":"https://kv.vault.azure.net/secrets/db"}',
      contentType: REFERENCE,
    }),
    { props: { keyValueName: "Db:Password", value: unknown, contentType: REFERENCE } },
    setting({ keyValueName: "Limits:MaxTokens", value: "4096" }),
  ],
  bad: [
    { ...setting({ keyValueName: "Storage", value: STORAGE }), at: ["value"] },
    { ...setting({ keyValueName: "Db:Password", value: PASSWORD }), at: ["value"] },
    { ...setting({ keyValueName: "OpenAI:ApiKey$prod", value: "Summer-2026" }), at: ["value"] },
    { ...setting({ keyValueName: "Db:Password", value: PASSWORD, contentType: "text/plain" }), at: ["value"] },
    { ...setting({ keyValueName: "OpenAIKey", value: "4f8a19ccZx4f8a19ccZx" }), at: ["value"] },
    { ...setting({ keyValueName: "Storage", value: "AccountName=st;AccountKey=abc==" }), at: ["value"] },
  ],
  empty: "pass",
  unknown: [
    { props: { keyValueName: "Storage", value: unknown }, at: "value" },
    { props: { keyValueName: "Storage", value: unknown, contentType: unknown }, at: "value" },
  ],
});

test.each(Object.entries(secretTexts))("%s is a secret under whatever name", async (_what, value) => {
  const resources = [{ type: "azure-native:appconfiguration:KeyValue", props: { keyValueName: "Setting", value } }];
  const [verdict] = await judge(leaks.keyValue, { resources });
  expect(verdict).toMatchObject({ outcome: "fail", path: "value" });
  expect(verdict?.message).not.toContain(value);
});

test.each(Object.entries(harmlessTexts))("%s is none", async (_what, { name, value }) => {
  const resources = [{ type: "azure-native:appconfiguration:KeyValue", props: { keyValueName: name, value } }];
  expect(await judge(leaks.keyValue, { resources })).toMatchObject([{ outcome: "pass" }]);
});

const secure = { adminPassword: { type: "securestring" } };
const deployed = (given: Record<string, unknown>) => ({ props: { properties: { mode: "Incremental", ...given } } });

prove({
  rule: leaks.deployment,
  type: "resources:Deployment",
  good: [
    deployed({ templateLink: { uri: "https://templates.example/one.json" } }),
    deployed({ parameters: { adminPassword: { reference: { keyVault: { id: "/vaults/kv" }, secretName: "admin" } } } }),
    deployed({ template: { outputs: { id: { type: "string", value: "[resourceId('Microsoft.Search/x', 'y')]" } } } }),
    deployed({
      template: { parameters: secure, outputs: { key: { type: "secureString", value: "[listKeys('x', 'y').key1]" } } },
    }),
    deployed({ template: JSON.stringify({ parameters: secure, resources: [{ name: "vm" }] }) }),
    deployed({ template: { parameters: secure }, parameters: { adminPassword: { value: PASSWORD } } }),
  ],
  bad: [
    {
      ...deployed({ parameters: { adminPassword: { value: PASSWORD } } }),
      at: ["properties.parameters.adminPassword.value"],
    },
    {
      ...deployed({
        template: { parameters: { adminPassword: { type: "string" } } },
        parameters: { adminPassword: { value: PASSWORD } },
      }),
      at: ["properties.parameters.adminPassword.value"],
    },
    {
      ...deployed({ parameters: { settings: { value: { storage: [STORAGE] } } } }),
      at: ["properties.parameters.settings.value.storage[0]"],
    },
    {
      ...deployed({ template: { parameters: { adminPassword: { type: "securestring", defaultValue: PASSWORD } } } }),
      at: ["properties.template.parameters.adminPassword.defaultValue"],
    },
    {
      ...deployed({ template: { outputs: { key: { type: "string", value: "[listKeys('x', '2024-01-01').key1]" } } } }),
      at: ["properties.template.outputs.key.value"],
    },
    {
      ...deployed({
        template: { parameters: secure, outputs: { p: { type: "string", value: "[parameters('adminPassword')]" } } },
      }),
      at: ["properties.template.outputs.p.value"],
    },
    {
      ...deployed({ template: { resources: [{ properties: { osProfile: { adminPassword: PASSWORD } } }] } }),
      at: ["properties.template.resources[0].properties.osProfile.adminPassword"],
    },
    {
      ...deployed({ template: JSON.stringify({ variables: { connection: STORAGE } }) }),
      at: ["properties.template.variables.connection"],
    },
    { ...deployed({ template: `{ not JSON, ${STORAGE}` }), at: ["properties.template"] },
  ],
  empty: "pass",
  unknown: [
    { props: { properties: unknown }, at: "properties" },
    {
      ...deployed({ parameters: { adminPassword: { value: unknown } } }),
      at: "properties.parameters.adminPassword.value",
    },
    { ...deployed({ template: unknown }), at: "properties.template" },
  ],
});

test("a deployment stack has its template and parameters at the top", async () => {
  const resources = [
    {
      type: "azure-native:resources:DeploymentStackAtResourceGroup",
      props: { parameters: { adminPassword: { value: PASSWORD } } },
    },
  ];
  expect(await judge(leaks.deployment, { resources })).toMatchObject([
    { outcome: "fail", path: "parameters.adminPassword.value" },
  ]);
});

const answered = (outputs: unknown) => ({ props: {}, outputs: { properties: { outputs } } });

prove({
  rule: leaks.outputs,
  type: "resources:Deployment",
  good: [answered(null), answered({ endpoint: { type: "String", value: "https://ai.example" } })],
  bad: [
    { ...answered({ connection: { type: "String", value: STORAGE } }), at: ["properties.outputs.connection.value"] },
    {
      ...answered({ settings: { value: { adminPassword: PASSWORD } } }),
      at: ["properties.outputs.settings.value.adminPassword"],
    },
  ],
  empty: "pass",
  unknown: [
    { ...answered(unknown), at: "properties.outputs" },
    { ...answered({ endpoint: { value: unknown } }), at: "properties.outputs.endpoint.value" },
  ],
});

test.each<[string, Record<string, unknown>, string, string | undefined]>([
  ["an endpoint", { endpoint: "https://ai.example", ring: { name: "prod" } }, "pass", undefined],
  ["nothing", {}, "pass", undefined],
  ["a connection string", { storage: STORAGE }, "fail", "storage"],
  ["a password", { database: { adminPassword: PASSWORD } }, "fail", "database.adminPassword"],
  ["what is not known yet", { endpoint: unknown }, "undetermined", "endpoint"],
])("a stack that hands out %s", async (_what, outputs, outcome, path) => {
  const resources = [{ type: "pulumi:pulumi:Stack", props: {}, outputs }];
  expect(await judge(leaks.outputs, { resources })).toMatchObject([{ outcome, ...(path && { path }) }]);
});
