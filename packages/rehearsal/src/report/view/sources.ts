import type { SourcePosition, StackRehearsal } from "../../document";

/**
 * Where a stack's program declares each resource. What a component creates is declared where the component is, if
 * nothing nearer is known.
 */
export class Sources {
  private readonly byUrn: ReadonlyMap<string, { source?: SourcePosition; parent?: string }>;

  constructor({ resources, refusedAt = {} }: StackRehearsal) {
    this.byUrn = new Map<string, { source?: SourcePosition; parent?: string }>([
      ...Object.entries(refusedAt).map(([urn, source]) => [urn, { source }] as const),
      ...resources.map((resource) => [resource.urn, resource] as const),
    ]);
  }

  of(urn: string | undefined): SourcePosition | undefined {
    const seen = new Set<string>();
    for (let at = urn; at !== undefined && !seen.has(at); at = this.byUrn.get(at)?.parent) {
      const source = this.byUrn.get(at)?.source;
      if (source) return source;
      seen.add(at);
    }
    return undefined;
  }
}
