import { holds, type Judgement, notApplicable, type Resource, type Stack, stackRule } from "../../rule";
import { areEnough, DIVERGENCE_REASON, regionsAt, regionsOf, unlessDivergence } from "../links";
import { isProject } from "./hub-project";

const workspaceRegions = regionsOf("machinelearningservices:Workspace");

export const multipleRegions = stackRule({
  id: "ml-multiple-regions",
  title: "Machine Learning workspaces and registries are in two regions",
  covers: ["APRL-a86ed26a / 675d249a / 611c7c96"],
  requirements: ["OE-R12"],
  severity: "medium",
  appliesTo: ["machinelearningservices:Workspace", "machinelearningservices:Registry"],
  config: {
    minimumRegions: {
      type: "integer",
      minimum: 1,
      default: 2,
      description: "Regions with a workspace, and regions of each registry; two, because one is what fails",
    },
  },
  holds: ({ asked: resource }, { stack, config, ringOf }) => {
    const ring = ringOf(resource).name;
    if (ring !== "prod") return notApplicable(`One region is enough in ${ring}`);
    if (isProject(resource)) return holds;
    return unlessDivergence(resource, spread(resource, stack, config.minimumRegions));
  },
  fix: `Add a workspace in another region, or regions to the registry's regionDetails; or say in the tag ${DIVERGENCE_REASON} why one is enough.`,
  why: "Machine Learning does not fail over: with its region go the endpoints, and the registry from which to deploy elsewhere. Found when everything exists.",
});

function spread(resource: Resource, stack: Stack, minimum: number): Judgement {
  if (resource.azure?.type !== "machinelearningservices:Registry")
    return areEnough(workspaceRegions(stack), minimum, "location");
  const details = resource.at("regionDetails");
  const locations = details.items().map((region) => region.at("location"));
  return details.judge(() => areEnough(regionsAt(locations), minimum, details.path));
}
