import { textOf, type Value } from "../../../values";
import { RestRefusal } from "../../http/rest-refusal";

/**
 * The slot that a request names, such as `primary` for `PrimaryKey`.
 *
 * @param slots the service's names for its keys, and our slots.
 * @throws RestRefusal 400 naming those that there are.
 */
export function slotNamed(given: Value | undefined, slots: Readonly<Record<string, string>>): string {
  const asked = (textOf(given) ?? "").toLowerCase();
  const found = Object.entries(slots).find(([name]) => name.toLowerCase() === asked)?.[1];
  if (found !== undefined) return found;
  throw new RestRefusal(
    400,
    "InvalidRequestContent",
    `The key '${textOf(given) ?? ""}' is not one of ${Object.keys(slots).join(", ")}.`,
  );
}
