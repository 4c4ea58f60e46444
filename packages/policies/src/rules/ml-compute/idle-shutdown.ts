import { resourceRule } from "../../rule";
import { whereKind } from "./compute-kind";

export const idleShutdown = resourceRule({
  id: "ml-compute-idle-shutdown",
  title: "Compute instances shut down when nobody uses them",
  covers: ["Azure.ML.ComputeIdleShutdown"],
  requirements: ["OE-R13"],
  severity: "high",
  appliesTo: "machinelearningservices:Compute",
  holds: (compute) =>
    whereKind(compute, ["ComputeInstance"], () => compute.at("properties.properties.idleTimeBeforeShutdown").exists()),
  fix: "Set properties.properties.idleTimeBeforeShutdown to an ISO 8601 duration from PT15M to P3D, for example PT1H.",
  why: "An instance that somebody forgot on Friday costs the weekend, and with a graphics card a salary.",
});
