import { stringify } from "yaml";
import type { IncidentReview } from "./review";
import { reviewSections } from "./review";
import { UNWRITTEN } from "./review-problems";

/** What a section asks for, until it is written. */
const hints: Record<(typeof reviewSections)[number], string> = {
  "What happened": "In order, in plain words, for somebody who was not there.",
  "Who was affected": "How many, how, from when until when; which service level lost how much of its budget.",
  Timeline: "What was seen, decided and done when, in UTC; the first sign and the alert among it.",
  "Why it could happen": "Causes, not people. Ask why until the answer is something that can be changed.",
  "What helped": "What to keep: an alert, a runbook, a habit.",
  "What got in the way": "Missing alerts, wrong runbooks, rights, noise, luck.",
};

/** A review to be filled in: its front matter from the incident, its sections with what they ask for as comments. */
export function reviewTemplate(incident: Omit<IncidentReview, "status" | "held" | "actions">): string {
  const review: IncidentReview = { ...incident, status: "draft", actions: [] };
  const sections = reviewSections.map((section) => `## ${section}\n\n<!-- ${hints[section]} -->\n\n${UNWRITTEN}\n`);
  return `---\n${stringify(review, { lineWidth: 0 })}---\n\n# ${incident.title}\n\n${sections.join("\n")}`;
}
