import { stackRule, unknown } from "../../rule";
import { whereKind } from "./compute-kind";

export const instanceImage = stackRule({
  id: "ml-compute-current-image",
  title: "Compute instances run the current image",
  covers: ["AzurePolicy-f110a506-compute-image"],
  requirements: [],
  severity: "medium",
  appliesTo: "machinelearningservices:Compute",
  holds: (compute) =>
    whereKind(compute.asked, ["ComputeInstance"], () => {
      const latest = compute.output("properties.properties.osImageMetadata.isLatestOsImageVersion");
      return latest.isAbsent ? unknown(latest.path) : latest.is(true);
    }),
  fix: "Create the instance anew: Azure updates an instance's image only by replacing the instance.",
  why: "An instance keeps the image that it was born with, and every hole found since. Azure says so in its answer only, once the instance exists.",
});
