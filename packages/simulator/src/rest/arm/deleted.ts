import { armTypeOf, nameOf } from "../../sdk";
import { objectOf, type Properties } from "../../values";
import { type DeletedResource, idKey, type World } from "../../world";
import type { RestAnswer } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";

/** How a type's deleted resources are found in Azure Resource Manager. */
interface DeletedType {
  /** ARM type of what was deleted. */
  armType: string;
  /** Name of the collection, such as `deletedVaults`. */
  collection: string;
  /** Name of the action that purges; a DELETE where there is none. */
  purge?: string;
  /** Whether ids name the resource group, as those of Cognitive Services do. */
  namesGroup?: boolean;
  /** Whether a deleted one may not be purged. */
  isProtected: (resource: Properties) => boolean;
}

const types: readonly DeletedType[] = [
  {
    armType: "Microsoft.KeyVault/vaults",
    collection: "deletedVaults",
    purge: "purge",
    isProtected: ({ properties }) => objectOf(properties).enablePurgeProtection === true,
  },
  {
    armType: "Microsoft.CognitiveServices/accounts",
    collection: "deletedAccounts",
    namesGroup: true,
    isProtected: () => false,
  },
  {
    armType: "Microsoft.AppConfiguration/configurationStores",
    collection: "deletedConfigurationStores",
    purge: "purge",
    isProtected: ({ enablePurgeProtection }) => enablePurgeProtection === true,
  },
];

/** What a request about deleted resources is about. */
export interface DeletedPath {
  type: DeletedType;
  /** Everything before the provider, for ids. */
  subscription: string;
  location?: string;
  group?: string;
  name?: string;
  purges: boolean;
}

/** Reads a path such as `…/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/safe`. */
export function deletedPath(method: string, segments: readonly string[]): DeletedPath | undefined {
  const [, subscription = "", providers, namespace, ...rest] = segments;
  if (providers?.toLowerCase() !== "providers") return undefined;
  const type = types.find(
    (each) =>
      each.armType.split("/")[0]?.toLowerCase() === namespace?.toLowerCase() &&
      rest.some((segment) => segment.toLowerCase() === each.collection.toLowerCase()),
  );
  if (type === undefined) return undefined;
  const named = (name: string) => {
    const at = rest.findIndex((segment) => segment.toLowerCase() === name.toLowerCase());
    return at < 0 ? undefined : rest[at + 1];
  };
  const last = rest.at(-1)?.toLowerCase();
  const isPurge = type.purge === undefined ? method === "DELETE" : method === "POST" && last === type.purge;
  const [location, group, name] = [named("locations"), named("resourceGroups"), named(type.collection)];
  return {
    type,
    subscription: `/subscriptions/${subscription}`,
    ...(location === undefined ? {} : { location }),
    ...(group === undefined ? {} : { group }),
    ...(name === undefined ? {} : { name }),
    purges: isPurge,
  };
}

/** Permission that a request about deleted resources needs. */
export function deletedPermission({ type, name, purges }: DeletedPath): string {
  const [namespace = ""] = type.armType.split("/");
  const collection = `${namespace}/locations/${type.collection}`;
  if (!purges) return name === undefined ? `${namespace}/${type.collection}/read` : `${collection}/read`;
  return type.purge === undefined ? `${collection}/delete` : `${collection}/purge/action`;
}

/** The graves that a path is about. */
export function gravesAt(world: World, { type, subscription, location, group, name }: DeletedPath): DeletedResource[] {
  return world.deleted.filter(
    (grave) =>
      grave.armType.toLowerCase() === type.armType.toLowerCase() &&
      idKey(grave.id).startsWith(`${idKey(subscription)}/`) &&
      (location === undefined || grave.location === location) &&
      (group === undefined || idKey(grave.id).includes(`/resourcegroups/${group.toLowerCase()}/`)) &&
      (name === undefined || grave.name.toLowerCase() === name.toLowerCase()),
  );
}

/** A deleted resource, as Azure Resource Manager writes it. */
export function deletedBody({ type, subscription }: DeletedPath, grave: DeletedResource): Properties {
  const [namespace = ""] = type.armType.split("/");
  const [, group = ""] = /\/resourceGroups\/([^/]+)\//i.exec(grave.id) ?? [];
  const where = type.namesGroup === true ? `/resourceGroups/${group}` : "";
  const kept = grave.kept?.[0]?.properties ?? {};
  return {
    id: `${subscription}/providers/${namespace}/locations/${grave.location}${where}/${type.collection}/${grave.name}`,
    name: grave.name,
    type: `${namespace}/${type.collection}`,
    location: grave.location,
    properties: {
      ...(type.namesGroup === true ? objectOf(kept.properties) : { vaultId: grave.id }),
      location: grave.location,
      deletionDate: grave.deletedAt,
      scheduledPurgeDate: grave.purgedAt,
      purgeProtectionEnabled: type.isProtected(kept),
    },
  };
}

/** Purges the one deleted resource that a path names. */
export function purgeDeleted(world: World, path: DeletedPath): RestAnswer {
  const [grave] = gravesAt(world, path);
  if (grave === undefined) return { status: 204 };
  if (path.type.isProtected(grave.kept?.[0]?.properties ?? {})) {
    throw new RestRefusal(
      409,
      "MethodNotAllowed",
      `Operation 'purge' is not allowed: purge protection is enabled for ${armTypeOf(grave.id)} '${nameOf(grave.id)}'.`,
    );
  }
  world.purge(grave);
  return { status: 200 };
}
