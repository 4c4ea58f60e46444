import { ActionId } from "@ringfence/core/actions";
import { JobCommand } from "@ringfence/core/jobs";
import {
  type Actor,
  ActorKind,
  type Approval,
  Approvals,
  actionGate,
  KillSwitch,
  type SwitchPosition,
} from "../../src/actions";
import { structuredLog } from "../../src/observability";
import type { ActionRequest, Audit } from "../../src/ports";
import { type FakeClock, fakeClock, memoryAudit, memoryJournal } from "../../src/testing";

export const alice: Actor = { kind: ActorKind.Person, id: "a", name: "alice@contoso.example" };
export const bob: Actor = { kind: ActorKind.Person, id: "b", name: "bob@contoso.example" };
export const job: Actor = { kind: ActorKind.Job, id: "j", name: "id-claims-prod-jobs" };

/** A gate with everything in memory, and what a test looks at. */
export function gateOf(
  command: JobCommand,
  actor: Actor,
  options: { dryRun?: boolean; clock?: FakeClock; audit?: Audit } = {},
) {
  const clock = options.clock ?? fakeClock();
  const audit = memoryAudit();
  const approvalsJournal = memoryJournal<Approval>();
  const switchJournal = memoryJournal<SwitchPosition>();
  const approvals = new Approvals(approvalsJournal, clock);
  const killSwitch = new KillSwitch(switchJournal, clock);
  const lines: string[] = [];
  let runs = 0;
  const parts = {
    command,
    actor: async () => actor,
    audit: options.audit ?? audit,
    approvals,
    killSwitch,
    clock,
    log: structuredLog(clock, [(line) => lines.push(JSON.stringify(line))]),
    dryRun: options.dryRun ?? false,
    newRun: () => {
      runs += 1;
      return `run-${runs}`;
    },
  };
  return {
    gate: actionGate(parts),
    parts,
    clock,
    audit,
    approvals,
    approvalsJournal,
    killSwitch,
    switchJournal,
    lines,
  };
}

export const regenerate: ActionRequest = {
  action: ActionId.RegenerateKey,
  target: "/subscriptions/1/x",
  parameters: { slot: "key1" },
  why: "too old",
  correlation: "c",
};

export const resume: ActionRequest = {
  action: ActionId.ResumeAutomation,
  target: "automation",
  parameters: {},
  why: "the reason is gone",
  correlation: "c",
  targetState: "stopped at T by alice",
};

export const rotate = JobCommand.Rotate;
