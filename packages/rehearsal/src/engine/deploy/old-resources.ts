import { type AliasOwner, type AliasSpec, aliasUrns } from "../state/aliases";
import type { ResourceState, StackState } from "../state/resource-state";

/** The resources of the last pass, found by their URN or by a name they were known by. */
export class OldResources {
  /** Which old URN a registered resource was found by, where it is not its own. */
  private readonly takenAliases = new Map<string, string>();
  /** Which registered resource took over an old URN. */
  private readonly takers = new Map<string, string>();

  constructor(private readonly state: StackState) {}

  /** The old state of a resource, looked up by its URN first. Throws where another resource took it over already. */
  find(
    urn: string,
    owner: AliasOwner,
    aliases: readonly AliasSpec[],
    seen: (urn: string) => boolean,
  ): ResourceState | undefined {
    const other = this.takers.get(urn);
    if (other)
      throw new Error(`Duplicate resource URN '${urn}' conflicting with alias on resource with URN '${other}'`);
    for (const candidate of [urn, ...aliasUrns(owner, aliases, (parent) => this.takenAliases.get(parent))]) {
      const old = this.state.get(candidate);
      if (!old) continue;
      if (candidate === urn) return old;
      if (seen(candidate) || this.takers.has(candidate))
        throw new Error(
          `Duplicate resource alias '${candidate}' applied to resource with URN '${urn}' conflicting with resource with URN '${this.takers.get(candidate) ?? candidate}'`,
        );
      this.takers.set(candidate, urn);
      this.takenAliases.set(urn, candidate);
      return old;
    }
    return undefined;
  }

  /** What no registration of this pass claimed, dependents before what they depend on. */
  unclaimed(claimed: (urn: string) => boolean): ResourceState[] {
    return [...this.state.values()].filter(({ urn }) => !claimed(urn) && !this.takers.has(urn)).reverse();
  }
}
