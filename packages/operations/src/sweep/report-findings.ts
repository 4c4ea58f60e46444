import { Severity } from "@ringfence/core/severities";
import type { Notifier } from "../ports";
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

/** One notice a kind, and its end when there is none of it any more: ten thousand old secrets are one incident. */
export async function reportFindings(findings: readonly Finding[], notifier: Notifier): Promise<void> {
  for (const kind of Object.values(FindingKind)) {
    const found = findings.filter((finding) => finding.kind === kind);
    const { severity, title } = kinds[kind];
    const fingerprint = `vault/${kind}`;
    const runbook = "secret-near-expiry";
    if (found.length === 0) {
      const text = "The sweep found none today.";
      await notifier.tell({ fingerprint, severity, title: `Nothing ${title}`, text, runbook, resolved: true });
      continue;
    }
    const named = found.slice(0, NAMES_IN_A_NOTICE).map(({ name, says }) => `${name}: ${says}`);
    const more = found.length > named.length ? [`and ${found.length - named.length} more, in the sweep's report`] : [];
    const text = [...named, ...more].join("\n");
    await notifier.tell({ fingerprint, severity, title: `${found.length} ${title}`, text, runbook });
  }
}
