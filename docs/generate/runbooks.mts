import { readFileSync } from "node:fs";
import { join } from "node:path";
import { actions } from "@ringfence/core/actions";
import { alertsServedBy } from "@ringfence/core/alerts";
import {
  MANUAL,
  type Runbook,
  type RunbookFrontMatter,
  RunbookKind,
  readRunbookPage,
  reviewDue,
  runbooks,
} from "@ringfence/core/runbooks";
import { code, document, table } from "./markdown.mts";
import type { Page } from "./page.mts";

const root = join(import.meta.dirname, "../..");
const rows = Object.values(runbooks);

export function runbooksPage(): Page {
  const incidents = rows.filter(({ kind }) => kind === RunbookKind.Incident);
  const playbooks = rows.filter(({ kind }) => kind === RunbookKind.Playbook);
  return {
    path: "docs/runbooks.md",
    text: document(
      "Runbooks",
      "packages/core/src/runbooks",
      "What to do when an alert fires. Every alert links to one of these; `npx ringfence runbook <alert or runbook>` prints " +
        "one, and `npx ringfence runbook --check` finds dead links and late reviews. Steps, actions and days come from the " +
        "front matter of the pages.",
      "## Incidents",
      table(
        [
          "Runbook",
          "What has happened",
          "Severity in prod",
          "Kept true by",
          "Opened by",
          "Steps",
          "Actions",
          "Tried",
          "Review by",
        ],
        incidents.map((row) => [...headOf(row), opened(row), ...tailOf(frontMatterOf(row))]),
      ),
      "## Playbooks",
      "Changes made under pressure. Each has a way back.",
      table(
        [
          "Playbook",
          "What it does",
          "Severity",
          "Kept true by",
          "Reaches",
          "Approved by",
          "Way back",
          "Steps",
          "Actions",
          "Tried",
          "Review by",
        ],
        playbooks.map((row) => {
          const page = frontMatterOf(row);
          const terms = [page.blastRadius ?? "", page.approvedBy ?? "", page.inverse ?? ""];
          return [...headOf(row), ...terms, ...tailOf(page)];
        }),
      ),
    ),
  };
}

/** The runbooks themselves, of which only the list of alerts is generated: it follows the alerts' rows. */
export function runbookAlertLists(): Page[] {
  return rows.map(({ id }) => {
    const alerts = alertsServedBy(id).map((alert) => `\n  - ${alert.id}`);
    const list = alerts.length > 0 ? `alerts:${alerts.join("")}\n` : "alerts: []\n";
    return { path: pathOf(id), text: textOf(id).replace(/^alerts:(?: \[\]|(?:\n {2}- .+)*)\n/m, list) };
  });
}

function headOf({ id, title, severity, owner }: Runbook): string[] {
  return [`[${id}](../runbooks/${id}.md)`, title, severity, owner];
}

function opened({ id, openedBy }: Runbook): string {
  const alerts = alertsServedBy(id).map((alert) => code(alert.id));
  return [...alerts, ...(openedBy === "" ? [] : [openedBy])].join(", ");
}

function tailOf(page: RunbookFrontMatter): string[] {
  const taken = [...new Set(page.steps.flatMap(({ action }) => (action === MANUAL ? [] : [actions[action].title])))];
  const { how, on } = page.lastExercised;
  return [String(page.steps.length), taken.join(", "), on === undefined ? how : `${how} ${on}`, reviewDue(page)];
}

function frontMatterOf({ id }: Runbook): RunbookFrontMatter {
  const { frontMatter, problems } = readRunbookPage(id, textOf(id));
  if (frontMatter !== undefined) return frontMatter;
  throw new Error(problems.map(({ path, problem }) => `${pathOf(id)}: ${path}: ${problem}`).join("\n"));
}

function pathOf(id: string): string {
  return `runbooks/${id}.md`;
}

function textOf(id: string): string {
  return readFileSync(join(root, pathOf(id)), "utf8");
}
