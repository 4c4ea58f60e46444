import { resourceRule } from "../../rule";

export const localAuthentication = resourceRule({
  id: "ml-compute-no-local-authentication",
  title: "Machine Learning compute accepts Entra identities only",
  covers: ["Azure.ML.DisableLocalAuth"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "machinelearningservices:Compute",
  holds: (compute) => compute.at("properties.disableLocalAuth").is(true),
  fix: "Set properties.disableLocalAuth to true, beside computeType.",
  why: "Keys and passwords on the nodes open the data that jobs work on, and name nobody in the logs.",
});
