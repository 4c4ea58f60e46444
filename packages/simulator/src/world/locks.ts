import { textOf } from "../values";
import { Refusal } from "./refusal";
import { idKey, type WorldResource } from "./resource";
import type { WorldView } from "./view";

const LOCKS = /\/providers\/microsoft\.authorization\/locks\/[^/]+$/;

/**
 * Why a lock forbids deleting a resource: Azure's `ScopeLocked`, naming the locks on the resource or on anything inside
 * it. A lock itself can be deleted.
 *
 * Azure refuses for a lock on what the resource is inside of as well. Pulumi deletes such a resource and the lock at the
 * same time, in an order that nobody sets, so what Azure answers is a matter of luck; here the resource always goes.
 */
export function lockThatHolds(
  world: WorldView,
  resource: WorldResource,
  inside: readonly WorldResource[],
): Refusal | undefined {
  const key = idKey(resource.id);
  if (LOCKS.test(key)) return undefined;
  const going = new Set([key, ...inside.map((each) => idKey(each.id))]);
  const scopes = world
    .resources("Microsoft.Authorization/locks")
    .filter((lock) => ["CanNotDelete", "ReadOnly"].includes(textOf(lock.inputs.level) ?? ""))
    .map((lock) => lock.id.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i, ""))
    .filter((scope) => going.has(idKey(scope)));
  if (scopes.length === 0) return undefined;
  return new Refusal(
    409,
    "ScopeLocked",
    `The scope '${resource.id}' cannot perform delete operation because following scope(s) are locked: ` +
      `'${[...new Set(scopes)].join(",")}'. Please remove the lock and try again.`,
  );
}
