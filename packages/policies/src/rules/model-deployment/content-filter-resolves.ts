import { holds, stackRule } from "../../rule";
import { withFilter } from "./resolved-filter";

export const contentFilterResolves = stackRule({
  id: "deployment-content-filter-resolves",
  title: "The content filter that a deployment names is declared beside it",
  covers: ["deployment-rai-policy-resolves"],
  requirements: ["OE-R15"],
  severity: "critical",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    filtersElsewhere: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Names of content filters that another stack declares on the same account",
    },
  },
  holds: (deployment, { stack, config }) => {
    const elsewhere = deployment.asked.at("properties.raiPolicyName").isOneOf(config.filtersElsewhere);
    return elsewhere.is === "holds" ? holds : withFilter(deployment, stack, () => holds);
  },
  fix: "Declare a cognitiveservices.RaiPolicy of that name on the same account, or correct properties.raiPolicyName.",
  why: "A filter made by hand can be loosened by hand; a misspelt name is found by Azure in the middle of an update.",
});
