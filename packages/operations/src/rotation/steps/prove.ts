import { ActionId } from "@ringfence/core/actions";
import { KeyCheck } from "../../ports";
import { Phase, type RotationEntry } from "../entry";
import { readIfEnabled } from "../observe";
import { type Step, StepKind } from "../step";
import { Tag } from "../tags";
import { PROPAGATION_TRIES, pauseBefore } from "./backoff";
import { type CarryOut, effect, type StepContext, StepFailed } from "./step-context";

/** Has the service refuse what was killed, and then switches off every version that holds a dead value. */
export const prove: CarryOut = async (context) => {
  const { entry, ports } = context;
  const { alive, asked } = await triedValues(context);
  if (alive !== undefined) return again(context, alive);
  await disableDeadVersions(context);
  const phase = entry.withdraws ? Phase.Revoked : Phase.Done;
  return {
    kind: StepKind.Write,
    entry: { ...entry, phase, changedAt: ports.clock.now().toISOString(), failures: 0, failure: undefined },
    because: asked ? "the service refuses it" : whyNotAsked(entry),
  };
};

/** What is known of a value that nobody can try any more. */
function whyNotAsked({ replaces, leaked }: RotationEntry): string {
  if (replaces === undefined && leaked === undefined) return "it was never published";
  return "no slot holds it, and its value cannot be read any more to be tried";
}

function again({ tries }: StepContext, version: string): Step {
  const tried = tries("prove");
  if (tried >= PROPAGATION_TRIES)
    throw new StepFailed(`the service still accepts the value of version ${version}, though its slot has another key`);
  return pauseBefore(tried, "the service still accepts the old value");
}

/** Whether the service was asked about the values that should be dead, and the version of one that is not. */
async function triedValues({ entry, ports, secret, owner }: StepContext): Promise<{ alive?: string; asked: boolean }> {
  let asked = false;
  for (const version of new Set([entry.replaces, entry.leaked])) {
    if (version === undefined || (version === entry.version && !entry.withdraws)) continue;
    const value = await readIfEnabled(secret.name, version, ports.store);
    if (value === undefined) continue;
    asked = true;
    if ((await owner.check(value)) === KeyCheck.Works) return { alive: version, asked };
  }
  return { asked };
}

/** Both slots are new, so every version but the newest holds a dead value; of a withdrawn secret, the newest does too. */
async function disableDeadVersions(context: StepContext): Promise<void> {
  const { entry, seen, ports, secret } = context;
  const { newest } = seen;
  for await (const { version, enabled, createdOn, tags } of ports.store.versions(secret.name)) {
    const isDead =
      entry.withdraws || (version !== newest?.version && newest !== undefined && createdOn <= newest.createdOn);
    if (!enabled || !isDead) continue;
    const leaked = version === entry.leaked ? { tags: { ...tags, [Tag.Revoked]: entry.correlation } } : {};
    await effect(context, ActionId.DisableSecretVersion, { version }, () =>
      ports.store.update(secret.name, version, { enabled: false, ...leaked }),
    );
  }
}
