import { OwnerUnavailable, Unavailability } from "../ports";

/** The parts of a resource's Azure id. */
export interface ArmId {
  readonly subscription: string;
  readonly group: string;
  /** The names from the provider on: of the service, of what is in it. */
  readonly names: readonly [string, ...string[]];
}

const ID = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/[^/]+\/(.+)$/i;

/** @throws OwnerUnavailable if it is no id of a resource in a resource group */
export function armId(id: string): ArmId {
  const [, subscription, group, rest] = ID.exec(id) ?? [];
  const [first, ...others] = (rest ?? "").split("/").filter((_part, index) => index % 2 === 1);
  if (subscription === undefined || group === undefined || first === undefined)
    throw new OwnerUnavailable(
      id,
      Unavailability.Missing,
      `${id} is not the Azure id of a resource in a resource group`,
    );
  return { subscription, group, names: [first, ...others] };
}
