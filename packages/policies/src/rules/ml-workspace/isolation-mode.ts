import { resourceRule } from "../../rule";

export const isolationMode = resourceRule({
  id: "ml-workspace-isolation-mode",
  title: "The managed network of Machine Learning workspaces is isolated as the organisation decided",
  covers: ["AzurePolicy-6ddb1705-isolation-mode"],
  requirements: [],
  severity: "high",
  appliesTo: "machinelearningservices:Workspace",
  config: {
    isolationMode: {
      type: "string",
      enum: ["AllowOnlyApprovedOutbound", "AllowInternetOutbound", "Disabled"],
      default: "AllowOnlyApprovedOutbound",
      description:
        "The mode that workspaces must have; the strictest, which is the one that Azure Policy's text asks for",
    },
  },
  holds: (workspace, { config }) => workspace.at("managedNetwork.isolationMode").is(config.isolationMode),
  fix: "Set managedNetwork.isolationMode to the mode asked for; hosts that jobs need go into managedNetwork.outboundRules.",
  why: "Code from notebooks and packages runs next to the training data; where it may call any host, the data may follow.",
});
