import { startPack } from "@ringfence/policies/pack";
import * as preview from "@ringfence/policies/rules/preview";

startPack({
  name: "ringfence-preview-isolation",
  displayName: "Ringfence: preview isolation",
  description: "Preview APIs, models, features and services stay out of the rings that serve users.",
  rules: Object.values(preview),
});
