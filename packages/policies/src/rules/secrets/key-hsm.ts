import { resourceRule } from "../../rule";

export const keyHsm = resourceRule({
  id: "key-in-hsm",
  title: "Keys are kept in a hardware security module",
  covers: ["CKV_AZURE_112"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "keyvault:Key",
  holds: (key) => key.at("properties.kty").isOneOf(["RSA-HSM", "EC-HSM"]),
  fix: "Set properties.kty to RSA-HSM or EC-HSM; the vault's SKU must be premium.",
  why: "A key that never leaves the module cannot be copied out of it.",
});
