import { ChangeGate, ringNames, rings } from "@ringfence/core/rings";
import { allOf, fails, notApplicable, stackRule } from "../../rule";
import { type Evidence, evidenceConfig, evidenceOf } from "./evidence";
import { evaluatedWithin } from "./recency";
import { passedWith } from "./scores";

export const approvalEvidence = stackRule({
  id: "promotion-evidence",
  title: "Models in production carry the evidence of their evaluation and approval",
  covers: [],
  requirements: ["OE-R1", "OE-R5", "OE-R15"],
  severity: "high",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    evidence: evidenceConfig,
    minimumScores: {
      type: "object",
      default: { groundedness: 0.9, safety: 0.98 } as Readonly<Record<string, unknown>>,
      description:
        "The least share of evaluated answers that must have passed, 0 to 1, by score; the defaults are a judgement to start from: one answer in ten not grounded, one in fifty unsafe",
    },
    maximumAgeInDays: {
      type: "integer",
      minimum: 1,
      default: 90,
      description:
        "Days since the evaluation; by default a quarter, so that what runs on is evaluated anew each quarter",
    },
  },
  holds: (deployment, { config, now, ringOf, stack }) => {
    const ring = ringOf(deployment);
    if (ring.changeGate !== ChangeGate.Approval)
      return notApplicable(`Nobody has to approve a promotion to ${ring.name}`);
    const evidence = evidenceOf(deployment, stack, config.evidence);
    if (evidence === undefined) return fails("", "carries no evidence of an evaluation and an approval");
    const earlier = ringNames.slice(0, ringNames.indexOf(ring.name));
    return allOf(
      approved(
        evidence,
        earlier.filter((name) => rings[name].changeGate !== ChangeGate.None),
      ),
      passedWith(config.minimumScores, evidence),
      evaluatedWithin(config.maximumAgeInDays, evidence, now),
    );
  },
  fix: "Give the report's digest, the scores, the approver, the ring and the moment of the evaluation: in the pack's evidence, the component's inputs, or tags that begin with evidence-.",
  why: "After an incident the first questions are which evaluation let this model pass and who said yes. Judged at preview already.",
});

function approved(evidence: Evidence, sources: readonly string[]) {
  return allOf(
    evidence.field("digest").matches(/^sha256:[0-9a-f]{64}$/i, "sha256: and 64 hexadecimal digits"),
    evidence.field("approver").matches(/\S/, "who approved the promotion"),
    evidence.field("from").isOneOf(sources),
  );
}
