import { nameOf } from "../sdk";
import { typeRow } from "../types";
import { textOf } from "../values";
import type { Clock } from "./clock";
import { type DeletedResource, idKey, type WorldResource } from "./resource";

/** Deleted resources that Azure still keeps: their names stay taken, and they can be brought back. */
export class Graves {
  private readonly graves: DeletedResource[] = [];

  constructor(private readonly clock: Clock) {}

  /** What is kept and not yet forgotten. */
  list(): DeletedResource[] {
    const now = this.clock.iso();
    return this.graves.filter((grave) => grave.purgedAt > now);
  }

  add(...graves: readonly DeletedResource[]): void {
    this.graves.push(...graves);
  }

  /**
   * Keeps a deleted resource, with what was inside it.
   *
   * @param days for how long; what its type says when left out, and types that say nothing are not kept.
   */
  bury(resource: WorldResource, inside: readonly WorldResource[], days?: number): void {
    const keptDays = days ?? typeRow(resource.armType)?.softDelete?.days(resource);
    if (keptDays === undefined || (resource.assumed === true && days === undefined)) return;
    const deletedAt = this.clock.now();
    this.graves.push({
      id: resource.id,
      armType: resource.armType,
      name: nameOf(resource.id),
      location: textOf(resource.properties.location) ?? "",
      deletedAt: deletedAt.toISOString(),
      purgedAt: new Date(deletedAt.getTime() + keptDays * 86_400_000).toISOString(),
      kept: [resource, ...inside],
    });
  }

  /** The newest grave of a resource with this id. */
  find(id: string): DeletedResource | undefined {
    return this.list().findLast((grave) => idKey(grave.id) === idKey(id));
  }

  remove(grave: DeletedResource): void {
    const at = this.graves.indexOf(grave);
    if (at >= 0) this.graves.splice(at, 1);
  }
}
