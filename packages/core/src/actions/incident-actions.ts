import { ActionId } from "./action-id";
import { RiskTier } from "./risk-tier";

/** What is done when something is wrong. */
export const incidentActions = {
  [ActionId.OpenWorkItem]: {
    id: ActionId.OpenWorkItem,
    title: "Open a work item",
    does: "Opens a work item for an incident, or writes to the one that is open.",
    target: "the incident's fingerprint",
    tier: RiskTier.Low,
    because: "there is one work item a fingerprint, however often it is asked for",
    dryRun: "Shows title and text.",
    preconditions: ["the incident is in the journal"],
    inverse: ActionId.CloseWorkItem,
    blastRadius: "the readers of one list of work items",
  },
  [ActionId.CloseWorkItem]: {
    id: ActionId.CloseWorkItem,
    title: "Close a work item",
    does: "Closes the work item of an incident whose reason is gone.",
    target: "the incident's fingerprint",
    tier: RiskTier.Low,
    because: "it is opened again if the reason comes back",
    dryRun: "Names the work item.",
    preconditions: ["the incident is resolved in the journal"],
    inverse: ActionId.OpenWorkItem,
    blastRadius: "the readers of one list of work items",
  },
  [ActionId.Notify]: {
    id: ActionId.Notify,
    title: "Tell somebody",
    does: "Tells the receivers of a severity of an incident, or the next ones in line.",
    target: "the incident's fingerprint",
    tier: RiskTier.Low,
    because: "telling the same twice is harmless, and not telling is not",
    dryRun: "Names the receivers and shows the text.",
    preconditions: ["the time for it has come by the severity's row"],
    inverse: { irreversible: "what has been said has been said; a resolved notice follows when it is over" },
    blastRadius: "the people on call",
  },
} as const;
