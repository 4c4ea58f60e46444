/** What a Pulumi URN says. */
export interface UrnParts {
  stack: string;
  project: string;
  /** The type with its parents' types before it, separated by `$`. */
  qualifiedType: string;
  name: string;
}

/** Takes `urn:pulumi:stack::project::type::name` apart; undefined where it is none. A name may itself hold `::`. */
export function urnParts(urn: string): UrnParts | undefined {
  const [head, project, qualifiedType, ...name] = urn.split("::");
  const stack = /^urn:pulumi:(.+)$/.exec(head ?? "")?.[1];
  if (stack === undefined || project === undefined || qualifiedType === undefined || name.length === 0)
    return undefined;
  return { stack, project, qualifiedType, name: name.join("::") };
}

/** The same resource's key in every stack: its URN without the stack, also where its name carries the stack's name. */
export function resourceKey(urn: string): string {
  const parts = urnParts(urn);
  return parts ? `${parts.qualifiedType}::${nameWithoutStack(parts.name, parts.stack)}` : urn;
}

/** A name with the stack's name in it replaced, so that `claims-prod-vault` and `claims-dev-vault` are one resource. */
function nameWithoutStack(name: string, stack: string): string {
  return name
    .split(/([-_./:])/)
    .map((part) => (part === stack ? "{stack}" : part))
    .join("");
}
