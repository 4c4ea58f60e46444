import { hasUnknown, isObject, type Properties, reveal, type Value } from "../values";

/** Names of the parameters in a path, in order, without the subscription. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "").filter((name) => name !== "subscriptionId");
}

/** The input that names the resource itself: the parameter the path ends with; undefined where the name is fixed. */
export function ownNameInput(path: string): string | undefined {
  const name = /\{([^}]+)\}$/.exec(path)?.[1];
  return name === undefined || name.includes(".") ? undefined : name;
}

/**
 * The resource's id: the path with the inputs in it.
 *
 * @returns undefined when a parameter is missing or not known yet.
 */
export function resourceId(path: string, subscriptionId: string, inputs: Properties): string | undefined {
  let complete = true;
  const id = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    if (name === "subscriptionId") return subscriptionId;
    const value = at(inputs, name);
    if (typeof value !== "string" || hasUnknown(value)) {
      // A generic resource may have no parent resource: its path segment is then empty.
      if (name !== "parentResourcePath") complete = false;
      return "";
    }
    return value.replace(/^\/+|\/+$/g, "");
  });
  return complete ? id.replace(/\/{2,}/g, "/") : undefined;
}

/** The parameters in an id, by matching it with the path; undefined when it is another type's id. */
export function parseResourceId(path: string, id: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = path.replace(/[.()]/g, "\\$&").replace(/\{([^}]+)\}/g, (_, name: string) => {
    names.push(name);
    return /^(scope|resourceUri|resourceId|parentResourcePath)$/.test(name) ? "(.+?)" : "([^/]+)";
  });
  const match = new RegExp(`^${pattern}$`, "i").exec(id);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]));
}

/** The ARM type of an id or path, such as `Microsoft.Storage/storageAccounts/blobServices/containers`. */
export function armTypeOf(id: string): string {
  const segments = id.split("/").filter((segment) => segment !== "");
  const start = segments.map((segment) => segment.toLowerCase()).lastIndexOf("providers");
  if (start < 0)
    return segments.length > 2 ? "Microsoft.Resources/resourceGroups" : "Microsoft.Resources/subscriptions";
  const [namespace = "", ...rest] = segments.slice(start + 1);
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
}

/** The last segment of an id: the resource's name. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function at(inputs: Properties, path: string): Value | undefined {
  const value = path
    .split(".")
    .reduce<Value | undefined>((each, step) => (isObject(each) ? each[step] : undefined), reveal(inputs));
  return value;
}
