import type { RehearsedRule, Verdict } from "../../document";

/** A verdict's message, taken apart so that each part is said once and in its place. */
export interface Words {
  what: string;
  fix?: string;
  url?: string;
}

/**
 * Takes a message apart. Pulumi's protocol carries one text only: the SDK puts the rule's description in front, rules
 * mark what is no violation with `Undetermined: ` or `Waived: `, and put the fix and a link at the end because
 * nothing else carries them. A foreign rule's message that follows none of this stays whole.
 */
export function wordsOf(verdict: Verdict, rule: RehearsedRule | undefined): Words {
  const text = [rule?.description, rule?.title]
    .reduce(withoutStart, verdict.message.trim())
    .replace(/^(Undetermined|Waived):\s+/, "");
  const linked = linkOf(text, rule?.url);
  const fixed = fixOf(linked.rest, rule?.fix);
  const fix = fixed.found ?? rule?.fix;
  const url = linked.found ?? rule?.url;
  return {
    what: fixed.rest || rule?.description || verdict.rule,
    ...(fix && { fix }),
    ...(url && /^https?:\/\//.test(url) && { url }),
  };
}

/** What was found of a text, and what is left of it. */
interface Cut {
  rest: string;
  found?: string;
}

function withoutStart(text: string, start: string | undefined): string {
  return start && text.startsWith(start) ? text.slice(start.length).replace(/^[\s:.]+/, "") : text;
}

function linkOf(text: string, known: string | undefined): Cut {
  const link = /(?:\b(?:See|More|Docs|Link|Details)\b:?\s*)?<?(https?:\/\/[^\s<>]+?)>?[.\s]*$/i.exec(text);
  if (!link?.[1] || (known !== undefined && link[1] !== known)) return { rest: text };
  return { rest: text.slice(0, link.index).trim(), found: link[1] };
}

function fixOf(text: string, known: string | undefined): Cut {
  const at = known ? text.lastIndexOf(known) : -1;
  if (known && at >= 0) {
    const before = text.slice(0, at).replace(/\s*(Fix|How to fix|Remediation):\s*$/i, "");
    return { rest: `${before}${text.slice(at + known.length)}`.trim(), found: known };
  }
  const stated = /(?:^|\s)Fix:\s+([\s\S]+)$/.exec(text);
  return stated?.[1] ? { rest: text.slice(0, stated.index).trim(), found: stated[1].trim() } : { rest: text };
}
