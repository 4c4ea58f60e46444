import { fails, holds, stackRule } from "../../rule";
import { evidenceConfig } from "./evidence";
import { whereApproved } from "./gate";

const DAY = 24 * 60 * 60 * 1000;

export const evidenceAge = stackRule({
  id: "promotion-evidence-age",
  title: "Models in production were evaluated not long before their promotion",
  covers: [],
  requirements: ["OE-R1", "OE-R5"],
  severity: "medium",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    evidence: evidenceConfig,
    maximumAgeInDays: {
      type: "integer",
      minimum: 1,
      default: 90,
      description:
        "Days since the evaluation; a quarter by default, so that what runs on is evaluated anew each quarter",
    },
  },
  holds: (deployment, context) =>
    whereApproved(deployment, context, (evidence) => {
      const evaluated = evidence.field("evaluated");
      const now = context.now.getTime();
      const { maximumAgeInDays } = context.config;
      const must = `must be a moment of the last ${maximumAgeInDays} days`;
      return evaluated.judge((given) => {
        if (given === undefined) return fails(evaluated.path, `missing; ${must}`);
        const moment = typeof given === "string" ? Date.parse(given) : Number.NaN;
        return moment <= now && moment >= now - maximumAgeInDays * DAY ? holds : fails(evaluated.path, must);
      });
    }),
  fix: "Evaluate the model again with today's prompts and data, and give the moment of that run.",
  why: "An old evaluation speaks of prompts, data and filters that are no longer there. Judged at preview already.",
});
