import { counted, listed, measures, type RehearsalView, type StackSummary } from "../../view";
import { type Html, html } from "../escape";
import { type SideBySideRow, sideBySide } from "../side-by-side";
import type { Section } from "./section";

/** The stacks in numbers, side by side. */
export function stacksSection({ summaries, packs, words }: RehearsalView): Section {
  const [answers, ...counts] = measures(summaries, words).map(
    ({ label, cells }): SideBySideRow => ({
      head: label,
      cells: cells.map(({ text, tone }) => html`<span class="${tone}">${text}</span>`),
    }),
  );
  const bars = { head: "Verdicts", cells: summaries.map(verdictBar) };
  const rows = [...(answers ? [answers] : []), ...(packs.length > 0 ? [bars] : []), ...counts];
  const judges = packs.map(({ name, version, rules }) => `${name} ${version} (${counted(rules, "rule")})`);
  return {
    id: "stacks",
    title: "Side by side",
    body: html`${sideBySide(
      "Each stack in numbers",
      "",
      summaries.map(({ stack }) => stack),
      "narrow",
      rows,
    )}
<p class="aside">${judges.length > 0 ? `Judged by ${listed(judges)}.` : "No policy pack judged."}</p>`,
  };
}

/** The verdicts that count, as a bar: how much passed, and what did not. */
function verdictBar({ outcomes, mandatory, advisory }: StackSummary): Html {
  const parts = [
    ["good", outcomes.pass],
    ["waived", outcomes.waived],
    ["unsure", outcomes.undetermined],
    ["warn", advisory],
    ["bad", mandatory],
  ] as const;
  return html`<span class="bar" aria-hidden="true">${parts.map(
    ([tone, count]) => count > 0 && html`<i class="${tone}" style="flex-grow:${count}"></i>`,
  )}</span>`;
}
