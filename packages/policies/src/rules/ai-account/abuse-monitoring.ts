import { fails, holds, stackRule, unknown } from "../../rule";
import { capability } from "./capability";

export const abuseMonitoring = stackRule({
  id: "ai-account-abuse-monitoring",
  title: "Microsoft's abuse monitoring of AI accounts is as the organisation decided",
  covers: ["CommunityPolicy-content-logging"],
  requirements: ["OE-R15"],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  config: {
    abuseMonitoring: {
      type: "string",
      enum: ["on", "off"],
      default: "on",
      description:
        "on, as Azure has it; off where Microsoft approved that nobody but you sees prompts (ContentLogging is false)",
    },
  },
  holds: (account, { config }) => {
    const { value, unknownAt } = capability(account, "ContentLogging");
    if (unknownAt !== undefined) return unknown(unknownAt);
    const state = value === "false" ? "off" : "on";
    return state === config.abuseMonitoring
      ? holds
      : fails("properties.capabilities", `abuse monitoring is ${state}, must be ${config.abuseMonitoring}`);
  },
  fix: "Apply to Microsoft to have abuse monitoring changed for the subscription, or configure the state that was agreed.",
  why: "Whether Microsoft's staff may read flagged prompts is a decision about data protection, not a surprise. Visible in Azure's answer only, once the account exists.",
});
