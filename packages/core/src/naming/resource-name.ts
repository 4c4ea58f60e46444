import type { Problem } from "../problems";
import { longestRing, type NameParts, partProblems, ringAbbreviations } from "./name-parts";
import { type NamedKindRow, NameForm, NameScope } from "./named-kind";
import { type GeneratedKind, type NamedKind, namedKinds } from "./named-kinds";
import { stableUuid } from "./stable";

/** One name that a component is going to make, for `namingProblems`. */
export interface PlannedName {
  kind: GeneratedKind;
  /** Tells siblings of one kind apart. */
  qualifier?: string;
}

/**
 * The name of a resource: abbreviation of its kind, name, ring, qualifier, suffix, for example
 * `kv-claims-prod-x1y2z`; without hyphens where the type allows none. The same parts give the same name. Nothing is
 * ever cut: throws an Error that says the rule, the limit, what was given and what to do when it does not fit. A name
 * that fits one ring fits them all: lengths are those of the ring that is written longest.
 */
export function resourceName(kind: GeneratedKind, parts: NameParts): string {
  const problems = plannedProblems(kind, parts);
  if (problems.length > 0)
    throw new Error(
      [`This makes no ${namedKinds[kind].title} name:`, ...problems.map((p) => `  ${p.path}: ${p.problem}`)].join("\n"),
    );
  return compose(kind, parts);
}

/** What Azure would refuse in a name that somebody gives; the path is empty, for the caller to put its own. */
export function nameProblems(kind: NamedKind, name: string): Problem[] {
  const row = namedKinds[kind];
  const problems: Problem[] = [];
  if (name.length < row.minLength || name.length > row.maxLength)
    problems.push({ path: "", problem: `${JSON.stringify(name)} has ${characters(name.length)}; ${lengthRule(row)}` });
  if (!row.pattern.test(name))
    problems.push({ path: "", problem: `${JSON.stringify(name)} is no ${row.title} name; allowed: ${row.allowed}` });
  return problems;
}

/**
 * Everything wrong with the names that a component is going to make from one set of parts, so that its validator says
 * them all before anything is created. The paths are those of the parts: mostly `name`.
 */
export function namingProblems(planned: readonly PlannedName[], parts: NameParts): Problem[] {
  const inParts = partProblems(parts);
  if (inParts.length > 0) return inParts;
  return planned.flatMap(({ kind, qualifier }) => plannedProblems(kind, { ...parts, qualifier }));
}

function plannedProblems(kind: GeneratedKind, parts: NameParts): Problem[] {
  const row = namedKinds[kind];
  const problems = partProblems(parts);
  if (row.scope === NameScope.Global && parts.suffix === undefined)
    problems.push({
      path: "suffix",
      problem: `missing; ${row.title} names are unique in all of Azure, so give a stable suffix`,
    });
  if (problems.length > 0 || row.form === NameForm.Uuid) return problems;
  const longest = compose(kind, { ...parts, ring: longestRing });
  if (longest.length > row.maxLength) return [tooLong(row, parts, longest)];
  return nameProblems(kind, compose(kind, parts)).map(({ problem }) => ({ path: "name", problem }));
}

function compose(kind: GeneratedKind, { name, ring, qualifier, suffix }: NameParts): string {
  const { abbreviation, form, type } = namedKinds[kind];
  if (form === NameForm.Uuid) return stableUuid(type, name, ring, qualifier ?? "", suffix ?? "");
  const parts = [abbreviation, name, ringAbbreviations[ring], qualifier, suffix].filter((part) => part !== undefined);
  return form === NameForm.Joined ? parts.join("").replaceAll("-", "") : parts.join("-");
}

function tooLong(row: NamedKindRow, parts: NameParts, name: string): Problem {
  const counted = row.form === NameForm.Joined ? parts.name.replaceAll("-", "").length : parts.name.length;
  const room = counted - (name.length - row.maxLength);
  const everyRing = parts.ring === longestRing ? "" : ", and a name must fit every ring";
  const given = `${name} has ${characters(name.length)}; ${lengthRule(row)}${everyRing}`;
  if (room < 1) return { path: "qualifier", problem: `${given}; shorten it, no \`name\` would fit beside it` };
  const hyphens = row.form === NameForm.Joined && parts.name.includes("-") ? ", hyphens not counted" : "";
  return { path: "name", problem: `${given}; shorten \`name\` to at most ${characters(room)}${hyphens}` };
}

function lengthRule({ title, type, minLength, maxLength }: NamedKindRow): string {
  const range = minLength === maxLength ? String(maxLength) : `${minLength} to ${maxLength}`;
  return `${title} names (${type}) have ${range}`;
}

function characters(count: number): string {
  return count === 1 ? "1 character" : `${count} characters`;
}
