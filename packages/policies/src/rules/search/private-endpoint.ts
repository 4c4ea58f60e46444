import { holds, type Resource, stackRule } from "../../rule";
import { hasPrivateEndpoint } from "../links";
import { isProject } from "../ml-workspace/hub-project";

/** The service of each type that a private endpoint leads to. */
const groupIds: Readonly<Record<string, string>> = {
  "cognitiveservices:Account": "account",
  "machinelearningservices:Workspace": "amlworkspace",
  "search:Service": "searchService",
};

export const privateEndpoint = stackRule({
  id: "ai-service-private-endpoint",
  title: "AI accounts, search services and workspaces have a private endpoint",
  covers: ["azqr-aif-004 / hub-005 / srch-005"],
  requirements: [],
  severity: "medium",
  appliesTo: Object.keys(groupIds),
  holds: (service, { stack }) =>
    isProject(service.asked) ? holds : hasPrivateEndpoint(service, stack, groupIdOf(service) ?? ""),
  fix: "Add a network.PrivateEndpoint for it: groupId account, searchService or amlworkspace.",
  why: "Without one all traffic, prompts and documents included, goes to a public address. Found when everything exists.",
});

function groupIdOf(service: Resource): string | undefined {
  return groupIds[service.azure?.type ?? ""];
}
