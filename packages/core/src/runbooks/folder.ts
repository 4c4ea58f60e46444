import { Exercise } from "./front-matter";
import type { RunbookPage } from "./page";
import { reviewLateBy } from "./review";
import { linkedPages } from "./sections";

/** What leads a person to a page: an alert of the catalogue, or one that a program makes. */
export interface RunbookLink {
  /** The alert, as a person knows it. */
  from: string;
  /** The page's id. */
  runbook: string;
}

/** Something to be said of a folder of runbooks. A mistake leaves somebody without a page at night; a warning does not yet. */
export interface RunbookRemark {
  kind: "mistake" | "warning";
  /** The page's id; also of a page that is not there. */
  page: string;
  text: string;
}

/**
 * Everything wrong with a folder of runbooks on a day: pages that are not what a page should be, links and alerts that
 * lead nowhere, alerts that a page does not name, reviews that are late and pages that nobody has ever tried.
 */
export function runbookFolderRemarks(
  pages: readonly RunbookPage[],
  links: readonly RunbookLink[],
  today: Date,
): RunbookRemark[] {
  const known = new Set(pages.map(({ id }) => id));
  return [
    ...deadLinkRemarks(pages, links),
    ...pages.flatMap((page) => [
      ...page.problems.map(({ path, problem }) => mistake(page.id, `${path}: ${problem}`)),
      ...linkedPages(page.body)
        .filter((target) => !known.has(target.replace(/^\.\//, "").replace(/\.md$/, "")))
        .map((target) => mistake(page.id, `links to ${target}, which is not there`)),
      ...unnamedAlerts(page, links),
      ...timeRemarks(page, today),
    ]),
  ];
}

/** The links that lead to no page of a folder. */
export function deadLinkRemarks(pages: readonly RunbookPage[], links: readonly RunbookLink[]): RunbookRemark[] {
  return links
    .filter(({ runbook }) => !pages.some(({ id }) => id === runbook))
    .map(({ from, runbook }) => mistake(runbook, `no such page, and ${from} leads to it`));
}

function unnamedAlerts({ id, frontMatter }: RunbookPage, links: readonly RunbookLink[]): RunbookRemark[] {
  if (frontMatter === undefined) return [];
  return links
    .filter(({ from, runbook }) => runbook === id && !frontMatter.alerts.includes(from))
    .map(({ from }) => warning(id, `alerts: ${from} leads here and is not in the list`));
}

function timeRemarks({ id, frontMatter }: RunbookPage, today: Date): RunbookRemark[] {
  if (frontMatter === undefined) return [];
  const late = reviewLateBy(frontMatter, today);
  return [
    ...(late > 0 ? [warning(id, `reviewed: ${frontMatter.reviewed}; its review is ${late} days late`)] : []),
    ...(frontMatter.lastExercised.how === Exercise.Never ? [warning(id, "lastExercised: never; plan a drill")] : []),
  ];
}

function mistake(page: string, text: string): RunbookRemark {
  return { kind: "mistake", page, text };
}

function warning(page: string, text: string): RunbookRemark {
  return { kind: "warning", page, text };
}
