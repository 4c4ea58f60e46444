import { isObject, type Properties, textOf, type Value } from "../values";
import type { PutContext } from "./row";

/** The tag of a network resource's current state. */
export function etag({ uuid }: PutContext): Properties {
  return { etag: `W/"${uuid("etag")}"` };
}

/** The objects in a list; nothing for anything else. */
export function items(value: Value | undefined): Properties[] {
  return (Array.isArray(value) ? value : []).filter(isObject);
}

/** What stands in lists of named parts gets an id under the resource. */
export function named({ id, inputs }: PutContext, lists: readonly string[]): Properties {
  return Object.fromEntries(
    lists
      .filter((list) => inputs[list] !== undefined)
      .map((list) => [
        list,
        items(inputs[list]).map((each) => ({
          id: `${id}/${list}/${textOf(each.name) ?? ""}`,
          provisioningState: "Succeeded",
        })),
      ]),
  );
}
