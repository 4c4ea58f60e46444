import type { TypeRow } from "../types/row";
import { Refusal } from "./refusal";
import { idKey } from "./resource";

/** Azure does some writes one at a time on each parent; here they take time, so that two can meet. */
export class SerialisedWrites {
  private readonly busy = new Set<string>();

  /** @param milliseconds how long such a write takes. */
  constructor(private readonly milliseconds: number) {}

  /** Whether a write is under way on the resource with this id. */
  isBusy(id: string): boolean {
    return this.busy.has(idKey(id));
  }

  /** Azure's refusal of a write that needs a parent without another write under way. */
  busyParent(row: TypeRow, id: string): Refusal | undefined {
    if (row.needsIdleParent !== true || !this.isBusy(ownerOf(id))) return undefined;
    return new Refusal(409, "AccountProvisioningStateInvalid", `Account ${ownerOf(id)} in state Accepted`);
  }

  /**
   * Waits for as long as a write of the type takes.
   *
   * @throws Refusal when another one is under way on the same parent.
   */
  async take(row: TypeRow | undefined, id: string): Promise<void> {
    if (row?.serialised !== true) return;
    const owner = ownerOf(id);
    const key = idKey(owner);
    if (this.busy.has(key)) {
      throw new Refusal(
        409,
        "RequestConflict",
        `Another operation is being performed on the parent resource '${owner}'. Please try again later.`,
      );
    }
    this.busy.add(key);
    await new Promise((resolve) => setTimeout(resolve, this.milliseconds));
    this.busy.delete(key);
  }
}

/** The id of the resource that a child is written on. */
function ownerOf(id: string): string {
  return id.split("/").slice(0, -2).join("/");
}
