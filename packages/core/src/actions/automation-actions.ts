import { ActionId } from "./action-id";
import { RiskTier } from "./risk-tier";

/** What is done to the automation itself. */
export const automationActions = {
  [ActionId.StopAutomation]: {
    id: ActionId.StopAutomation,
    title: "Stop everything",
    does: "Throws the switch: from the next poll on, no job does anything that changes something.",
    target: "automation",
    tier: RiskTier.Medium,
    because: "stopping is always safe for a day; secrets expire if it lasts for weeks",
    dryRun: "Says how the switch stands.",
    preconditions: ["a person says why"],
    inverse: ActionId.ResumeAutomation,
    blastRadius: "all jobs of the ring; what they have begun stays as it is until they run again",
    runsWhileStopped: true,
  },
  [ActionId.ResumeAutomation]: {
    id: ActionId.ResumeAutomation,
    title: "Let everything run again",
    does: "Takes the switch back: jobs carry on from their journals.",
    target: "automation",
    tier: RiskTier.High,
    because: "somebody stopped it for a reason that one person alone may not see the end of",
    dryRun: "Says how the switch stands, and whether the approval would do.",
    preconditions: ["automation is stopped", "a second person agrees that the reason is gone"],
    inverse: ActionId.StopAutomation,
    blastRadius: "everything that the jobs do",
    runsWhileStopped: true,
    approval: { grantWithinMinutes: 60, useWithinMinutes: 30 },
  },
  [ActionId.StartJob]: {
    id: ActionId.StartJob,
    title: "Start a job now",
    does: "Starts an execution of a scheduled job.",
    target: "the Azure id of the job",
    tier: RiskTier.Low,
    because: "every job may run at any time: it decides from the journal what is due",
    dryRun: "Names the job.",
    preconditions: ["the job is deployed"],
    inverse: { irreversible: "an execution that has begun ends by itself; stop everything to keep it from acting" },
    blastRadius: "what the job itself may do",
  },
} as const;
