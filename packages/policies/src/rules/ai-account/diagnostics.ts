import { stackRule } from "../../rule";
import { sendsLogs } from "../links";

export const diagnostics = stackRule({
  id: "ai-service-diagnostic-logs",
  title: "AI accounts and search services send their logs",
  covers: ["AzurePolicy-1b4d1c4e-ai-diagnostics"],
  requirements: ["OE-R9"],
  severity: "medium",
  appliesTo: ["cognitiveservices:Account", "search:Service"],
  holds: (service, { stack }) => sendsLogs(service, stack),
  fix: "Add a monitor.DiagnosticSetting for it with at least one enabled log, for example categoryGroup allLogs.",
  why: "Azure keeps these logs nowhere unless told to; after an incident it is too late. Found when everything exists.",
});
