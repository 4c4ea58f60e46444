import { resourceRule } from "../../rule";
import { promptShields as hasPromptShields } from "./checks";

export const promptShields = resourceRule({
  id: "content-filter-prompt-shields",
  title: "Content filters block jailbreaks and instructions hidden in documents",
  covers: ["AzurePolicy-f3a9c2e0-prompt-shields"],
  requirements: ["OE-R15"],
  severity: "critical",
  appliesTo: "cognitiveservices:RaiPolicy",
  holds: (filter) => hasPromptShields(filter),
  fix: "Add Jailbreak and Indirect Attack on Prompt to properties.contentFilters, enabled and blocking.",
  why: "Prompt injection is the first attack on any assistant, and Microsoft's default filter does not look for the indirect kind.",
  frameworks: [
    {
      framework: "OWASP Top 10 for LLM Applications",
      version: "2025",
      control: "LLM01",
      source: "OWASP LLM01:2025 Prompt Injection, which names direct and indirect injection and filtering of inputs",
    },
  ],
});
