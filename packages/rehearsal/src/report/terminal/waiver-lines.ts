import { daysLeftWords, endsSoon, listed, type WaiverRow } from "../view";
import { type Paint, printable } from "./paint";
import { wrap } from "./wrap";

/** A waiver: the rule and how long it holds, then what for, who answers for it, and where it is not in use. */
export function waiverLines(waiver: WaiverRow, stackCount: number, columns: number, paint: Paint): string[] {
  const { rule, resource, selector, what, expires, owner, used, stacks } = waiver;
  const left = daysLeftWords(waiver);
  const until = expires ? `until ${expires}, ${endsSoon(waiver) ? paint.warn(left) : left}` : left;
  const subject = resource
    ? `${paint.strong(printable(resource.name))} · ${printable(resource.type)}`
    : paint.strong(printable(selector ?? "the stack as a whole"));
  const where = stacks.length < stackCount ? ` · ${printable(listed(stacks))}` : "";
  return [
    `- ${paint.strong(printable(rule))} · ${until}${owner ? ` · ${printable(owner)}` : ""}`,
    `  ${subject}${where}`,
    ...wrap(used ? what : `Not in use: ${what}`, columns, "    "),
  ];
}
