import { anyOf, holds, not, resourceRule } from "../../rule";
import { holdsData } from "./sensitivity";
import { skusWhere } from "./skus";

export const globalSku = resourceRule({
  id: "deployment-global-capacity",
  title: "Models that see no sensitive data use the world's capacity",
  covers: ["APRL-042c034e / 081fc8a4 / 8aa9744b"],
  requirements: ["OE-R4"],
  severity: "low",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    allowedSkus: {
      type: "array",
      items: { type: "string" },
      default: skusWhere(({ processedIn }) => processedIn === "world"),
      description: "SKUs for public and internal data; by default those that process anywhere in the world",
    },
  },
  holds: (deployment, { config }) => {
    const sku = deployment.at("sku.name").isOneOf(config.allowedSkus);
    if (sku.is === "holds") return holds;
    const concerned = holdsData(deployment, ["public", "internal"]);
    return concerned.is === "holds" ? sku : anyOf(sku, not(concerned, "", "holds public or internal data"));
  },
  fix: "Take a global SKU, or tag the deployment with the dataSensitivity that keeps it at home.",
  why: "Global SKUs have more quota, newer models and no single region to fail; where data may travel, that comes for free.",
});
