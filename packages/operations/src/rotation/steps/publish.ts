import { ActionId } from "@ringfence/core/actions";
import { DAY } from "../rotated-secret";
import { versionTags } from "../tags";
import { type CarryOut, effect, StepFailed } from "./step-context";

/** Writes the key that was found to work into the vault. It expires by its own age, not by that of the version. */
export const publish: CarryOut = async (context) => {
  const { entry, seen, secret, ports } = context;
  const key = seen.keys.get(entry.target);
  if (key === undefined) throw new StepFailed(`${entry.target} shows no key`);
  const born = entry.regeneratedAt === undefined ? ports.clock.now() : new Date(entry.regeneratedAt);
  const expiresOn = new Date(born.getTime() + secret.maximumAgeDays * DAY);
  await effect(context, ActionId.PublishSecret, { slot: entry.target, expires: expiresOn.toISOString() }, () =>
    ports.store.publish(secret.name, key, {
      expiresOn,
      contentType: "text/plain",
      tags: versionTags(secret, entry, key),
    }),
  );
  return undefined;
};
