import { anyOf, not, resourceRule } from "../../rule";
import { provisionedSkus } from "./skus";

export const spillover = resourceRule({
  id: "provisioned-deployment-spills-over",
  title: "Provisioned deployments name where they spill over",
  covers: ["ptu-spillover"],
  requirements: ["OE-R4"],
  severity: "medium",
  appliesTo: "cognitiveservices:Deployment",
  holds: (deployment) => {
    const provisioned = deployment.at("sku.name").isOneOf(provisionedSkus);
    const named = deployment.at("properties.spilloverDeploymentName").exists();
    return provisioned.is === "holds" ? named : anyOf(named, not(provisioned, "sku.name", "is provisioned"));
  },
  fix: "Set properties.spilloverDeploymentName to a pay-as-you-go deployment of the same model.",
  why: "Beyond its units a provisioned deployment answers 429; with a spillover the peak costs a little instead.",
});
