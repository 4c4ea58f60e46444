import { fails, holds, stackRule, unknown } from "../../rule";
import { deploymentsByModel } from "./siblings";
import { payAsYouGoSkus, provisionedSkus } from "./skus";

export const payAsYouGoTwin = stackRule({
  id: "provisioned-deployment-twin",
  title: "Beside a provisioned deployment runs a pay-as-you-go one of the same model",
  covers: ["APRL-0c193899-ptu-payg"],
  requirements: ["OE-R4"],
  severity: "medium",
  appliesTo: "cognitiveservices:Deployment",
  holds: (deployment, { stack }) => {
    const provisioned = deployment.asked.at("sku.name").isOneOf(provisionedSkus);
    if (provisioned.is === "fails") return holds;
    if (provisioned.is !== "holds") return provisioned;
    const model = deployment.asked.at("properties.model.name");
    if (model.isUnknown) return unknown(model.path);
    for (const twin of deploymentsByModel(stack).find(deployment, model.text ?? ""))
      if (twin.asked.at("sku.name").isOneOf(payAsYouGoSkus).is === "holds") return holds;
    return fails("", "has no pay-as-you-go deployment of the same model beside it");
  },
  fix: "Add a deployment of the same model with a Standard SKU, and spill over into it.",
  why: "When the provisioned units are used up, or Azure takes long to give more, traffic needs somewhere to go. Found when everything exists.",
});
