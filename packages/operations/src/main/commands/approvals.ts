import { randomUUID } from "node:crypto";
import { ActionId, actionRow, RiskTier } from "@ringfence/core/actions";
import { JobCommand } from "@ringfence/core/jobs";
import { Argument, type Command } from "commander";
import { type Approval, ApprovalState, actorText } from "../../actions";
import type { SettingName } from "../../configuration";
import { type CommonFlags, withCommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { parameter } from "../parameters";
import { type JobResult, type JobRun, runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

interface RequestFlags extends CommonFlags {
  readonly target: string;
  readonly parameter?: Record<string, string>;
  readonly state?: string;
  readonly reason: string;
}

interface GrantFlags extends CommonFlags {
  readonly reason: string;
}

const needs = ["storageAccount", "auditContainer", "journalTable"] as const satisfies SettingName[];
type Run = JobRun<(typeof needs)[number]>;

/** `ringfence-operations approvals request|grant|list`. */
export function define(command: Command, surroundings: Surroundings): void {
  const approvable = Object.values(ActionId).filter((id) => actionRow(id).tier === RiskTier.High);
  const run = (flags: CommonFlags, work: (run: Run) => Promise<JobResult>) =>
    runJob({ command: JobCommand.Approvals, needs, work }, flags, surroundings);

  withCommonFlags(command.command("request"))
    .description("ask for an approval of exactly this action on this target in this state")
    .addArgument(new Argument("<action>", "the action").choices(approvable))
    .requiredOption("--target <target>", "what it is to be done to")
    .option("--parameter <name=value>", "a parameter of the action; repeat for more", parameter)
    .option("--state <state>", "the state that the target is in, as the command that acts names it")
    .requiredOption("--reason <reason>", "why it is needed")
    .action((action: ActionId, _flags: RequestFlags, request: Command) => {
      const flags = request.optsWithGlobals<RequestFlags>();
      return run(flags, (job) => requested(job, action, flags));
    });

  withCommonFlags(command.command("grant"))
    .description("approve what somebody else has asked for")
    .argument("<id>", "the approval's id")
    .requiredOption("--reason <reason>", "what makes it right")
    .action((id: string, _flags: GrantFlags, grant: Command) => {
      const flags = grant.optsWithGlobals<GrantFlags>();
      return run(flags, (job) => granted(job, id, flags.reason));
    });

  withCommonFlags(command.command("list"))
    .description("list what is asked for and what may be used")
    .option("--all", "list what is used up or has run out too")
    .action((_flags: CommonFlags, list: Command) => {
      const flags = list.optsWithGlobals<CommonFlags & { all?: boolean }>();
      return run(flags, (job) => listed(job, flags.all === true));
    });
}

async function requested({ ports, correlation }: Run, action: ActionId, flags: RequestFlags): Promise<JobResult> {
  const { target, reason: why, state = "", parameter: parameters = {} } = flags;
  const id = randomUUID();
  const by = await ports.actor();
  const bound = { action, target, parameters, targetState: state };
  const approval = await ports.actions.perform(
    {
      action: ActionId.RequestApproval,
      target: id,
      parameters: { ...parameters, action, target, state },
      why,
      correlation,
    },
    () => ports.approvals.request(id, bound, by, why),
  );
  if (!approval)
    return { code: ExitCode.Done, text: `would ask for an approval of ${action} on ${target}`, report: bound };
  const text = `asked for approval ${id}, to be given until ${approval.grantBefore} by somebody else than ${by.name}:\n  ringfence-operations approvals grant ${id} --reason "…"`;
  return { code: ExitCode.Done, text, report: approval };
}

async function granted({ ports, correlation, flags }: Run, id: string, why: string): Promise<JobResult> {
  const by = await ports.actor();
  const asked = await ports.approvals.checkGrant(id, by);
  if (flags.dryRun === true) return { code: ExitCode.Done, text: `could approve:\n${paragraph(asked)}`, report: asked };
  const parameters = { action: asked.action, target: asked.target, binding: asked.binding };
  const approval = await ports.actions.perform(
    { action: ActionId.GrantApproval, target: id, parameters, why, correlation },
    () => ports.approvals.grant(id, by),
  );
  if (!approval) return { code: ExitCode.Done, text: "", report: asked };
  return {
    code: ExitCode.Done,
    text: `approved, to be used until ${approval.useBefore}:\n${paragraph(approval)}`,
    report: approval,
  };
}

async function listed({ ports, clock }: Run, all: boolean): Promise<JobResult> {
  const now = clock.now();
  const approvals: Approval[] = [];
  for await (const approval of ports.approvals.list()) if (all || isOpen(approval, now)) approvals.push(approval);
  approvals.sort((one, other) => (one.requestedAt < other.requestedAt ? -1 : 1));
  const text = approvals.length === 0 ? "no approval is open" : approvals.map(paragraph).join("\n");
  return { code: ExitCode.Done, text, report: approvals };
}

function isOpen({ state, grantBefore, useBefore = "" }: Approval, now: Date): boolean {
  if (state === ApprovalState.Used) return false;
  return now.getTime() <= Date.parse(state === ApprovalState.Requested ? grantBefore : useBefore);
}

function paragraph(approval: Approval): string {
  const { id, state, action, target, targetState, parameters, why, requestedBy, requestedAt, grantBefore } = approval;
  const lines = [
    `${id} (${state})`,
    `  ${action} on ${target}${targetState === "" ? "" : `, which is ${targetState}`}`,
    ...Object.entries(parameters).map(([name, value]) => `  ${name}: ${value}`),
    `  asked for by ${actorText(requestedBy)} at ${requestedAt}: ${why}`,
  ];
  if (state === ApprovalState.Requested) lines.push(`  can be given until ${grantBefore}`);
  if (approval.grantedBy)
    lines.push(`  given by ${actorText(approval.grantedBy)}, to be used until ${approval.useBefore}`);
  if (approval.usedAt !== undefined) lines.push(`  used at ${approval.usedAt}`);
  return lines.join("\n");
}
