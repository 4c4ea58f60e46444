import { resourceRule } from "../../rule";

export const behindNetwork = resourceRule({
  id: "ml-workspace-no-public-access-behind-network",
  title: "Machine Learning workspaces behind a virtual network say that they have no public access",
  covers: ["ALZ-Deny-MachineLearning-PublicAccessWhenBehindVnet"],
  requirements: [],
  severity: "high",
  appliesTo: "machinelearningservices:Workspace",
  holds: (workspace) => workspace.at("allowPublicAccessWhenBehindVnet").is(false),
  fix: "Set allowPublicAccessWhenBehindVnet to false.",
  why: "The older of two switches still opens the workspace; left unsaid, it keeps whatever it was once set to.",
});
