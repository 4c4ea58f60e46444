import { startPack } from "@ringfence/policies/pack";
import * as data from "@ringfence/policies/rules/data";
import * as mlCompute from "@ringfence/policies/rules/ml-compute";
import * as modelDeployment from "@ringfence/policies/rules/model-deployment";

startPack({
  name: "ringfence-cost",
  displayName: "Ringfence: cost",
  description:
    "Capacity that nobody uses is not paid for: idle compute ends, clusters shrink, reservations stand where users are.",
  rules: [
    data.cosmosThroughput,
    mlCompute.idleShutdown,
    mlCompute.minimumNodes,
    mlCompute.scaleLimits,
    mlCompute.vmSizes,
    modelDeployment.provisionedRing,
  ],
});
