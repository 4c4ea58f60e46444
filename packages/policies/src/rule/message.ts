import type { Finding } from "./judgement";
import type { RuleDescription } from "./rule";

/** Where each rule is explained: `<base><id>.md`. */
const RULES_URL = "https://github.com/ringfence/ringfence/blob/main/docs/rules/";

/** The page that explains a rule. */
export function ruleUrl(id: string): string {
  return `${RULES_URL}${id}.md`;
}

/** What a report says of one finding, and how its first words tell a report's reader what it is. */
export const prefixes = { undetermined: "Undetermined: ", waived: "Waived: " } as const;

type Told = Pick<RuleDescription, "id" | "title" | "fix">;

/** A violation: the rule, then one line with the place, the fix and the link. */
export function violation(rule: Told, { path, problem }: Finding, note = ""): string {
  return message(rule, `${place(path)}${problem}${note}. Fix: ${rule.fix}`);
}

/** A rule that could not be judged, because this is not known before the update. */
export function undetermined(rule: Told, paths: readonly string[]): string {
  const [first = "", ...others] = paths;
  const rest = others.length === 0 ? "" : ` (nor ${others.join(", ")})`;
  return message(rule, `${prefixes.undetermined}${place(first)}not known yet${rest}; it is judged when it is known.`);
}

/** A violation that a waiver covers; it stays visible. */
export function waived(rule: Told, { path, problem }: Finding, until: string, owner: string): string {
  return message(rule, `${prefixes.waived}${place(path)}${problem}, until ${until} by ${owner}.`);
}

/** Pulumi puts a policy's description before what it reports; so do reports that are built here. */
function message({ id, title }: Told, line: string): string {
  return `${title}\n${line} ${ruleUrl(id)}`;
}

function place(path: string): string {
  return path === "" ? "" : `${path}: `;
}

/** The property's path in a message's second line (paths hold no white space); undefined where it names none. */
export function pathIn(text: string): string | undefined {
  const line = text.split("\n", 2)[1] ?? text;
  const prefix = Object.values(prefixes).find((candidate) => line.startsWith(candidate)) ?? "";
  return /^(\S+): /.exec(line.slice(prefix.length))?.[1];
}
