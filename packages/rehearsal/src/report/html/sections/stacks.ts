import { duration, grouped, type RehearsalView, type StackState, type StackSummary } from "../../view";
import { type Html, type HtmlValue, html } from "../escape";
import { type SideBySideRow, sideBySide } from "../side-by-side";
import type { Section } from "./section";

const states: Record<StackState, string> = { clear: "yes", blocked: "no", stopped: "error" };

/** The stacks in numbers, side by side. */
export function stacksSection({ summaries, packs }: RehearsalView): Section {
  const row = (head: string, cell: (stack: StackSummary) => HtmlValue): SideBySideRow => ({
    head,
    cells: summaries.map(cell),
  });
  const count = (head: string, of: (stack: StackSummary) => number, tone = ""): SideBySideRow =>
    row(head, (stack) => (of(stack) > 0 ? html`<span class="${tone}">${grouped(of(stack))}</span>` : "0"));
  const unlessNone = (line: SideBySideRow, of: (stack: StackSummary) => unknown) => (summaries.some(of) ? [line] : []);
  const rows = [
    row("Can be deployed", ({ state }) => html`<span class="state ${state}">${states[state]}</span>`),
    count("Resources", ({ resources }) => resources),
    ...unlessNone(
      count("Components", ({ components }) => components),
      ({ components }) => components,
    ),
    ...unlessNone(
      count("Only read", ({ read }) => read),
      ({ read }) => read,
    ),
    row("Verdicts", verdictBar),
    count("Passed", ({ outcomes }) => outcomes.pass),
    count("Mandatory violations", ({ mandatory }) => mandatory, "bad"),
    count("Advisory violations", ({ advisory }) => advisory, "warn"),
    count("Waived", ({ outcomes }) => outcomes.waived),
    count("Undetermined", ({ outcomes }) => outcomes.undetermined),
    count("Not applicable", ({ outcomes }) => outcomes["not-applicable"]),
    count("Refused by Azure", ({ refusals }) => refusals, "bad"),
    ...unlessNone(
      row("Second pass", ({ secondPass }) =>
        secondPass ? html`<span class="${secondPass.unchanged ? "" : "bad"}">${secondPass.text}</span>` : "not run",
      ),
      ({ secondPass }) => secondPass,
    ),
    row("Time", ({ seconds }) => duration(seconds)),
  ];
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
${packs.length > 0 && html`<p class="aside">Judged by ${packs.map(({ name, version, rules }, index) => html`${index > 0 && ", "}${name} ${version} (${rules} ${rules === 1 ? "rule" : "rules"})`)}.</p>`}
${packs.length === 0 && html`<p class="aside">No policy pack judged.</p>`}`,
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
