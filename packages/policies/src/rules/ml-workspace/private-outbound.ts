import { anyOf, fails, resourceRule } from "../../rule";

export const privateOutbound = resourceRule({
  id: "ml-workspace-private-outbound",
  title: "Machine Learning workspaces reach other services through private endpoints",
  covers: ["CKV_AZURE_243"],
  requirements: [],
  severity: "medium",
  appliesTo: "machinelearningservices:Workspace",
  holds: (workspace) => {
    const rules = workspace.at("managedNetwork.outboundRules");
    return rules.judge(() => {
      const judgement = anyOf(...rules.keys().map((name) => rules.child(name).at("type").is("PrivateEndpoint")));
      return judgement.is === "fails" ? fails(rules.path, "needs a rule of the type PrivateEndpoint") : judgement;
    });
  },
  fix: "Add a rule of the type PrivateEndpoint to managedNetwork.outboundRules for what the workspace reads, such as the data's storage account.",
  why: "Without one the jobs read their data over public addresses, which the data's owners therefore have to leave open.",
});
