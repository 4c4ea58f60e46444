import { alerts } from "@ringfence/core/alerts";
import { burnAlertRunbooks } from "@ringfence/core/levels";
import { UsageError } from "../../engine/usage-error";
import { nearest } from "./nearest";
import type { PageFile } from "./pages";

/** The page with an id, or the one that an alert leads to. Throws `UsageError` with near names where there is none. */
export function findPage(pages: readonly PageFile[], id: string): PageFile {
  const runbook = runbookOf(pages).get(id) ?? id;
  const page = pages.find((candidate) => candidate.id === runbook);
  if (page !== undefined) return page;
  const near = nearest(id, [...pages.map((candidate) => candidate.id), ...runbookOf(pages).keys()]);
  const hint = near.length > 0 ? `did you mean ${near.join(" or ")}?` : "`ringfence runbook` lists all";
  throw new UsageError(`no runbook and no alert is called "${id}"; ${hint}`);
}

/** From an alert's id to its runbook: by the catalogue, by the objectives' alerts, and by what the pages say themselves. */
function runbookOf(pages: readonly PageFile[]): Map<string, string> {
  return new Map([
    ...Object.values(alerts).map(({ id, runbook }) => [id, runbook] as const),
    ...burnAlertRunbooks,
    ...pages.flatMap(({ id, frontMatter }) => (frontMatter?.alerts ?? []).map((alert) => [alert, id] as const)),
  ]);
}
