import { Severity } from "@ringfence/core/severities";
import type { Journal, Notice, Notifier } from "../ports";
import { type Finding, FindingKind } from "./finding";

/** So many names stand in a notice; the report of the run has them all. */
const NAMES_IN_A_NOTICE = 20;

/** How urgent each kind is, and what it is called. */
const kinds: Readonly<Record<FindingKind, { readonly severity: Severity; readonly title: string }>> = {
  [FindingKind.TooOld]: { severity: Severity.Sev2, title: "older than the ring allows" },
  [FindingKind.NoExpiry]: { severity: Severity.Sev3, title: "without an expiry" },
  [FindingKind.Expired]: { severity: Severity.Sev2, title: "expired" },
  [FindingKind.Expiring]: { severity: Severity.Sev3, title: "about to expire" },
  [FindingKind.Disabled]: { severity: Severity.Sev3, title: "disabled" },
  [FindingKind.NobodyRenews]: { severity: Severity.Sev3, title: "renewed by nobody" },
  [FindingKind.OwnerUnavailable]: { severity: Severity.Sev2, title: "of services that cannot be asked" },
  [FindingKind.NotRenewed]: { severity: Severity.Sev2, title: "not renewed though due" },
  [FindingKind.Abandoned]: { severity: Severity.Sev2, title: "left in the middle of a rotation" },
  [FindingKind.Undelivered]: { severity: Severity.Sev3, title: "whose events were not delivered" },
  [FindingKind.NotAnnounced]: { severity: Severity.Sev3, title: "never announced by an event" },
};

/** What the last sweep has told of, so that the next one says when it is over. */
export interface OpenFindings {
  readonly kinds: readonly FindingKind[];
}

const KEY = "findings";

/**
 * One notice a kind, and its end once there is none of it any more: ten thousand old secrets are one incident, and a
 * vault in which all is well is silent. Told before it is noted: a crash in between tells it again, which is harmless.
 */
export async function reportFindings(
  findings: readonly Finding[],
  notifier: Notifier,
  journal: Journal<OpenFindings>,
): Promise<void> {
  const before = await journal.read(KEY);
  const open = Object.values(FindingKind).filter((kind) => findings.some((finding) => finding.kind === kind));
  for (const kind of open) await notifier.tell(noticeOf(kind, findings));
  for (const kind of before?.value.kinds ?? [])
    if (!open.includes(kind))
      await notifier.tell({ ...about(kind, "Nothing"), text: "The sweep found none today.", resolved: true });
  if (before === undefined && open.length === 0) return;
  await (before === undefined ? journal.create(KEY, { kinds: open }) : journal.replace(before, { kinds: open }));
}

function about(kind: FindingKind, many: string): Omit<Notice, "text"> {
  const { severity, title } = kinds[kind];
  return { fingerprint: `vault/${kind}`, severity, title: `${many} ${title}`, runbook: "secret-near-expiry" };
}

function noticeOf(kind: FindingKind, findings: readonly Finding[]): Notice {
  const found = findings.filter((finding) => finding.kind === kind);
  const named = found.slice(0, NAMES_IN_A_NOTICE).map(({ name, says }) => `${name}: ${says}`);
  const more = found.length > named.length ? [`and ${found.length - named.length} more, in the sweep's report`] : [];
  return { ...about(kind, String(found.length)), text: [...named, ...more].join("\n") };
}
