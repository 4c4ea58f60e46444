import { ActionId } from "@ringfence/core/actions";
import { ActionRefused, LeaseLost } from "../../ports";
import { isEmergency } from "../request";
import { StepKind } from "../step";
import { type CarryOut, effect } from "./step-context";

/**
 * Makes consumers read again. Only a person may ask for that: a job that finishes an emergency whose worker died leaves
 * it out, and the leaked key dies after the same grace. A consumer that cannot be restarted does not keep a leaked key
 * alive either; the audit has what went wrong.
 */
export const force: CarryOut = async (context) => {
  const { entry, secret, ports, request } = context;
  const { version } = entry;
  let because = "consumers were told to read again";
  if (isEmergency(request) && version !== undefined && (secret.consumers?.length ?? 0) > 0)
    try {
      await effect(context, ActionId.RestartConsumer, { version }, () => ports.consumers.force(secret, version));
    } catch (error) {
      if (error instanceof LeaseLost || error instanceof ActionRefused) throw error;
      because = "not every consumer could be told to read again";
    }
  const at = ports.clock.now().toISOString();
  return { kind: StepKind.Write, entry: { ...entry, forcedAt: at, changedAt: at }, because };
};
