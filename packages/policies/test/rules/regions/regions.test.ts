import * as regions from "@ringfence/policies/rules/regions";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const at = (location: unknown) => ({ props: { location } });

prove({
  rule: regions.allowedLocations,
  type: "search:Service",
  good: [
    { props: { sku: { name: "standard" } } },
    at("global"),
    at("Global"),
    at("westeurope"),
    at("Sweden Central"),
    at("swedencentral"),
  ],
  bad: [
    { ...at("eastus2"), at: ["location"] },
    { ...at("East US 2"), at: ["location"] },
    { ...at(["westeurope"]), at: ["location"] },
  ],
  empty: "pass",
  unknown: [{ ...at(unknown), at: "location" }],
});

test.each([
  ["eastus", "pass"],
  ["East US", "pass"],
  ["Global", "pass"],
  ["westeurope", "fail"],
  ["eastus2", "fail"],
])("where East US is configured, %s: %s", async (location, outcome) => {
  const resources = [{ type: "azure-native:resources:ResourceGroup", props: { location } }];
  const config = { allowedLocations: ["East US"] };
  expect(await judge(regions.allowedLocations, { resources, config })).toMatchObject([{ outcome }]);
});
