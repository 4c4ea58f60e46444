import { ChangeGate } from "@ringfence/core/rings";
import { fails, type Judgement, notApplicable, type StackResource, type StackRuleContext } from "../../rule";
import { type Evidence, evidenceOf } from "./evidence";

type Context = StackRuleContext<{ readonly evidence: Readonly<Record<string, unknown>> }>;

/** Judges the evidence of a deployment where a person has to approve what is promoted; without any, that is `missing`. */
export function whereApproved(
  deployment: StackResource,
  context: Context,
  judge: (evidence: Evidence) => Judgement,
  missing: Judgement = notApplicable("It has no evidence, which is another rule's matter"),
): Judgement {
  const ring = context.ringOf(deployment);
  if (ring.changeGate !== ChangeGate.Approval)
    return notApplicable(`Nobody has to approve a promotion to ${ring.name}`);
  const evidence = evidenceOf(deployment, context.stack, context.config.evidence);
  return evidence === undefined ? missing : judge(evidence);
}

/** What a deployment without evidence comes to. */
export const withoutEvidence = fails("", "carries no evidence of an evaluation and an approval");
