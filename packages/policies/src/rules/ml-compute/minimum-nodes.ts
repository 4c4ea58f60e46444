import { resourceRule } from "../../rule";
import { whereKind } from "./compute-kind";

export const minimumNodes = resourceRule({
  id: "ml-compute-scales-to-zero",
  title: "Compute clusters scale down to nothing",
  covers: ["CKV_AZURE_150"],
  requirements: ["OE-R13"],
  severity: "medium",
  appliesTo: "machinelearningservices:Compute",
  holds: (compute) =>
    whereKind(compute, ["AmlCompute"], () => compute.at("properties.properties.scaleSettings.minNodeCount").is(0)),
  fix: "Set properties.properties.scaleSettings.minNodeCount to 0.",
  why: "Nodes that wait for jobs cost as much as nodes that run them.",
});
