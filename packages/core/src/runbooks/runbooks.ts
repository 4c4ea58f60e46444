import { incidents } from "./incidents";
import { playbooks } from "./playbooks";
import type { Runbook, RunbookId } from "./runbook";

/** All runbooks by id. */
export const runbooks = Object.fromEntries([...incidents, ...playbooks].map((row) => [row.id, row])) as Readonly<
  Record<RunbookId, Runbook>
>;

/** Where a runbook is read; `base` is the address of the `runbooks` folder, with or without a slash at its end. */
export function runbookUrl(base: string, id: RunbookId): string {
  return `${base.replace(/\/+$/, "")}/${id}.md`;
}
