import { alerts } from "@ringfence/core/alerts";
import type { RunbookLink } from "@ringfence/core/runbooks";
import type { RehearsalDocument, RehearsedResource } from "../../document";

/** Where every alert of the catalogue leads. */
export function catalogueLinks(): RunbookLink[] {
  return Object.values(alerts).map(({ id, runbook }) => ({ from: id, runbook }));
}

/** Where the alerts of a program lead, and those that lead nowhere. */
export interface ProgramLinks {
  links: RunbookLink[];
  /** The alerts that name no page at all, as `stack: name`. */
  without: string[];
}

const ALERT =
  /^azure-native:(monitor|insights)(\/[^:]+)?:(MetricAlert|ScheduledQueryRule|ActivityLogAlert|SmartDetectorAlertRule)$/;
const PAGE = /https?:\/\/\S+\/([a-z0-9-]+)\.md\b/g;

/** What the alert resources of a rehearsal's document link to. An alert rule switched off still needs its page. */
export function programLinks({ stacks }: RehearsalDocument): ProgramLinks {
  const found = stacks.flatMap(({ stack, resources }) =>
    resources
      .filter(({ type }) => ALERT.test(type))
      .map((alert) => ({ from: `${stack}: ${alert.name}`, pages: pagesOf(alert) })),
  );
  return {
    links: found.flatMap(({ from, pages }) => pages.map((runbook) => ({ from, runbook }))),
    without: found.filter(({ pages }) => pages.length === 0).map(({ from }) => from),
  };
}

/** The pages named anywhere in what an alert is made of: its description, its properties, its tags. */
function pagesOf({ inputs }: RehearsedResource): string[] {
  return [...new Set([...JSON.stringify(inputs).matchAll(PAGE)].map(([, page = ""]) => page))];
}
