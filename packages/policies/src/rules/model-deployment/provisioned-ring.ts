import { not, notApplicable, resourceRule } from "../../rule";
import { provisionedSkus } from "./skus";

export const provisionedRing = resourceRule({
  id: "provisioned-throughput-in-prod-only",
  title: "Provisioned throughput is bought for production only",
  covers: [],
  requirements: ["OE-R13"],
  severity: "medium",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    allowedRings: {
      type: "array",
      items: { type: "string", enum: ["sandbox", "dev", "test", "prod"] },
      default: ["prod"],
      description: "Rings that may buy provisioned throughput; test as well while a load test needs it",
    },
  },
  holds: (deployment, { config, ringOf }) => {
    const ring = ringOf(deployment).name;
    if (config.allowedRings.includes(ring)) return notApplicable(`${ring} may buy provisioned throughput`);
    const provisioned = deployment.at("sku.name").isOneOf(provisionedSkus);
    return not(provisioned, "sku.name", `buys provisioned throughput in ${ring}`);
  },
  fix: "Take a SKU that is paid by the token, for example DataZoneStandard.",
  why: "Provisioned units cost the same at night and on holidays, whether anybody calls the model or not.",
});
