/** What a path of Azure Resource Manager is about. */
export interface ArmPath {
  kind: "resource" | "collection" | "action";
  /** The resource; of a collection, what it is in (a group, a subscription, a parent or a scope; empty: the tenant). */
  id: string;
  /** ARM type of the resource, or of what the collection holds. */
  armType: string;
  /** Name of the POST action, in the letters of the request. */
  action?: string;
}

/**
 * Reads a path: an even number of segments after the last provider's namespace is a resource, an odd one a collection,
 * or an action when it is posted.
 */
export function armPath(method: string, segments: readonly string[]): ArmPath {
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === "providers");
  const id = `/${segments.join("/")}`;
  if (at < 0) return subscriptionPath(method, segments, id);
  const [namespace = "", ...tail] = segments.slice(at + 1);
  const types = (parts: readonly string[]) => [namespace, ...parts.filter((_, index) => index % 2 === 0)].join("/");
  if (tail.length % 2 === 0) return { kind: "resource", id, armType: types(tail) };
  if (method === "POST") {
    const owner = tail.slice(0, -1);
    return { kind: "action", id: pathOf(segments.slice(0, -1)), armType: types(owner), action: tail.at(-1) ?? "" };
  }
  const outside = tail.length === 1 ? segments.slice(0, at) : segments.slice(0, -1);
  return { kind: "collection", id: pathOf(outside), armType: types(tail) };
}

function subscriptionPath(method: string, segments: readonly string[], id: string): ArmPath {
  const [, , collection, name] = segments;
  if (segments.length === 1) return { kind: "collection", id: "", armType: "Microsoft.Resources/subscriptions" };
  if (segments.length === 2) return { kind: "resource", id, armType: "Microsoft.Resources/subscriptions" };
  const isGroups = collection?.toLowerCase() === "resourcegroups";
  if (segments.length === 3 && isGroups) {
    return { kind: "collection", id: pathOf(segments.slice(0, 2)), armType: "Microsoft.Resources/resourceGroups" };
  }
  if (segments.length === 4 && isGroups) return { kind: "resource", id, armType: "Microsoft.Resources/resourceGroups" };
  if (method === "POST") {
    const armType = name === undefined ? "Microsoft.Resources/subscriptions" : "Microsoft.Resources/resourceGroups";
    return { kind: "action", id: pathOf(segments.slice(0, -1)), armType, action: segments.at(-1) ?? "" };
  }
  return { kind: "collection", id: pathOf(segments.slice(0, -1)), armType: `Microsoft.Resources/${segments.at(-1)}` };
}

function pathOf(segments: readonly string[]): string {
  return segments.length === 0 ? "" : `/${segments.join("/")}`;
}
