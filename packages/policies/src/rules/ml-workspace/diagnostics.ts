import { stackRule } from "../../rule";
import { sendsLogs } from "../links";

export const diagnostics = stackRule({
  id: "ml-workspace-diagnostic-logs",
  title: "Machine Learning workspaces send their logs",
  covers: ["AzurePolicy-afe0c3be-ml-logs"],
  requirements: ["OE-R9"],
  severity: "medium",
  appliesTo: "machinelearningservices:Workspace",
  holds: (workspace, { stack }) => sendsLogs(workspace, stack),
  fix: "Add a monitor.DiagnosticSetting for it with at least one enabled log, for example categoryGroup allLogs.",
  why: "Who ran which job and deployed which model is in these logs only, and Azure keeps them nowhere unless told to. Found when everything exists.",
});
