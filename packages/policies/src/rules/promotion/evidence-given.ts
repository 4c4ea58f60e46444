import { ringNames, rings } from "@ringfence/core/rings";
import { allOf, stackRule } from "../../rule";
import { evidenceConfig } from "./evidence";
import { whereApproved, withoutEvidence } from "./gate";

export const evidenceGiven = stackRule({
  id: "promotion-evidence",
  title: "Models in production carry the evidence of their evaluation and approval",
  covers: [],
  requirements: ["OE-R1", "OE-R5"],
  severity: "high",
  appliesTo: "cognitiveservices:Deployment",
  config: { evidence: evidenceConfig },
  holds: (deployment, context) => {
    const earlier = ringNames.slice(0, ringNames.indexOf(context.ringOf(deployment).name));
    const sources = earlier.filter((name) => rings[name].changeGate !== "none");
    return whereApproved(
      deployment,
      context,
      (evidence) =>
        allOf(
          evidence.field("digest").matches(/^sha256:[0-9a-f]{64}$/i, "sha256: and 64 hexadecimal digits"),
          evidence.field("approver").matches(/\S/, "who approved the promotion"),
          evidence.field("from").isOneOf(sources),
        ),
      withoutEvidence,
    );
  },
  fix: "Give the digest of the evaluation report, the approver and the ring that it was evaluated in: in the pack's evidence, the component's inputs or the tags evidence-digest, evidence-approver and evidence-from.",
  why: "After an incident the first questions are which evaluation let this model pass and who said yes. Judged at preview already.",
});
