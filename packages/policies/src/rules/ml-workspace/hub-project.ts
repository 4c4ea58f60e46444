import type { Resource } from "../../rule";

/** Whether it is a project of a Foundry hub: a workspace whose network and region are its hub's. */
export function isProject(workspace: Resource): boolean {
  return workspace.azure?.type === WORKSPACE && workspace.at("kind").is("Project").is === "holds";
}

const WORKSPACE = "machinelearningservices:Workspace";
