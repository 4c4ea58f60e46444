import { anyOf, holds, not, resourceRule } from "../../rule";
import { holdsData, sensitive } from "./sensitivity";
import { skusWhere } from "./skus";

export const dataResidency = resourceRule({
  id: "deployment-data-residency",
  title: "Models that see confidential data process it in the region or its data zone",
  covers: ["deployment-sku-data-residency"],
  requirements: ["OE-R12"],
  severity: "high",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    allowedSkus: {
      type: "array",
      items: { type: "string" },
      default: skusWhere(({ processedIn }) => processedIn !== "world"),
      description:
        "SKUs that keep confidential and restricted data in place; by default all that process in the region or the data zone",
    },
  },
  holds: (deployment, { config }) => {
    const sku = deployment.at("sku.name").isOneOf(config.allowedSkus);
    if (sku.is === "holds") return holds;
    const concerned = holdsData(deployment, sensitive);
    return concerned.is === "holds" ? sku : anyOf(sku, not(concerned, "", "holds sensitive data"));
  },
  fix: "Take a regional or data zone SKU, for example DataZoneStandard.",
  why: "A global SKU may process each prompt in any region of the world, whatever region the account is in.",
});
