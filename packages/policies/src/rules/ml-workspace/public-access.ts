import { allOf, resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const publicAccess = resourceRule({
  id: "ml-workspace-no-public-access",
  title: "Machine Learning workspaces cannot be reached from the internet",
  covers: ["Azure.ML.PublicAccess"],
  requirements: [],
  severity: "high",
  appliesTo: "machinelearningservices:Workspace",
  holds: (workspace) =>
    allOf(
      workspace.at("publicNetworkAccess").is("Disabled"),
      workspace.at("allowPublicAccessWhenBehindVnet").isNot(true),
    ),
  fix: 'Set publicNetworkAccess to "Disabled", leave allowPublicAccessWhenBehindVnet out or false, and use a private endpoint.',
  why: "Who reaches the workspace can run code in it with its identity; either property opens it to the world.",
  frameworks: [benchmarkControl("NS-2", "Azure.ML.PublicAccess")],
});
