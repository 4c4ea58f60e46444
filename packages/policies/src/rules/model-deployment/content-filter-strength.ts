import { stackRule } from "../../rule";
import { promptShields } from "../content-filter/checks";
import { withFilter } from "./resolved-filter";

export const contentFilterStrength = stackRule({
  id: "deployment-content-filter-shields",
  title: "The content filter that a deployment names has prompt shields",
  covers: ["deployment-rai-policy-strong-enough"],
  requirements: ["OE-R15"],
  severity: "critical",
  appliesTo: "cognitiveservices:Deployment",
  holds: (deployment, { stack }) =>
    withFilter(deployment, stack, (filter) => {
      const shielded = promptShields(filter.asked);
      if (shielded.is === "holds") return shielded;
      return shielded.is === "unknown"
        ? { is: "unknown", paths: shielded.paths.map((path) => `${filter.name}.${path}`) }
        : {
            is: "fails",
            findings: [{ path: "properties.raiPolicyName", problem: "names a filter without both prompt shields" }],
          };
    }),
  fix: "Add the filters Jailbreak and Indirect Attack on Prompt, enabled and blocking, to the content filter.",
  why: "Users who talk a model out of its instructions, and documents that do, are the first attack on any assistant. Found when everything exists.",
});
