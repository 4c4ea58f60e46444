import type { RingName } from "@ringfence/core/rings";

/**
 * What a model has to show before it runs in a ring that wants approval: the evaluation that it passed and who said yes.
 * Kept as tags on the deployment, and judged by the rule promotion-evidence.
 */
export interface PromotionEvidenceArgs {
  /** The evaluation report's digest: `sha256:` and 64 hexadecimal digits. */
  digest: string;
  /** Who approved the promotion: at most 256 characters, such as an address. */
  approver: string;
  /** The ring in which it was evaluated; one before this ring. */
  from: RingName;
  /** The moment of the evaluation, in ISO 8601: `2026-11-20T09:30:00Z`, or the day alone. */
  evaluated: string;
  /** The share of evaluated answers that passed, from 0 to 1, by score: `groundedness`, `safety`. At most 30 scores. */
  scores: Record<string, number>;
}

/** The evidence as tags, so that it can be read in Azure as well; the names are those that the rule looks for. */
export function evidenceTags(evidence: PromotionEvidenceArgs | undefined): Record<string, string> {
  if (evidence === undefined) return {};
  const { digest, approver, from, evaluated, scores } = evidence;
  return {
    "evidence-digest": digest,
    "evidence-approver": approver,
    "evidence-from": from,
    "evidence-evaluated": evaluated,
    ...Object.fromEntries(Object.entries(scores).map(([name, share]) => [`evidence-score-${name}`, String(share)])),
  };
}
