import type { RehearsedRule } from "../../document";
import { shorten } from "./shorten";

/** A rule's title. A pack that gives its rule none says in the description's first line what it is about. */
export function titleOf(name: string, rule: RehearsedRule | undefined): string {
  const stated = rule && rule.title !== name ? rule.title : rule?.description.split("\n")[0];
  return shorten(stated || name);
}
