import { holds, resourceRule } from "../../rule";
import { epochSeconds, moment, within } from "./epoch";

export const secretValidity = resourceRule({
  id: "secret-validity-period",
  title: "Secrets are not valid for longer than they may live",
  covers: ["AzurePolicy-342e8053-secret-validity"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Secret",
  config: {
    maximumValidityInDays: {
      type: "integer",
      minimum: 1,
      default: 90,
      description: "Days from notBefore (now, where there is none) to expires",
    },
  },
  holds: (secret, { config, now }) => {
    const notBefore = secret.at("properties.attributes.notBefore");
    const expires = secret.at("properties.attributes.expires");
    const must = `must lie at most ${config.maximumValidityInDays} days after notBefore, or after now where there is none`;
    const from = (start: number) =>
      moment(expires, (end) => within(config.maximumValidityInDays, start, end, { path: expires.path, must }));
    const expiring = moment(expires, () => holds);
    if (expiring.is === "fails") return expiring;
    return notBefore.isAbsent ? from(epochSeconds(now)) : moment(notBefore, from);
  },
  fix: "Bring expires closer, and renew the secret before it (SecretRotation does both).",
  why: "A leaked secret is of use to others for as long as it is valid.",
});
