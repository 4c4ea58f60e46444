import { startPack } from "@ringfence/policies/pack";
import { opaqueResource } from "@ringfence/policies/rules/preview";
import * as tags from "@ringfence/policies/rules/tags";

startPack({
  name: "ringfence-tagging",
  displayName: "Ringfence: operational tags",
  description: "Every taggable resource carries the six operational tags, with values that reports can group by.",
  rules: [...Object.values(tags), opaqueResource],
});
