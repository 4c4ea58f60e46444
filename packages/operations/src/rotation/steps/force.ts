import { ActionId } from "@ringfence/core/actions";
import { isEmergency } from "../request";
import { StepKind } from "../step";
import { type CarryOut, effect } from "./step-context";

/**
 * Makes consumers read again. Only a person may ask for that: a job that finishes an emergency whose worker died leaves
 * it out, and the leaked key dies after the same grace.
 */
export const force: CarryOut = async (context) => {
  const { entry, secret, ports, request } = context;
  const { version } = entry;
  if (isEmergency(request) && version !== undefined && (secret.consumers?.length ?? 0) > 0)
    await effect(context, ActionId.RestartConsumer, { version }, () => ports.consumers.force(secret, version));
  const at = ports.clock.now().toISOString();
  return {
    kind: StepKind.Write,
    entry: { ...entry, forcedAt: at, changedAt: at },
    because: "consumers were told to read again",
  };
};
