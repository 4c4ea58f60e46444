import { type Ring, rings } from "@ringfence/core/rings";
import { document, table, yesNo } from "./markdown.mts";
import type { Page } from "./page.mts";

/** What each ring decides, rings side by side. */
const questions: [string, (ring: Ring) => string | number][] = [
  ["What it is for", (ring) => ring.purpose],
  ["Who deploys", (ring) => ring.deployers],
  ["How resources are reached (`network`)", (ring) => ring.network],
  ["Previews allowed (`previewsAllowed`)", (ring) => yesNo(ring.previewsAllowed)],
  ["Model versions pinned (`pinsModelVersions`)", (ring) => yesNo(ring.pinsModelVersions)],
  ["Purge protection (`purgeProtection`)", (ring) => yesNo(ring.purgeProtection)],
  ["Locked against deletion (`deleteLock`)", (ring) => yesNo(ring.deleteLock)],
  ["Replicas at least (`minimumReplicas`)", (ring) => ring.minimumReplicas],
  ["Logs kept, days (`logRetentionDays`)", (ring) => ring.logRetentionDays],
  ["Secrets rotated within, days (`secretMaximumAgeDays`)", (ring) => ring.secretMaximumAgeDays],
  ["Change gate", (ring) => ring.changeGate],
  [
    "Budget speaks up at",
    (ring) => ring.budgetThresholds.map((at) => `${at.percent} % ${at.of.toLowerCase()} (${at.severity})`).join(", "),
  ],
  ["When the budget is spent", (ring) => ring.budgetBehaviour],
  ["Receivers required for", (ring) => ring.requiredReceivers.join(", ") || "none"],
  ["Alerts without a severity of their own", (ring) => ring.defaultAlertSeverity],
  ["A policy violation is", (ring) => ring.policyLevel],
];

export function ringsPage(): Page {
  const columns = Object.values(rings);
  return {
    path: "docs/rings.md",
    text: document(
      "Rings",
      "packages/core/src/rings",
      "A change is promoted from left to right. What has a name in brackets can be changed for one ring with `overrides`.",
      table(
        ["", ...columns.map((ring) => ring.name)],
        questions.map(([question, answer]) => [question, ...columns.map(answer)]),
      ),
    ),
  };
}
