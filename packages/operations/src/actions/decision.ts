import { type ActionRow, actions, RiskTier } from "@ringfence/core/actions";
import { type JobCommand, jobs } from "@ringfence/core/jobs";
import { ActionRefused, type ActionRequest } from "../ports";
import { type Actor, ActorKind } from "./actor";
import type { SwitchReading } from "./kill-switch";

/** What the gate knows when it decides. */
export interface Facts {
  readonly command: JobCommand;
  readonly actor: Actor;
  readonly reading: SwitchReading;
}

/** What is needed besides: nothing, or a second person's approval. */
export const Verdict = { Allowed: "allowed", NeedsApproval: "needs-approval" } as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/**
 * Whether an action may be taken. Pure but for the refusals that it throws.
 * @throws ActionRefused: not registered, not this job's, automation stopped, nobody asked, no approval named
 */
export function decide(request: ActionRequest, { command, actor, reading }: Facts): Verdict {
  const { action, approval } = request;
  const row: ActionRow | undefined = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!row) throw new ActionRefused(action, "precondition", `${action} is not in the registry of actions`);
  if (!jobs[command].actions.includes(action))
    throw new ActionRefused(action, "precondition", `${command} may not ${action}: its row does not list it`);
  if (row.tier === RiskTier.Read) return Verdict.Allowed;
  if (!reading.runs && !row.runsWhileStopped)
    throw new ActionRefused(action, "kill-switch", `${action} is not taken: ${reading.because}`);
  if (row.tier === RiskTier.Low) return Verdict.Allowed;
  if (request.why.trim() === "") throw new ActionRefused(action, "approval", `${action} needs a reason; say --reason`);
  if (row.tier === RiskTier.Medium) {
    if (actor.kind === ActorKind.Person) return Verdict.Allowed;
    throw new ActionRefused(
      action,
      "approval",
      `${action} needs a person who asks for it, and ${actor.name} is an application; say --as`,
    );
  }
  if (approval !== undefined) return Verdict.NeedsApproval;
  const how = `ringfence-operations approvals request ${action}`;
  throw new ActionRefused(action, "approval", `${action} needs a second person's approval; ask for it by ${how}`);
}
