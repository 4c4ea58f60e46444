import { resourceRule } from "../../rule";

export const connectionCredentials = resourceRule({
  id: "ai-connection-no-static-credentials",
  title: "Foundry connections hold no keys or passwords",
  covers: ["connection-no-static-credentials"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: [
    "cognitiveservices:AccountConnection",
    "cognitiveservices:ProjectConnection",
    "machinelearningservices:WorkspaceConnection",
  ],
  holds: (connection) => connection.at("properties.authType").isOneOf(["AAD", "ManagedIdentity"]),
  fix: "Set properties.authType to AAD or ManagedIdentity, and give the project's identity a role at the target.",
  why: "A key in a connection is handed to every agent and tool of the project, and nothing rotates it.",
});
