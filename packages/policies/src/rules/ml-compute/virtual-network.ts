import { resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";
import { managedKinds, whereKind } from "./compute-kind";

export const virtualNetwork = resourceRule({
  id: "ml-compute-virtual-network",
  title: "Machine Learning compute runs in a subnet of yours",
  covers: ["Azure.ML.ComputeVnet"],
  requirements: [],
  severity: "high",
  appliesTo: "machinelearningservices:Compute",
  holds: (compute) => whereKind(compute, managedKinds, () => compute.at("properties.properties.subnet.id").exists()),
  fix: "Set properties.properties.subnet.id; waive this rule where the workspace has a managed network, which takes no subnet.",
  why: "Outside any network of yours, nodes reach every host and your firewalls and logs see nothing of it.",
  frameworks: [benchmarkControl("NS-1", "Azure.ML.ComputeVnet")],
});
