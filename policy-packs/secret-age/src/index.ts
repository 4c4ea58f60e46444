import { startPack } from "@ringfence/policies/pack";
import * as secrets from "@ringfence/policies/rules/secrets";

startPack({
  name: "ringfence-secret-age",
  displayName: "Ringfence: secret age",
  description: "Secrets and keys have an expiry, are renewed before they get too old, and keys rotate by themselves.",
  rules: Object.values(secrets),
});
