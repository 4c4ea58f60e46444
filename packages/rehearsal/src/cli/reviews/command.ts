import { severityNames } from "@ringfence/core/severities";
import { Command, Option } from "commander";
import { each } from "../repeatable";
import type { NewReviewFlags } from "./begin";
import type { CheckFlags } from "./check";

const aboutCheck = `
A review is a file of the folder: who leads it, when the incident was, what was decided, who does it until when. An
incident of Sev0, Sev1 or Sev2 is reviewed within five working days after its end. That an incident has no review at all
is seen by the job that routes incidents, which knows the incidents; it is told of the held ones by heldReviews.

Exit codes:
  0  in order
  1  a file is not what a review should be, a draft is late, or an action is
  2  wrong usage, or there is no such folder`;

/** `ringfence reviews check` and `ringfence reviews new`. */
export function reviewsCommand(): Command {
  const check = new Command("check")
    .helpOption("-h, --help", "explain this command")
    .description("check the reviews of incidents, and say which reviews and actions are late")
    .argument("[folder]", "the folder of the reviews", "reviews")
    .option("--time-zone <zone>", "where the team's days begin and end", "UTC")
    .option("--holiday <day>", "a day off, as 2026-12-24; repeat for more", each, [])
    .addHelpText("after", aboutCheck)
    .action((folder: string, flags: CheckFlags) => {
      const { runCheck } = require("./check") as typeof import("./check");
      runCheck(folder, flags);
    });
  const begin = new Command("new")
    .helpOption("-h, --help", "explain this command")
    .description("begin the review of an incident: a file with everything that is to be written")
    .argument("<incident>", "the incident's id, as its notices and its work item say it")
    .requiredOption("--title <title>", "what happened, in a few words")
    .addOption(new Option("--severity <severity>", "its worst").choices(severityNames).makeOptionMandatory())
    .requiredOption("--resolved <time>", "when it was over: 2026-11-21T05:00:00Z")
    .requiredOption("--owner <person>", "who leads the review")
    .option("--acknowledged <time>", "when somebody took it")
    .option("--mitigated <time>", "when users were no longer affected")
    .option("--folder <folder>", "where reviews are kept", "reviews")
    .action((incident: string, flags: NewReviewFlags) => {
      const { beginReview } = require("./begin") as typeof import("./begin");
      beginReview(incident, flags);
    });
  return new Command("reviews")
    .helpOption("-h, --help", "explain the command")
    .helpCommand(false)
    .description("look after the reviews of incidents")
    .addCommand(check)
    .addCommand(begin);
}
