import { type ExampleBag, type Examples, resource } from "./example";
import { account, inGroup, SUBSCRIPTION } from "./surroundings";

const plan = (pricingTier: string) =>
  resource("security:Pricing", "ai-plan", { pricingName: "AI", scopeId: SUBSCRIPTION.slice(1), pricingTier });

const exemption = (args: ExampleBag) =>
  resource("authorization:PolicyExemption", "public-search", {
    scope: `${SUBSCRIPTION}/resourceGroups/rg-claims-prod`,
    policyAssignmentId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/policyAssignments/no-public-access`,
    exemptionCategory: "Waiver",
    ...args,
  });

/** Rules about Azure Policy, Defender, regions, and what no rule judges. */
export const governance: Examples = {
  "defender-for-ai": {
    bad: [plan("Free")],
    good: [plan("Standard")],
  },
  "policy-waiver-expires": {
    bad: [exemption({})],
    good: [exemption({ expiresOn: "2027-03-31T00:00:00Z" })],
  },
  "allowed-locations": {
    bad: [account({ location: "eastus" })],
    good: [account({ location: "swedencentral" })],
  },
  "azure-types-not-covered": {
    bad: [account(), resource("cdn:Profile", "front", { ...inGroup, sku: { name: "Premium_AzureFrontDoor" } })],
    good: [account()],
  },
};
