import { JobCommand } from "@ringfence/core/jobs";
import type { CommandModule } from "./command-module";

/**
 * The commands and where each is kept. What a command needs, Azure's SDKs above all, is loaded with its file and not
 * before: a start is quick, and a job has in memory what it uses. A new command is a file and a line.
 */
export const commandTable: Partial<Record<JobCommand, () => CommandModule>> = {
  [JobCommand.Rotate]: () => require("./commands/rotate") as typeof import("./commands/rotate"),
  [JobCommand.SweepSecrets]: () => require("./commands/sweep-secrets") as typeof import("./commands/sweep-secrets"),
  [JobCommand.Revoke]: () => require("./commands/revoke") as typeof import("./commands/revoke"),
  [JobCommand.Inventory]: () => require("./commands/inventory") as typeof import("./commands/inventory"),
  [JobCommand.Actions]: () => require("./commands/actions") as typeof import("./commands/actions"),
  [JobCommand.Audit]: () => require("./commands/audit") as typeof import("./commands/audit"),
  [JobCommand.EvaluateLevels]: () =>
    require("./commands/evaluate-levels") as typeof import("./commands/evaluate-levels"),
  [JobCommand.RouteIncidents]: () =>
    require("./commands/route-incidents") as typeof import("./commands/route-incidents"),
  [JobCommand.Approvals]: () => require("./commands/approvals") as typeof import("./commands/approvals"),
  [JobCommand.Stop]: () => require("./commands/stop") as typeof import("./commands/stop"),
  [JobCommand.Resume]: () => require("./commands/resume") as typeof import("./commands/resume"),
};
