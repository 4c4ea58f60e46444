import { fails, holds, type Judgement, type Resource, unknown, type Value } from "../../rule";

/** Each entry of a list of operations in a custom role's permissions: `actions`, `dataActions`. */
export function everyOperation(
  role: Resource,
  list: "actions" | "dataActions",
  condition: (operation: Value) => Judgement,
): Judgement {
  return role.at("permissions").every((permission) => permission.at(list).every(condition));
}

/** The operation is not `*` and does not end in `/*`. */
export function isNoWildcard(operation: Value): Judgement {
  return operation.judge((given) =>
    typeof given === "string" && /(^|\/)\*$/.test(given.trim())
      ? fails(operation.path, "a wildcard; must name operations")
      : holds,
  );
}

/** Whether one set of permissions allows one of these operations: an entry of `actions` fits it and none of `notActions`. */
export function allowsNone(permission: Value, operations: readonly string[], problem: string): Judgement {
  const taken = permission.at("notActions");
  return permission.at("actions").every((action) =>
    action.judge(() => {
      const fitting = operations.filter((operation) => fits(action, operation));
      const left = fitting.filter((operation) => !taken.items().some((entry) => fits(entry, operation)));
      if (left.length === 0) return holds;
      const open = [taken, ...taken.items()].find(({ isUnknown }) => isUnknown);
      return open === undefined ? fails(action.path, problem) : unknown(open.path);
    }),
  );
}

/**
 * Whether an entry, in which `*` stands for any text, is or includes the operation. Looking for the parts one after the
 * other takes one pass; a regular expression of many stars would not come back.
 */
function fits(entry: Value, operation: string): boolean {
  const text = operation.toLowerCase();
  const parts = entry.text?.trim().toLowerCase().split("*") ?? [];
  const [first, ...others] = parts;
  const last = others.pop();
  if (first === undefined || !text.startsWith(first)) return false;
  if (last === undefined) return text === first;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.endsWith(last) && text.length - last.length >= from;
}
