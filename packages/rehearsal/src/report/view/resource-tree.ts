import type { Finding } from "./findings";
import type { LogicalResource } from "./logical-resource";
import type { ResourceLabel } from "./resource-label";
import { isDeployed } from "./stack-summary";
import { resourceKey } from "./urn";

/** A resource of the program with the resources below it. */
export interface TreeNode extends LogicalResource {
  children: TreeNode[];
  /** Resources in this branch that a deployment creates, this one included. */
  size: number;
  /** Stacks that have it, in their order. */
  stacks: string[];
  /** Rules that it violates. */
  violates: Finding[];
}

/** The program as its components make it: what has no parent, or only the stack, is a root. */
export function resourceTree(
  stacks: readonly string[],
  resources: readonly LogicalResource[],
  violations: readonly Finding[],
): TreeNode[] {
  const violated = byResource(violations);
  const nodes = new Map<string, TreeNode>();
  for (const resource of resources) {
    if (isImplied(resource.label)) continue;
    nodes.set(resource.key, {
      ...resource,
      children: [],
      size: 0,
      stacks: stacks.filter((stack) => resource.in.has(stack)),
      violates: violated.get(resource.key) ?? [],
    });
  }
  const roots: TreeNode[] = [];
  for (const node of nodes.values()) {
    const parent = [...node.in.values()][0]?.parent;
    (nodes.get(parent === undefined ? "" : resourceKey(parent))?.children ?? roots).push(node);
  }
  for (const root of roots) measure(root);
  return roots;
}

/** What is there without the program saying so: the stack, and the providers that Pulumi makes itself. */
function isImplied({ type, name }: ResourceLabel): boolean {
  return type === "pulumi:Stack" || (type.startsWith("pulumi:providers:") && /^default(_|$)/.test(name));
}

function measure(node: TreeNode): number {
  const own = [...node.in.values()].some(isDeployed) ? 1 : 0;
  node.size = node.children.reduce((total, child) => total + measure(child), own);
  return node.size;
}

function byResource(violations: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of violations)
    for (const key of new Set(finding.places.flatMap(({ resource }) => (resource ? [resourceKey(resource.urn)] : []))))
      found.set(key, [...(found.get(key) ?? []), finding]);
  return found;
}
