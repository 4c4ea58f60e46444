import { Command } from "commander";

const about = `
Examples:
  $ ringfence runbook                                      every runbook, with the day of its next review
  $ ringfence runbook quota-exhaustion                     print one
  $ ringfence runbook model-callers-turned-away            print the one that an alert leads to
  $ ringfence runbook init runbooks                        copy the shipped pages into your repository
  $ ringfence runbook --check                              every alert has a page, every page is what it should be
  $ ringfence runbook --check --document rehearsal.json    and so has every alert that your program makes

Pages of your own folder come before the shipped ones of the same name.

Exit codes:
  0  in order; late reviews and pages that nobody has tried are warnings
  1  --check found a dead link, or a page that is not what it should be
  2  wrong usage, or there is no such runbook`;

/** What the command line says, as it was parsed. */
export interface RunbookFlags {
  folder?: string;
  check?: boolean;
  document?: string;
}

/** `ringfence runbook`. What it does is loaded when it runs, so that help and mistakes answer at once. */
export function runbookCommand(): Command {
  const init = new Command("init")
    .helpOption("-h, --help", "explain this command")
    .description("copy the shipped runbooks into a folder of yours; files that are there already stay as they are")
    .argument("<folder>", "the folder, for example runbooks")
    .action((folder: string) => {
      const { initFolder } = require("./init") as typeof import("./init");
      initFolder(folder);
    });
  return new Command("runbook")
    .helpOption("-h, --help", "explain the command")
    .helpCommand(false)
    .description("print what to do when an alert fires, and keep the runbooks true")
    .argument("[id]", "a runbook or an alert; all runbooks if left out")
    .option("--folder <folder>", "your own runbooks (default: runbooks, where it exists)")
    .option("--check", "check the folder: links from alerts, front matter, sections, reviews")
    .option(
      "--document <file>",
      "with --check: what `ringfence rehearse --json` wrote; its alerts must lead to a page too",
    )
    .addHelpText("after", about)
    .addCommand(init)
    .action((id: string | undefined, flags: RunbookFlags) => {
      const { runRunbook } = require("./run") as typeof import("./run");
      runRunbook(id, flags);
    });
}
