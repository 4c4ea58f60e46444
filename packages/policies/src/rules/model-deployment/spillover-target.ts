import { allOf, fails, holds, type Judgement, type Resource, stackRule } from "../../rule";
import { deploymentsByName } from "./siblings";
import { payAsYouGoSkus } from "./skus";

export const spilloverTarget = stackRule({
  id: "spillover-target-exists",
  title: "What a deployment spills into is a pay-as-you-go deployment of the same model beside it",
  covers: [],
  requirements: ["OE-R4"],
  severity: "medium",
  appliesTo: "cognitiveservices:Deployment",
  holds: (deployment, { stack }) => {
    const spills = deployment.asked.at("properties.spilloverDeploymentName");
    return spills.judge(() => {
      if (spills.text === undefined) return holds;
      for (const target of deploymentsByName(stack).find(deployment, spills.text))
        return takesOver(target.asked, deployment.asked);
      return fails(spills.path, "names no other deployment of this account in the stack");
    });
  },
  fix: "Declare the deployment that it names: the same model and version, with a SKU that is paid by the token.",
  why: "A spillover that leads nowhere, or to another model, is found out at peak load. Found when everything exists.",
});

function takesOver(target: Resource, deployment: Resource): Judgement {
  const path = "properties.spilloverDeploymentName";
  const same = (property: string) => {
    const [own, other] = [deployment.at(property), target.at(property)];
    return own.judge((wanted) =>
      other.judge((given) =>
        wanted === undefined || given === wanted
          ? holds
          : fails(path, `leads to another ${property.split(".").at(-1)}`),
      ),
    );
  };
  const billing = target
    .at("sku.name")
    .judge(() =>
      target.at("sku.name").isOneOf(payAsYouGoSkus).is === "holds"
        ? holds
        : fails(path, `leads to a SKU that is none of ${payAsYouGoSkus.join(", ")}`),
    );
  return allOf(billing, same("properties.model.name"), same("properties.model.version"));
}
