import type { PricingArgs } from "@pulumi/azure-native/security";
import * as defender from "@ringfence/policies/rules/defender";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const plan = (props: Partial<PricingArgs>) => ({ props: props as Record<string, unknown> });

prove({
  rule: defender.aiPlan,
  type: "security:Pricing",
  good: [plan({ pricingName: "AI", pricingTier: "Standard" })],
  bad: [
    { ...plan({ pricingName: "AI", pricingTier: "Free" }), at: ["pricingTier"] },
    { ...plan({ pricingName: "ai" }), at: ["pricingTier"] },
  ],
  empty: "not-applicable",
  unknown: [
    { props: { pricingName: unknown, pricingTier: "Free" }, at: "pricingName" },
    { props: { pricingName: "AI", pricingTier: unknown }, at: "pricingTier" },
  ],
});

test("another plan is another matter", async () => {
  const resources = [
    { type: "azure-native:security:Pricing", ...plan({ pricingName: "KeyVaults", pricingTier: "Free" }) },
  ];
  expect(await judge(defender.aiPlan, { resources })).toMatchObject([{ outcome: "not-applicable" }]);
});

test("a plan without a name has its name in the program, as the provider gives it", async () => {
  const resources = [{ type: "azure-native:security:Pricing", name: "AI", ...plan({ pricingTier: "Free" }) }];
  expect(await judge(defender.aiPlan, { resources })).toMatchObject([{ outcome: "fail" }]);
});
