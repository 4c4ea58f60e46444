import type { Severity } from "./severity";

/** What a severity promises: how fast somebody reacts, who it is, and who comes next. */
export interface SeverityLevel {
  /** When to use it, in words that a person on call can check against what they see. */
  meaning: string;
  /** Azure Monitor's number for it, 0 to 4. */
  azureLevel: 0 | 1 | 2 | 3 | 4;
  /** Minutes from the alert until a person has taken it. */
  timeToAcknowledgeMinutes: number;
  /** Minutes from the alert until users are no longer affected. */
  timeToMitigateMinutes: number;
  /** Whether a person is woken up for it. */
  pages: boolean;
  /** Who is told first. */
  notifies: string;
  /** Who is told when the time to acknowledge has passed, in order; each gets the same time again. */
  escalatesTo: readonly string[];
  /** Whether an incident of this severity needs a post-incident review within five working days of its end. */
  needsReview: boolean;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * One row a severity. The times are a judgement that a team with one person on call can keep; a team that promises
 * its users more overrides them.
 */
export const severities: Readonly<Record<Severity, SeverityLevel>> = {
  Sev0: {
    meaning: "The service is down or unsafe for everyone, or a secret has leaked",
    azureLevel: 0,
    timeToAcknowledgeMinutes: 5,
    timeToMitigateMinutes: 1 * HOUR,
    pages: true,
    notifies: "the engineer on call",
    escalatesTo: ["the second on call", "the service owner", "the incident commander"],
    needsReview: true,
  },
  Sev1: {
    meaning: "Many users are affected, or will be within the hour",
    azureLevel: 1,
    timeToAcknowledgeMinutes: 15,
    timeToMitigateMinutes: 4 * HOUR,
    pages: true,
    notifies: "the engineer on call",
    escalatesTo: ["the second on call", "the service owner"],
    needsReview: true,
  },
  Sev2: {
    meaning: "Some users are affected, or a safety net is gone",
    azureLevel: 2,
    timeToAcknowledgeMinutes: 1 * HOUR,
    timeToMitigateMinutes: 1 * DAY,
    pages: false,
    notifies: "the owning team's channel",
    escalatesTo: ["the engineer on call"],
    needsReview: true,
  },
  Sev3: {
    meaning: "Nobody is affected yet; somebody should look this week",
    azureLevel: 3,
    timeToAcknowledgeMinutes: 1 * DAY,
    timeToMitigateMinutes: 5 * DAY,
    pages: false,
    notifies: "the owning team's channel",
    escalatesTo: ["the service owner"],
    needsReview: false,
  },
  Sev4: {
    meaning: "Worth knowing; no action is promised",
    azureLevel: 4,
    timeToAcknowledgeMinutes: 5 * DAY,
    timeToMitigateMinutes: 30 * DAY,
    pages: false,
    notifies: "the owning team's channel",
    escalatesTo: [],
    needsReview: false,
  },
};
