import { resourceRule } from "../../rule";
import { managedKinds, whereKind } from "./compute-kind";

export const publicIp = resourceRule({
  id: "ml-compute-no-public-ip",
  title: "Machine Learning nodes have no public addresses",
  covers: ["cnspec-ml-compute-no-public-ip"],
  requirements: [],
  severity: "high",
  appliesTo: "machinelearningservices:Compute",
  holds: (compute) =>
    whereKind(compute, managedKinds, () => compute.at("properties.properties.enableNodePublicIp").is(false)),
  fix: "Set properties.properties.enableNodePublicIp to false; Azure gives every node an address unless told not to.",
  why: "A node with a public address is a machine on the internet that runs whatever a notebook installs.",
});
