import { resourceRule } from "../../rule";

/** Foundry, Azure OpenAI, and the speech, language, translation, document and safety services beside them. */
const kinds = [
  "AIServices",
  "OpenAI",
  "ContentSafety",
  "FormRecognizer",
  "SpeechServices",
  "TextAnalytics",
  "TextTranslation",
] as const;

export const kind = resourceRule({
  id: "ai-account-allowed-kinds",
  title: "AI accounts are of a kind that the platform runs",
  covers: ["ALZ-Deny-CognitiveServices-Resource-Kinds"],
  requirements: [],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  config: {
    allowedKinds: {
      type: "array",
      items: { type: "string" },
      default: kinds as readonly string[],
      description:
        "Kinds that may be created; a judgement: Foundry, Azure OpenAI, and speech, language, translation, document and safety services",
    },
  },
  holds: (account, { config }) => account.at("kind").isOneOf(config.allowedKinds),
  fix: "Use an account of kind AIServices, or have the kind added to allowedKinds.",
  why: "Each kind has its own keys, filters, alerts and retirement; nobody looks after one that nobody expected.",
});
