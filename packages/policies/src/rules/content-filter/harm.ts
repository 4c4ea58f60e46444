import { resourceRule } from "../../rule";
import { type Check, makesChecks } from "./checks";

const categories = ["Hate", "Sexual", "Violence", "Selfharm"] as const;

export const harm = resourceRule({
  id: "content-filter-harm",
  title: "Content filters block hate, sexual content, violence and self-harm, asked for or answered",
  covers: ["AzurePolicy-930f48f9-harm-filters"],
  requirements: ["OE-R15"],
  severity: "critical",
  appliesTo: "cognitiveservices:RaiPolicy",
  config: {
    allowedSeverities: {
      type: "array",
      items: { type: "string", enum: ["Low", "Medium", "High"] },
      default: ["Low", "Medium"],
      description:
        "Severities from which blocking may start. Low is the strictest; Medium is what Microsoft's default filter has, so nothing weaker",
    },
  },
  holds: (filter, { config }) => {
    const severities = config.allowedSeverities;
    const checks = categories.flatMap((name): Check[] => [
      { name, source: "Prompt", severities },
      { name, source: "Completion", severities },
    ]);
    return makesChecks(filter, checks);
  },
  fix: "List the four categories for Prompt and Completion in properties.contentFilters, enabled, blocking, with a severityThreshold that is allowed.",
  why: "What a filter leaves out it takes from Microsoft's default, which may change; what only annotates still reaches people.",
});
