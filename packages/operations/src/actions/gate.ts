import { randomUUID } from "node:crypto";
import type { JobCommand } from "@ringfence/core/jobs";
import { REFUSED } from "../audit";
import type { Log } from "../observability";
import {
  ActionRefused,
  type ActionRequest,
  type Actions,
  type Audit,
  AuditMoment,
  type AuditRecord,
  type Clock,
  redacted,
} from "../ports";
import { type Actor, actorText } from "./actor";
import { ApprovalRefused } from "./approval";
import type { Approvals } from "./approvals";
import { decide, Verdict } from "./decision";
import type { KillSwitch } from "./kill-switch";
import { observedAction } from "./observed-action";

/** What the gate needs. */
export interface GateParts {
  readonly command: JobCommand;
  /** Who the run is signed in as; asked when the first action is. */
  readonly actor: () => Promise<Actor>;
  readonly audit: Audit;
  readonly approvals: Approvals;
  readonly killSwitch: KillSwitch;
  readonly clock: Clock;
  readonly log: Log;
  readonly dryRun: boolean;
  /** Names each run of an action; random unless a test says otherwise. */
  readonly newRun?: () => string;
}

/**
 * The gate. In this order: the request is recorded; registry, switch and approval are asked; the decision is recorded;
 * that it begins is recorded; the effect happens; the outcome is recorded. If a record cannot be written, the next step
 * does not happen. A crash after `executing` leaves an action without an outcome: `audit verify` lists it, and the job
 * that took it finds out from its journal whether the effect happened. An approval is used up before the effect: a crash
 * in between costs the approval, never a second effect.
 */
export function actionGate(parts: GateParts): Actions {
  const { dryRun, newRun = randomUUID } = parts;
  return {
    dryRun,
    perform: async (request, effect) => {
      if (dryRun) return describe(parts, request);
      const run = newRun();
      return observedAction(request, () => performed(parts, request, run, effect));
    },
  };
}

async function performed<T>(
  parts: GateParts,
  request: ActionRequest,
  run: string,
  effect: () => Promise<T>,
): Promise<T> {
  const record = await recorder(parts, request, run);
  await record(AuditMoment.Requested);
  const allowed = await decided(parts, request, run).catch(async (error: unknown) => {
    await record(AuditMoment.Decided, `${REFUSED}: ${textOf(error)}`);
    throw error;
  });
  await record(AuditMoment.Decided, allowed);
  await record(AuditMoment.Executing);
  const result = await begun(parts, request, effect).catch(async (error: unknown) => {
    await record(AuditMoment.Failed, textOf(error));
    throw error;
  });
  await record(AuditMoment.Succeeded);
  parts.log.info(`executed ${request.action}`, { action: request.action, target: request.target, run });
  return result;
}

/** Writing the records may have taken longer than a poll of the switch, so it is asked once more. */
async function begun<T>(parts: GateParts, request: ActionRequest, effect: () => Promise<T>): Promise<T> {
  decide(request, await facts(parts));
  return effect();
}

/** Whether the action may be taken, as a sentence for the audit; an approval is used up. @throws ActionRefused */
async function decided(parts: GateParts, request: ActionRequest, run: string): Promise<string> {
  const verdict = decide(request, await facts(parts));
  if (verdict === Verdict.Allowed || request.approval === undefined) return "allowed";
  const { id, requestedBy, grantedBy } = await approving(request, parts.approvals.use(request.approval, request, run));
  const given = grantedBy === undefined ? "" : `, given by ${actorText(grantedBy)}`;
  return `allowed by approval ${id}, asked for by ${actorText(requestedBy)}${given}`;
}

async function facts({ command, actor, killSwitch }: GateParts) {
  return { command, actor: await actor(), reading: await killSwitch.reading() };
}

/** A dry run asks everything and uses nothing up; nothing is recorded, because nothing happens. */
async function describe(parts: GateParts, request: ActionRequest): Promise<undefined> {
  const { action, target, parameters } = request;
  try {
    const verdict = decide(request, await facts(parts));
    if (verdict === Verdict.NeedsApproval && request.approval !== undefined)
      await approving(request, parts.approvals.check(request.approval, request));
    parts.log.info(`would ${action}`, { action, target, parameters, dryRun: true });
  } catch (error) {
    if (!(error instanceof ActionRefused)) throw error;
    parts.log.warning(`would refuse to ${action}`, { action, target, parameters, dryRun: true, error });
  }
}

async function approving<T>({ action }: ActionRequest, approval: Promise<T>): Promise<T> {
  try {
    return await approval;
  } catch (error) {
    if (!(error instanceof ApprovalRefused)) throw error;
    throw new ActionRefused(action, "approval", error.message);
  }
}

/** Writes the records of one run; the actor and the text of errors are the same in all of them. */
async function recorder({ audit, clock, actor }: GateParts, request: ActionRequest, run: string) {
  const { action, correlation, why, target, parameters } = request;
  const who = actorText(await actor());
  const fixed = { action, run, correlation, who, why: redacted(why), target, parameters: withoutSecrets(parameters) };
  return (moment: AuditMoment, outcome?: string): Promise<void> => {
    const record: AuditRecord = { at: clock.now().toISOString(), moment, ...fixed };
    return audit.append(outcome === undefined ? record : { ...record, outcome });
  };
}

function withoutSecrets(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, redacted(value)]));
}

/** An error for the audit: what it is and its first line, not what an SDK keeps in it. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return redacted(String(error));
  return redacted(`${error.name}: ${error.message.split("\n")[0] ?? ""}`);
}
