import { resourceRule } from "../../rule";

export const secretContentType = resourceRule({
  id: "secret-content-type",
  title: "Secrets say what they are",
  covers: ["CKV_AZURE_114"],
  requirements: ["OE-R8"],
  severity: "low",
  appliesTo: "keyvault:Secret",
  holds: (secret) => secret.at("properties.contentType").exists(),
  fix: "Set properties.contentType to a media type, for example text/plain.",
  why: "Whoever has to renew the secret in a hurry must not have to open it to learn what it is.",
});
