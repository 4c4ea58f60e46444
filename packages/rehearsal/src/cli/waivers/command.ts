import { Command } from "commander";

const about = `
It checks the file alone: its keys, its values and its days. Which rules there are, which of them may be waived and for
how long, the packs know; they say so when they judge.

Exit codes:
  0  in order; warnings are printed
  1  a waiver is malformed or over
  2  wrong usage, or there is no such file`;

/** `ringfence waivers lint`. */
export function waiversCommand(): Command {
  const lint = new Command("lint")
    .helpOption("-h, --help", "explain this command")
    .description("check a waivers file, and warn 14 days before a waiver ends")
    .argument("[file]", "the waivers file", "waivers.yaml")
    .addHelpText("after", about)
    .action((file: string) => {
      const { runLint } = require("./run") as typeof import("./run");
      runLint(file);
    });
  return new Command("waivers")
    .helpOption("-h, --help", "explain the command")
    .helpCommand(false)
    .description("look after the exceptions from the rules")
    .addCommand(lint);
}
