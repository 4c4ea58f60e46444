import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a block of shell would run. */
export interface ShellRun {
  /** Each command with its words, as bash split and expanded them, in the order in which they were reached. */
  commands: string[][];
  /** What bash itself finds wrong; empty when nothing. */
  errors: string;
}

/** Ends a command in the notes. Each command is written at once, since the two sides of a pipe write at the same time. */
const END = "\u0001\0";

/** What only computes and is let through; everything else takes notes and does nothing. */
const HARMLESS = ["cut", "date", "tr"];

/**
 * Has bash itself read a block, with every command replaced by one that writes down its words: quoting, continued lines,
 * pipes and substitutions are bash's own, and nothing is carried out. Nothing else is on the path. Variables that a
 * person fills in are whatever the block says.
 */
export function shellRun(block: string): ShellRun {
  const folder = mkdtempSync(join(tmpdir(), "runbook-"));
  const notes = join(folder, "notes");
  const script = `
note() { printf '%s\\0' "$@" $'\\1' >> "$NOTES"; echo noted; }
command_not_found_handle() { note "$@"; }
${HARMLESS.map((name) => `${name}() { /usr/bin/env -i PATH=/usr/bin:/bin ${name} "$@"; }`).join("\n")}
PATH=/nowhere
cd "$FOLDER" 2>/dev/null
${block}
`;
  try {
    const { stderr } = spawnSync("/bin/bash", ["--noprofile", "--norc", "-c", script], {
      encoding: "utf8",
      env: { NOTES: notes, FOLDER: folder },
    });
    return { commands: commandsIn(notes), errors: stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function commandsIn(notes: string): string[][] {
  let text = "";
  try {
    text = readFileSync(notes, "utf8");
  } catch {
    return [];
  }
  return text
    .split(END)
    .filter((command) => command !== "")
    .map((command) => command.split("\0").slice(0, -1));
}
