import { fails, holds, resourceRule } from "../../rule";
import { DAY_SECONDS, epochSeconds, moment } from "./epoch";

export const secretNearExpiry = resourceRule({
  id: "secret-not-near-expiry",
  title: "Secrets are renewed well before they expire",
  covers: ["AzurePolicy-b0eb591a-secret-near-expiry"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "keyvault:Secret",
  config: {
    minimumDaysBeforeExpiration: {
      type: "integer",
      minimum: 1,
      default: 14,
      description:
        "Days that must be left; Key Vault announces an expiry 30 days ahead, so two weeks of that have passed unused",
    },
  },
  holds: (secret, { config, now }) => {
    const expires = secret.at("properties.attributes.expires");
    const days = config.minimumDaysBeforeExpiration;
    return moment(expires, (end) =>
      end - epochSeconds(now) >= days * DAY_SECONDS
        ? holds
        : fails(expires.path, `must lie at least ${days} days ahead`),
    );
  },
  fix: "Renew the secret now: a new value and a new expires.",
  why: "What expires unrenewed takes its consumers down at a moment that nobody chose.",
});
