import { stackRule } from "../../rule";
import { answered, createdBefore } from "./age";
import { moment, within } from "./epoch";

export const keyValidity = stackRule({
  id: "key-validity-period",
  title: "Keys are not valid for longer than they may live",
  covers: ["AzurePolicy-49a22571-key-validity"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Key",
  config: {
    maximumValidityInDays: {
      type: "integer",
      minimum: 1,
      default: 90,
      description: "Days from a key's creation to expires",
    },
  },
  holds: (key, { config }) => {
    const output = answered(key, "expires");
    const expires = output.isThere ? output : key.at("properties.attributes.expires");
    const must = `must lie at most ${config.maximumValidityInDays} days after the key's creation`;
    return moment(expires, (end) =>
      createdBefore(key, (created) => within(config.maximumValidityInDays, created, end, { path: expires.path, must })),
    );
  },
  fix: "Set expires within the days allowed, and expiryTime of the rotation policy likewise.",
  why: "A key that stays valid for years outlives the people who know where it is used. Judged when everything exists.",
});
