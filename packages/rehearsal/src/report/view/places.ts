import type { Verdict } from "../../document";
import type { Place } from "./findings";
import { labelOf } from "./resource-label";
import { isStopping } from "./stack-summary";
import { resourceKey } from "./urn";

/** Gathers what one rule says, so that each resource is named once with all that is to be said of it. */
export class PlacesBuilder {
  private readonly bySubject = new Map<string, { urn?: string; byStack: Map<string, Said> }>();

  add(stack: string, { urn, level }: Verdict, what: string): void {
    const key = urn === undefined ? "" : resourceKey(urn);
    const subject = this.bySubject.get(key) ?? { urn, byStack: new Map<string, Said>() };
    this.bySubject.set(key, subject);
    const said = subject.byStack.get(stack) ?? { level, what: [] };
    subject.byStack.set(stack, said);
    if (isStopping(level)) said.level = level;
    if (!said.what.includes(what)) said.what.push(what);
  }

  /** Stacks in which the same is said of a resource share one place. */
  places(): Place[] {
    return [...this.bySubject.values()].flatMap(({ urn, byStack }) => {
      const places = new Map<string, Place>();
      for (const [stack, { level, what }] of byStack) {
        const key = JSON.stringify(what);
        const place = places.get(key) ?? { ...(urn !== undefined && { resource: labelOf(urn) }), what, stacks: [] };
        places.set(key, place);
        place.stacks.push({ stack, level });
      }
      return [...places.values()];
    });
  }
}

/** What a rule says of one resource in one stack. */
interface Said {
  /** The strictest, where packs differ. */
  level: Verdict["level"];
  what: string[];
}
