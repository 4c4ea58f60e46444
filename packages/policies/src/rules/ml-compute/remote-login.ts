import { resourceRule } from "../../rule";
import { whereKind } from "./compute-kind";

export const remoteLogin = resourceRule({
  id: "ml-compute-no-remote-login",
  title: "Compute clusters keep their remote login port closed",
  covers: ["ALZ-Deny-MachineLearning-ComputeCluster-RemoteLoginPortPublicAccess"],
  requirements: [],
  severity: "high",
  appliesTo: "machinelearningservices:Compute",
  holds: (compute) =>
    whereKind(compute, ["AmlCompute"], () =>
      compute.at("properties.properties.remoteLoginPortPublicAccess").is("Disabled"),
    ),
  fix: 'Set properties.properties.remoteLoginPortPublicAccess to "Disabled"; NotSpecified leaves it open outside a virtual network.',
  why: "An open SSH port is found within minutes, and behind it lie the data and the identity of the jobs.",
});
