import type { DetectedBy, ReplayDocument, RuleOutcome } from "../outcome";
import { lengthOf } from "../outcome";

/** What was replayed, in a sentence. */
export function subjectOf({ project, stack, rules, data }: ReplayDocument): string {
  const on =
    data.origin === "generated"
      ? `${data.days} days of generated telemetry (${data.series} series, seed ${data.seed}, users in ${data.timeZone})`
      : `${data.days} days of recorded telemetry (${data.series} series, ${data.file})`;
  return `${project}, stack ${stack}: ${rules.length} rules on ${on}`;
}

/** Who saw an incident, and whether it woke somebody. */
export function seenBy({ alert, severity, pages, byChance }: DetectedBy): string {
  const noise = byChance === true ? ", fires as often by itself" : "";
  return `${alert} (${severity}, ${pages ? "wakes somebody" : "wakes nobody"}${noise})`;
}

/** What a rule saw: `quota-exhaustion in 4 min, traffic-surge in 22 min`. */
export function detectionsOf({ detected }: RuleOutcome): string {
  return detected.map(({ incident, afterMinutes }) => `${incident} in ${lengthOf(afterMinutes)}`).join(", ");
}

/** Whether all targets that apply are met; undefined where none applies. */
export function answerOf({ verdicts }: ReplayDocument): boolean | undefined {
  const judged = verdicts.filter(({ met }) => met !== undefined);
  return judged.length === 0 ? undefined : judged.every(({ met }) => met);
}
