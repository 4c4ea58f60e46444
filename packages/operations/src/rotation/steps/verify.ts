import { KeyCheck, type Secret } from "../../ports";
import { Phase } from "../entry";
import { fingerprint, isFingerprintOf } from "../fingerprint";
import { StepKind } from "../step";
import { Tag } from "../tags";
import { PROPAGATION_TRIES, pauseBefore } from "./backoff";
import { type CarryOut, type StepContext, StepFailed } from "./step-context";

/** Nothing is published that was published before, or that the service does not accept. */
export const verify: CarryOut = async (context) => {
  const { entry, seen, owner, ports, tries } = context;
  const key = seen.keys.get(entry.target);
  const at = ports.clock.now().toISOString();
  if (key === undefined) throw new StepFailed(`${entry.target} shows no key`);
  const version = await earlierVersionOf(key, context);
  if (version !== undefined)
    return {
      kind: StepKind.Write,
      entry: { ...entry, phase: Phase.Regenerating, before: fingerprint(key), changedAt: at },
      because: `${entry.target} holds the value of version ${version}: not a new key`,
    };
  if ((await owner.check(key)) === KeyCheck.Works)
    return {
      kind: StepKind.Write,
      entry: { ...entry, phase: Phase.Publishing, fresh: fingerprint(key), changedAt: at },
      because: "the service accepts the key",
    };
  const tried = tries("verify");
  if (tried >= PROPAGATION_TRIES) throw new StepFailed(`the service refuses the new key in ${entry.target}`);
  return pauseBefore(tried, "the service does not accept the new key yet");
};

/** The version that held this value before, if one did. */
async function earlierVersionOf(key: Secret, { ports, secret }: StepContext): Promise<string | undefined> {
  for await (const { version, enabled, tags } of ports.store.versions(secret.name)) {
    const known = tags[Tag.Fingerprint];
    if (
      known !== undefined
        ? isFingerprintOf(known, key)
        : enabled && key.equals(await ports.store.read(secret.name, version))
    )
      return version;
  }
  return undefined;
}
