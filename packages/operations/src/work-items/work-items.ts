import type { IncidentMessage } from "../incidents/messages";

/** Which work item, and what to write into it. */
export interface WorkItemRequest {
  readonly fingerprint: string;
  readonly message: IncidentMessage;
}

/** Where incidents have work items: one a fingerprint, opened again rather than made again. Both may be asked for twice. */
export interface WorkItems {
  /** Opens the fingerprint's item: makes it, opens it again, or leaves it open. */
  open(request: WorkItemRequest): Promise<void>;
  /** Closes it; where there is none, nothing is done. */
  close(request: WorkItemRequest): Promise<void>;
}

/** The mark that tells the item of a fingerprint: a label or a tag. */
export function markOf(fingerprint: string): string {
  return `ringfence-${fingerprint}`;
}

/** An item's text in Markdown. */
export function itemText({ message }: WorkItemRequest): string {
  const { text, facts, targets, runbookUrl } = message;
  return [
    text,
    facts.map(([name, value]) => `- ${name}: ${value}`).join("\n"),
    targets.length > 0 ? `Watched:\n\n${targets.map((target) => `- \`${target}\``).join("\n")}` : "",
    runbookUrl ? `Runbook: ${runbookUrl}` : "",
    "Opened and closed by `ringfence-operations route-incidents`; it finds the item by its label or tag.",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
