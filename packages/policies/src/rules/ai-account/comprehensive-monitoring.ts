import { stackRule } from "../../rule";
import { isWatched } from "./alerts";
import { latency, provisionedUtilisation, serverErrors, throttling } from "./signals";

export const comprehensiveMonitoring = stackRule({
  id: "ai-account-monitored",
  title: "Alerts watch latency, errors, throttling and provisioned throughput of each AI account",
  covers: ["APRL-72b1b4ad"],
  requirements: ["OE-R3", "OE-R4"],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  holds: (account, { stack }) => isWatched(account, stack, [latency, serverErrors, throttling, provisionedUtilisation]),
  fix: "Watch the account with ServiceMonitors, or add metric alerts of your own on metrics that Microsoft means for these models.",
  why: "The first to notice a slow or throttled model must not be its users. Found when everything exists.",
});
