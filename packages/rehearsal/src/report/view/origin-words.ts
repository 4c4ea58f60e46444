import type { Origin } from "../../document";

/** How a report speaks of what it tells of. */
export interface OriginWords {
  /** What it is: `Rehearsal of claims-assistant`. */
  subject: string;
  /** What was done: `Rehearsed claims-assistant`. */
  done: string;
  /** The label of the line that answers for each stack. */
  measure: string;
  /** After the names of the stacks that nothing stops, and of those that something does. */
  clear: string;
  held: string;
  /** After the other stacks, where some are held. */
  others: string;
  /** After a number of undetermined verdicts, and over their list. */
  undetermined: string;
  /** Why verdicts are undetermined. */
  undeterminedWhy: string;
  /** What ran, and what it changed. */
  how: string;
}

export const originWords: Readonly<Record<Origin, OriginWords>> = {
  rehearsal: {
    subject: "Rehearsal",
    done: "Rehearsed",
    measure: "Can be deployed",
    clear: "can be deployed",
    held: "cannot be deployed",
    others: "can",
    undetermined: "undetermined until deployment",
    undeterminedWhy: "These rules met a value that is known only after deployment. They neither passed nor failed.",
    how: "A rehearsal runs the program against a simulated Azure and deploys nothing.",
  },
  state: {
    subject: "State",
    done: "Judged the state of",
    measure: "Keeps the rules",
    clear: "passed",
    held: "did not pass",
    others: "did",
    undetermined: "undetermined",
    undeterminedWhy: "These rules met a value that the state keeps encrypted. They neither passed nor failed.",
    how: "The packs judged what the exported state says; no program ran and nothing was changed.",
  },
  "event-log": {
    subject: "Run",
    done: "Ran",
    measure: "Went through",
    clear: "went through",
    held: "did not go through",
    others: "did",
    undetermined: "undetermined until deployment",
    undeterminedWhy: "These rules met a value that is known only after deployment. They neither passed nor failed.",
    how: "This tells what the event log of Pulumi's own engine says of its run.",
  },
};
