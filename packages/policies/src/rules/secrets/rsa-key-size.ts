import { anyOf, resourceRule } from "../../rule";

export const rsaKeySize = resourceRule({
  id: "rsa-key-size",
  title: "RSA keys are long enough",
  covers: ["AzurePolicy-82067dbb-rsa-key-size"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "keyvault:Key",
  config: {
    minimumKeySize: {
      type: "integer",
      default: 3072,
      description:
        "Bits: 2048, 3072 or 4096. 2048, Azure's shortest and its default, is for use until 2030 (NIST SP 800-57)",
    },
  },
  holds: (key, { config }) => {
    const kty = key.at("properties.kty");
    const anotherKind = kty.matches(/^(?!rsa)/i, "of another kind than RSA");
    return anyOf(key.at("properties.keySize").isAtLeast(config.minimumKeySize, " bits"), anotherKind);
  },
  fix: "Set properties.keySize to the allowed size or more, or use an elliptic curve key.",
  why: "Short RSA keys are the first to fall; what they protect may have to stay secret for longer.",
});
