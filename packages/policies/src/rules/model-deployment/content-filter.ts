import { resourceRule } from "../../rule";

/** Microsoft's own filters have names that begin so; the old default has none but `Default`. */
const OWN_FILTER = /^(?!microsoft\.|default(v\d+)?$|nil$)/i;

export const contentFilter = resourceRule({
  id: "deployment-content-filter",
  title: "Deployments name a content filter of your own",
  covers: ["deployment-has-rai-policy"],
  requirements: ["OE-R15"],
  severity: "critical",
  appliesTo: "cognitiveservices:Deployment",
  holds: (deployment) => {
    const filter = deployment.at("properties.raiPolicyName");
    const named = filter.exists();
    return named.is === "holds"
      ? filter.matches(OWN_FILTER, "a content filter of your own, not one of Microsoft's")
      : named;
  },
  fix: "Declare a cognitiveservices.RaiPolicy and name it in properties.raiPolicyName.",
  why: "Microsoft's default filter lets low severities and instructions hidden in documents pass, and changes without you.",
});
