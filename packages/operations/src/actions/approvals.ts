import { actionRow, RiskTier } from "@ringfence/core/actions";
import { type ActionRequest, type Clock, type Entry, type Journal, JournalConflict } from "../ports";
import { type Actor, ActorKind, isSameActor } from "./actor";
import { type Approval, ApprovalRefused, ApprovalState } from "./approval";
import { type Bound, bindingOf } from "./binding";

const MINUTE = 60_000;

/** The approvals of a ring: asked for by one, given by another, used once, all within their time. */
export class Approvals {
  constructor(
    private readonly journal: Journal<Approval>,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for one under an id that nobody has used.
   * @throws ApprovalRefused if the action needs none
   */
  async request(id: string, bound: Bound, by: Actor, why: string): Promise<Approval> {
    const row = actionRow(bound.action);
    if (row.tier !== RiskTier.High)
      throw new ApprovalRefused(`${bound.action} needs no approval: its risk is ${row.tier}`);
    const now = this.clock.now();
    const approval: Approval = {
      id,
      state: ApprovalState.Requested,
      action: bound.action,
      target: bound.target,
      parameters: bound.parameters,
      targetState: bound.targetState ?? "",
      binding: bindingOf(bound),
      why,
      requestedBy: by,
      requestedAt: now.toISOString(),
      grantBefore: later(now, row.approval.grantWithinMinutes),
    };
    return (await this.journal.create(id, approval)).value;
  }

  /** @throws ApprovalRefused if it is not there, not open, too late, or the approver's own */
  async grant(id: string, by: Actor): Promise<Approval> {
    const entry = await this.entry(id);
    const approval = entry.value;
    this.mustBeGrantable(approval, by);
    const now = this.clock.now();
    const row = actionRow(approval.action);
    const minutes = row.tier === RiskTier.High ? row.approval.useWithinMinutes : 0;
    return this.write(entry, {
      ...approval,
      state: ApprovalState.Granted,
      grantedBy: by,
      grantedAt: now.toISOString(),
      useBefore: later(now, minutes),
    });
  }

  /** Whether it could be granted by somebody now. @throws ApprovalRefused */
  async checkGrant(id: string, by: Actor): Promise<Approval> {
    const { value } = await this.entry(id);
    this.mustBeGrantable(value, by);
    return value;
  }

  /** Whether it would do for a request now, without using it. @throws ApprovalRefused */
  async check(id: string, request: ActionRequest): Promise<Approval> {
    const { value } = await this.entry(id);
    this.mustServe(value, request);
    return value;
  }

  /** Uses it up for a run. Of two that try at once, one is refused. @throws ApprovalRefused */
  async use(id: string, request: ActionRequest, run: string): Promise<Approval> {
    const entry = await this.entry(id);
    this.mustServe(entry.value, request);
    const usedAt = this.clock.now().toISOString();
    return this.write(entry, { ...entry.value, state: ApprovalState.Used, usedBy: run, usedAt });
  }

  /** All that were ever asked for, by id. */
  async *list(): AsyncIterable<Approval> {
    for await (const { value } of this.journal.entries()) yield value;
  }

  private async entry(id: string): Promise<Entry<Approval>> {
    const entry = await this.journal.read(id);
    if (!entry) throw new ApprovalRefused(`there is no approval ${id}`);
    return entry;
  }

  private async write(entry: Entry<Approval>, approval: Approval): Promise<Approval> {
    try {
      return (await this.journal.replace(entry, approval)).value;
    } catch (error) {
      if (!(error instanceof JournalConflict)) throw error;
      throw new ApprovalRefused(`approval ${entry.key} was given or used by somebody else at the same moment`);
    }
  }

  private mustBeGrantable({ id, state, requestedBy, grantBefore }: Approval, by: Actor): void {
    if (state !== ApprovalState.Requested) throw new ApprovalRefused(`approval ${id} is ${state} already`);
    if (by.kind !== ActorKind.Person) throw new ApprovalRefused(`approval ${id} must be given by a person`);
    if (isSameActor(by, requestedBy))
      throw new ApprovalRefused(`approval ${id} was asked for by ${requestedBy.name}; somebody else must give it`);
    if (this.isPast(grantBefore))
      throw new ApprovalRefused(`approval ${id} could be given until ${grantBefore}; ask for another one`);
  }

  private mustServe(approval: Approval, request: ActionRequest): void {
    const { id, state, binding, requestedBy, grantedBy, useBefore = "" } = approval;
    if (state === ApprovalState.Requested) throw new ApprovalRefused(`nobody has given approval ${id} yet`);
    if (state === ApprovalState.Used)
      throw new ApprovalRefused(`approval ${id} was used at ${approval.usedAt}; it serves once`);
    if (grantedBy?.kind !== ActorKind.Person || isSameActor(grantedBy, requestedBy))
      throw new ApprovalRefused(`approval ${id} was not given by a second person`);
    if (this.isPast(useBefore))
      throw new ApprovalRefused(`approval ${id} could be used until ${useBefore}; ask for another one`);
    if (binding !== bindingOf(request) || binding !== bindingOf(approval))
      throw new ApprovalRefused(
        `approval ${id} is for ${approval.action} on ${approval.target} as it was; action, parameters or target have changed since, so ask for another one`,
      );
  }

  private isPast(moment: string): boolean {
    return !(this.clock.now().getTime() <= Date.parse(moment));
  }
}

function later(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * MINUTE).toISOString();
}
