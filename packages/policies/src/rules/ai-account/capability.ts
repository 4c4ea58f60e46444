import type { StackResource, Value } from "../../rule";

/** What Azure says of one of an account's capabilities. */
export interface Capability {
  /** Its value in lower case, "" if it has none; undefined if the account does not have it. */
  value: string | undefined;
  /** The path where Azure's answer is still to come; undefined if it is known. */
  unknownAt?: string;
}

/** A capability of an account: an answer of Azure's, which no program sets. */
export function capability(account: StackResource, name: string): Capability {
  const list = account.at("properties.capabilities");
  if (list.isUnknown) return { value: undefined, unknownAt: "properties.capabilities" };
  const items = list.items();
  const own = items.find((item) => item.at("name").text?.toLowerCase() === name.toLowerCase());
  if (own === undefined) {
    const open = items.find((item) => item.at("name").isUnknown);
    return { value: undefined, ...(open && { unknownAt: open.at("name").path }) };
  }
  const value = own.at("value");
  return value.isUnknown ? { value: undefined, unknownAt: value.path } : { value: answerOf(value) };
}

/** Azure answers with texts; a true or false means the same. */
function answerOf(value: Value): string {
  if (value.is(false).is === "holds") return "false";
  return value.text?.toLowerCase() ?? "";
}
