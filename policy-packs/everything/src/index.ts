import { startPack } from "@ringfence/policies/pack";
import { rules } from "@ringfence/policies/rules";

startPack({
  name: "ringfence-everything",
  displayName: "Ringfence: everything",
  description: "Every rule of the library.",
  rules,
});
