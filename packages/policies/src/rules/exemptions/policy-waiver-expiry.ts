import { anyOf, fails, holds, resourceRule } from "../../rule";

const DAY = 24 * 60 * 60 * 1000;

export const policyWaiverExpiry = resourceRule({
  id: "policy-waiver-expires",
  title: "Waivers of Azure Policy end within a year",
  covers: ["Azure.Policy.WaiverExpiry"],
  requirements: [],
  severity: "medium",
  appliesTo: "authorization:PolicyExemption",
  config: {
    maxDays: {
      type: "integer",
      minimum: 1,
      default: 366,
      description: "Days from now until a waiver must have ended (the default of PSRule.Rules.Azure: a leap year)",
    },
  },
  holds: (exemption, { config, now }) => {
    const expires = exemption.at("expiresOn");
    const must = `must be a moment at most ${config.maxDays} days ahead`;
    const ends = expires.judge((given) => {
      if (given === undefined) return fails(expires.path, `missing; ${must}`);
      const end = typeof given === "string" ? Date.parse(given) : Number.NaN;
      return end <= now.getTime() + config.maxDays * DAY ? holds : fails(expires.path, must);
    });
    return anyOf(ends, exemption.at("exemptionCategory").is("Mitigated"));
  },
  fix: "Set expiresOn to a moment within the days allowed, and renew the waiver if it is still needed then.",
  why: "A waiver without an end outlives the reason for it, and whoever could have told why.",
});
