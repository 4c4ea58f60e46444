import { allOf, fails, holds, type Judgement, stackRule, type Value } from "../../rule";
import { evidenceConfig } from "./evidence";
import { whereApproved } from "./gate";

export const scores = stackRule({
  id: "promotion-scores",
  title: "Models in production passed their evaluation by the agreed scores",
  covers: [],
  requirements: ["OE-R1", "OE-R15"],
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
  },
  holds: (deployment, context) =>
    whereApproved(deployment, context, (evidence) =>
      allOf(
        ...Object.entries(context.config.minimumScores).map(([name, least]) =>
          atLeast(evidence.score(name), Number(least)),
        ),
      ),
    ),
  fix: "Improve the model, prompt or index until the evaluation passes, and give the scores of the run that did.",
  why: "A model that answers worse than agreed is found by customers, one wrong answer at a time. Judged at preview already.",
});

/** Tags hold numbers as texts. */
function atLeast(score: Value, least: number): Judgement {
  return score.judge((given) => {
    if (given === undefined) return fails(score.path, `missing; must be at least ${least}`);
    const share = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
    return typeof share === "number" && share >= least && share <= 1
      ? holds
      : fails(score.path, `must be at least ${least}, and at most 1`);
  });
}
