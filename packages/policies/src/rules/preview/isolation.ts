import { type Judgement, notApplicable, type Resource, type RuleContext } from "../../rule";

/** What all rules about previews say of what to do. */
export const previewFix =
  "or ask for a waiver with owner, reason, riskAssessment, rollbackPath and expiry if the service cannot do without it.";

/** Judges only where previews are kept out: in the rings whose row says so. */
export function wherePreviewsAreKeptOut(
  resource: Resource,
  context: Pick<RuleContext, "ringOf">,
  judge: () => Judgement,
): Judgement {
  const ring = context.ringOf(resource);
  return ring.previewsAllowed ? notApplicable(`Previews are allowed in ${ring.name}`) : judge();
}
