import { allOf, fails, holds, type Judgement, resourceRule, type Value } from "../../rule";

/** Where the kinds of compute say their machines' size. */
const sizePaths = ["vmSize", "agentVmSize", "virtualMachineSize"];

/** The first NC series and its promotional twin: NC6, NC12, NC24, NC24r. Not NCv2, NCv3 and later ones. */
const NC = /^(Standard_)?NC\d+r?(_Promo)?$/i;

export const retiringCompute = resourceRule({
  id: "ml-compute-current-kinds",
  title: "Machine Learning compute is of kinds and sizes with a future",
  covers: ["ALZ-Deny-MachineLearning-Aks / APRL-cf2569bb"],
  requirements: [],
  severity: "medium",
  appliesTo: "machinelearningservices:Compute",
  holds: (compute, { ringOf }) =>
    allOf(
      ringOf(compute).name === "prod" ? holds : compute.at("properties.computeType").isNot("AKS"),
      ...sizePaths.map((path) => current(compute.at(`properties.properties.${path}`))),
    ),
  fix: "Use AmlCompute, or attach an existing cluster as Kubernetes, outside prod; take a newer series, such as NCads_A100_v4, instead of NC.",
  why: "AKS compute keeps a cluster running where nobody is served, and machines of a retired series stop on Azure's date.",
});

function current(size: Value): Judgement {
  return size.judge((given) =>
    typeof given === "string" && NC.test(given)
      ? fails(size.path, "belongs to the NC series, which is retired")
      : holds,
  );
}
