import { ActionId } from "@ringfence/core/actions";
import { KeyCheck } from "../../ports";
import { Urgency } from "../entry";
import { isEmergency } from "../request";
import { StepKind, Verdict } from "../step";
import { assertOverlapIsOver, TooEarly } from "./overlap-by-vault";
import { type CarryOut, effect, type StepContext, StepFailed } from "./step-context";

/** Kills the old key. The published one has to work at that moment: two dead keys are the one thing that must not be. */
export const retire: CarryOut = async (context) => {
  const { entry, seen, owner, request } = context;
  const { retires } = entry;
  const { newest } = seen;
  if (retires === undefined) throw new StepFailed("the rotation retires no slot");
  const isPlanned = entry.urgency === Urgency.Planned;
  const action = !isPlanned && isEmergency(request) ? ActionId.RevokeKey : ActionId.RetireKey;
  const kill = () => (owner.clear ? owner.clear(retires) : owner.regenerate(retires));
  try {
    await effect(context, action, { slot: retires }, kill, async () => {
      if (entry.withdraws) return;
      if (isPlanned && newest !== undefined) await assertOverlapIsOver(context, newest);
      await assertPublishedWorks(context);
    });
  } catch (error) {
    if (!(error instanceof TooEarly)) throw error;
    return { kind: StepKind.End, verdict: Verdict.Overlapping, because: error.message, until: error.until };
  }
  return undefined;
};

async function assertPublishedWorks({ seen, ports, secret, owner }: StepContext): Promise<void> {
  const { newest } = seen;
  const value = newest?.enabled ? await ports.store.read(secret.name, newest.version) : undefined;
  if (value === undefined || (await owner.check(value)) !== KeyCheck.Works)
    throw new StepFailed("the published key does not work, so the old one is left alive");
}
