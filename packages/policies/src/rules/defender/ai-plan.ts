import { holds, notApplicable, resourceRule, unknown } from "../../rule";

export const aiPlan = resourceRule({
  id: "defender-for-ai",
  title: "Defender for Cloud watches AI services",
  covers: ["AzurePolicy-defender-for-ai"],
  requirements: [],
  severity: "high",
  appliesTo: "security:Pricing",
  holds: (pricing) => {
    const tier = pricing.at("pricingTier").is("Standard");
    if (tier.is === "holds") return holds;
    const name = pricing.at("pricingName");
    if (name.isUnknown) return unknown(name.path);
    return (name.text ?? pricing.name).toLowerCase() === "ai"
      ? tier
      : notApplicable("It is the plan of something other than AI");
  },
  fix: 'Set pricingTier of the plan AI to "Standard".',
  why: "Without the plan nobody is told of prompt attacks, leaked credentials in answers or a model called from a known bad address.",
});
