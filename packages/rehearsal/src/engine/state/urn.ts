/** The type of every stack's root resource. */
export const ROOT_STACK_TYPE = "pulumi:pulumi:Stack";

const PROVIDER_PREFIX = "pulumi:providers:";

/** The parts of a URN, `urn:pulumi:stack::project::parentType$type::name`. */
export interface UrnParts {
  stack: string;
  project: string;
  /** The types of the parents and its own, joined by `$`. */
  qualifiedType: string;
  /** Its own type. */
  type: string;
  name: string;
}

/** Takes a URN apart; undefined if it is none. */
export function parseUrn(urn: string): UrnParts | undefined {
  const match = /^urn:pulumi:(.*?)::(.*?)::(.*?)::(.*)$/s.exec(urn);
  if (!match) return undefined;
  const [, stack = "", project = "", qualifiedType = "", name = ""] = match;
  return { stack, project, qualifiedType, type: qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1), name };
}

/** A resource's URN. Children of the root stack, and resources without a parent, carry their own type alone. */
export function createUrn(
  stack: string,
  project: string,
  parent: string | undefined,
  type: string,
  name: string,
): string {
  const parentType = parent ? parseUrn(parent)?.qualifiedType : undefined;
  const prefix = parentType && parentType !== ROOT_STACK_TYPE ? `${parentType}$` : "";
  return `urn:pulumi:${stack}::${project}::${prefix}${type}::${name}`;
}

/** Whether the type is a provider's, `pulumi:providers:<package>`. */
export function isProviderType(type: string): boolean {
  return type.startsWith(PROVIDER_PREFIX);
}

export function providerType(packageName: string): string {
  return `${PROVIDER_PREFIX}${packageName}`;
}

/** The package of a type token, function token or provider type. */
export function packageOf(token: string): string {
  return isProviderType(token) ? token.slice(PROVIDER_PREFIX.length) : (token.split(":")[0] ?? token);
}

/** A provider reference is the provider's URN and id, `urn::id`. */
export function parseProviderReference(reference: string): { urn: string; id: string } | undefined {
  const end = reference.lastIndexOf("::");
  if (end < 0 || !reference.startsWith("urn:pulumi:")) return undefined;
  return { urn: reference.slice(0, end), id: reference.slice(end + 2) };
}
