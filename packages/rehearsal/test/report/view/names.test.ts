import { labelOf, shortType } from "../../../src/report/view/resource-label";
import { inPromotionOrder, namesOfStack } from "../../../src/report/view/stage-order";
import { resourceKey, urnParts } from "../../../src/report/view/urn";

test.each([
  ["azure-native:keyvault:Vault", "keyvault:Vault"],
  ["azure-native:keyvault/v20240501:Vault", "keyvault:Vault"],
  ["azure-native_keyvault_v20240501:keyvault:Vault", "keyvault:Vault"],
  ["random:index/randomString:RandomString", "random:RandomString"],
  ["aws:s3/bucket:Bucket", "aws:s3:Bucket"],
  ["kubernetes:core/v1:Service", "kubernetes:core/v1:Service"],
  ["ringfence:index:AiProject", "ringfence:AiProject"],
  ["pulumi:pulumi:Stack", "pulumi:Stack"],
  ["pulumi:providers:azure-native", "pulumi:providers:azure-native"],
  ["no token", "no token"],
])("%s is said as %s", (token, said) => {
  expect(shortType(token)).toBe(said);
});

test("a URN's name may hold the separator", () => {
  const urn = "urn:pulumi:prod::claims::a:b:C$azure-native:keyvault:Vault::vault::of::claims";
  expect(urnParts(urn)).toEqual({
    stack: "prod",
    project: "claims",
    qualifiedType: "a:b:C$azure-native:keyvault:Vault",
    name: "vault::of::claims",
  });
  expect(labelOf(urn)).toEqual({ name: "vault::of::claims", type: "keyvault:Vault", urn });
});

test("what is no URN is shown as it is", () => {
  expect(labelOf("nonsense")).toEqual({ name: "nonsense", type: "", urn: "nonsense" });
});

test("a resource is the same in two stacks, also where its name carries the stack's", () => {
  const key = (stack: string, name: string) =>
    resourceKey(`urn:pulumi:${stack}::claims::azure-native:keyvault:Vault::${name}`);
  expect(key("dev", "vault")).toBe(key("prod", "vault"));
  expect(key("dev", "claims-dev-vault")).toBe(key("prod", "claims-prod-vault"));
  expect(key("dev", "devices")).not.toBe(key("prod", "prodices"));
});

test("stacks come in the order of promotion only where every name tells its stage", () => {
  const order = (...names: string[]) => inPromotionOrder(names.map((stack) => ({ stack }))).map(({ stack }) => stack);
  expect(order("dev", "prod", "sandbox", "test")).toEqual(["sandbox", "dev", "test", "prod"]);
  expect(order("prod-weu", "dev-weu", "prod-neu")).toEqual(["dev-weu", "prod-weu", "prod-neu"]);
  expect(order("prod", "alpha", "dev")).toEqual(["prod", "alpha", "dev"]);
});

test("a stack's name is known by its stage's abbreviations", () => {
  expect(namesOfStack("sandbox")).toEqual(expect.arrayContaining(["sandbox", "sbx"]));
  expect(namesOfStack("Alpha")).toEqual(["alpha"]);
});
