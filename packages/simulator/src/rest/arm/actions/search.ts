import { accessKey, type NamedKey, namedKeys, type WorldResource, withNamedKey, withoutNamedKey } from "../../../world";
import { RestRefusal } from "../../http/rest-refusal";
import { type ArmAction, ok } from "../action";
import { slotNamed } from "./key-slot";

const SERVICE = "Microsoft.Search/searchServices";

/** How many query keys a search service can have (learn.microsoft.com/azure/search/search-limits-quotas-capacity). */
const MOST_QUERY_KEYS = 50;

/** Admin and query keys of search services. */
export const searchActions: readonly ArmAction[] = [
  { armType: SERVICE, name: "listAdminKeys", run: ({ resource }) => ok(adminKeys(resource)) },
  {
    armType: SERVICE,
    name: "regenerateAdminKey",
    hasArgument: true,
    run: ({ world, resource, argument }) => {
      world.regenerateKey(resource.id, slotNamed(argument, { primary: "primary", secondary: "secondary" }));
      return ok(adminKeys(resource));
    },
  },
  {
    armType: SERVICE,
    name: "listQueryKeys",
    run: ({ resource }) => ok({ value: namedKeys(resource).map(queryKey) }),
  },
  {
    armType: SERVICE,
    name: "createQueryKey",
    hasArgument: true,
    run: ({ world, resource, argument }) => {
      if (namedKeys(resource).length >= MOST_QUERY_KEYS) {
        throw new RestRefusal(400, "BadRequest", `A search service can have ${MOST_QUERY_KEYS} query keys at most.`);
      }
      const { state, key } = withNamedKey(resource, argument, world.clock.iso());
      world.setState(resource.id, state);
      return ok(queryKey(key));
    },
  },
  {
    armType: SERVICE,
    name: "deleteQueryKey",
    method: "DELETE",
    hasArgument: true,
    permission: `${SERVICE}/deleteQueryKey/delete`,
    run: ({ world, resource, argument }) => {
      const key = namedKeys(resource).find(({ value }) => value === argument);
      if (key === undefined) return { status: 204 };
      world.setState(resource.id, withoutNamedKey(resource, key.id));
      return { status: 200 };
    },
  },
];

function adminKeys(service: WorldResource) {
  return { primaryKey: accessKey(service, "primary"), secondaryKey: accessKey(service, "secondary") };
}

function queryKey({ name, value }: NamedKey) {
  return { name, key: value };
}
