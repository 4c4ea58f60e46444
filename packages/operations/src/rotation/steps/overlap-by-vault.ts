import type { VaultItem } from "../../ports";
import { HOUR } from "../rotated-secret";
import { Tag } from "../tags";
import type { StepContext } from "./step-context";

/** By Key Vault's clock the overlap is not over: this worker's clock is ahead. */
export class TooEarly extends Error {
  override readonly name = "TooEarly";

  constructor(readonly until: Date) {
    super(`by Key Vault's clock the overlap ends at ${until.toISOString()}; this worker's clock is ahead`);
  }
}

/**
 * Asks Key Vault what time it is, by marking the version, and holds that against the moment at which it wrote it. A
 * worker whose clock is wrong can therefore not cut an overlap short. @throws TooEarly
 */
export async function assertOverlapIsOver({ ports, secret, entry }: StepContext, item: VaultItem): Promise<void> {
  const tags = { ...item.tags, [Tag.Retiring]: entry.correlation };
  const { updatedOn } = await ports.store.update(secret.name, item.version, { tags });
  const until = new Date(item.createdOn.getTime() + secret.overlapHours * HOUR);
  if (updatedOn < until) throw new TooEarly(until);
}
