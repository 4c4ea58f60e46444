import { stackRule } from "../../rule";
import { sendsLogs } from "../links";

export const diagnostics = stackRule({
  id: "search-diagnostic-logs",
  title: "Search services send their logs",
  covers: ["AzurePolicy-b4330a05-search-logs"],
  requirements: ["OE-R9"],
  severity: "medium",
  appliesTo: "search:Service",
  holds: (service, { stack }) => sendsLogs(service, stack),
  fix: "Add a monitor.DiagnosticSetting for it with at least one enabled log, for example OperationLogs.",
  why: "Slow and failed queries show in these logs only, and Azure keeps them nowhere unless told to. Found when everything exists.",
});
