import { azureType, isPreviewVersion, typeFilter } from "@ringfence/policies/azure-types";

test.each([
  ["azure-native:cognitiveservices:Account", { type: "cognitiveservices:Account" }],
  ["azure-native:cognitiveservices/v20230501:Account", { type: "cognitiveservices:Account", apiVersion: "2023-05-01" }],
  [
    "azure-native_cognitiveservices_v20251001preview:cognitiveservices:Account",
    { type: "cognitiveservices:Account", apiVersion: "2025-10-01-preview" },
  ],
  [
    "azure-native_cognitiveservices_v20251001preview:cognitiveservices/v20251001preview:Account",
    { type: "cognitiveservices:Account", apiVersion: "2025-10-01-preview" },
  ],
  [
    "azure-native:insights/v20200202preview:Component",
    { type: "applicationinsights:Component", apiVersion: "2020-02-02-preview" },
  ],
  ["azure-native:insights:MetricAlert", { type: "monitor:MetricAlert" }],
  ["azure-native:documentdb/v20240515:DatabaseAccount", { type: "cosmosdb:DatabaseAccount", apiVersion: "2024-05-15" }],
  ["azure-native:cache:Redis", { type: "redis:Redis" }],
])("%s", (token, expected) => {
  expect(azureType(token)).toEqual(expected);
});

test.each([
  "azure:core/resourceGroup:ResourceGroup",
  "azapi:index/resource:Resource",
  "pulumi:pulumi:Stack",
  "pulumi:providers:azure-native",
  "ringfence:index:AiProject",
  "azure-nativeX:a:B",
  "",
])("%p is none of azure-native's", (token) => {
  expect(azureType(token)).toBeUndefined();
});

test("versions with a suffix are previews", () => {
  expect(
    ["2024-01-01-preview", "2015-10-01-beta", "2024-01-01-privatepreview", "2024-01-01-PREVIEW"].every(
      isPreviewVersion,
    ),
  ).toBe(true);
  expect(["2024-01-01", "", "v1", "latest"].some(isPreviewVersion)).toBe(false);
});

test("a filter knows types in every form, whole packages, and other packages' tokens", () => {
  const selects = typeFilter(["keyvault:Secret", "azapi:*", "random:index/randomString:RandomString"]);
  const tokens = [
    "azure-native:keyvault:Secret",
    "azure-native_keyvault_v20240101:keyvault:Secret",
    "azapi:index/resource:Resource",
    "random:index/randomString:RandomString",
    "azure-native:keyvault:Key",
    "azure:keyvault/secret:Secret",
    "random:index/randomId:RandomId",
  ];
  const expected = [true, true, true, true, false, false, false];
  expect(tokens.map(selects)).toEqual(expected);
  expect(tokens.map(selects)).toEqual(expected);
  const everything = typeFilter(["azure-native:*"]);
  expect(["azure-native:a:B", "azure-native_a_v20240101:a:B", "azure:a:B"].map(everything)).toEqual([
    true,
    true,
    false,
  ]);
});
