import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { createUrn, parseUrn, ROOT_STACK_TYPE } from "./urn";

/** Another name that a resource may have had: a whole URN, or what differs from the resource's own. */
export interface AliasSpec {
  urn?: string;
  name?: string;
  type?: string;
  parent?: string;
  noParent?: boolean;
  project?: string;
  stack?: string;
}

/** What an alias completes from. */
export interface AliasOwner {
  stack: string;
  project: string;
  type: string;
  name: string;
  parent: string;
}

export function aliasOf(message: Alias): AliasSpec {
  const spec = message.getSpec();
  if (!spec) return { urn: message.getUrn() };
  return {
    name: spec.getName(),
    type: spec.getType(),
    parent: spec.getParenturn(),
    noParent: spec.getNoparent(),
    project: spec.getProject(),
    stack: spec.getStack(),
  };
}

/**
 * The URNs under which a resource may be found in the old state, own aliases first, then those that follow from the
 * alias its parent was found by.
 */
export function aliasUrns(
  owner: AliasOwner,
  aliases: readonly AliasSpec[],
  takenAlias: (urn: string) => string | undefined,
): string[] {
  const own = aliases.map((alias) => collapse(owner, alias, takenAlias));
  const urns = [...own];
  const parentAlias = owner.parent ? takenAlias(owner.parent) : undefined;
  if (parentAlias) {
    const parentName = parseUrn(owner.parent)?.name ?? "";
    urns.push(inherited(owner, owner.type, owner.name, parentName, parentAlias));
    for (const urn of own) {
      const parts = parseUrn(urn);
      if (parts) urns.push(inherited(owner, parts.type, parts.name, parentName, parentAlias));
    }
  }
  return [...new Set(urns)];
}

function collapse(owner: AliasOwner, alias: AliasSpec, takenAlias: (urn: string) => string | undefined): string {
  if (alias.urn) return alias.urn;
  const stated = alias.parent || owner.parent;
  const parent = alias.parent ? (takenAlias(alias.parent) ?? alias.parent) : stated;
  const isRoot = parent !== "" && parseUrn(parent)?.qualifiedType === ROOT_STACK_TYPE;
  return createUrn(
    alias.stack || owner.stack,
    alias.project || owner.project,
    alias.noParent || isRoot ? undefined : parent,
    alias.type || owner.type,
    alias.name || owner.name,
  );
}

/** Where a child's name starts with its parent's, it is taken to have been renamed along with the parent. */
function inherited(owner: AliasOwner, type: string, name: string, parentName: string, parentAlias: string): string {
  const renamed = name.startsWith(parentName)
    ? `${parseUrn(parentAlias)?.name ?? ""}${name.slice(parentName.length)}`
    : name;
  return createUrn(owner.stack, owner.project, parentAlias, type, renamed);
}
