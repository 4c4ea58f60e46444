import { stripVTControlCharacters } from "node:util";
import type { Recorder } from "../deploy/recorder";
import { ALREADY_REPORTED, type ProgramExit } from "../program/run-program";

/** What the SDK says in a program when the engine has refused a resource or a call; the refusal is listed already. */
const CONSEQUENCE =
  /failed to register|resource registration failed|failed to read resource|Resource monitor is terminating/;

/**
 * Why the program stopped, in its own words; undefined where it did not, or where it did only because Azure or a
 * policy refused something.
 */
export function programErrorOf(exit: ProgramExit, recorder: Recorder, timeout: number): string | undefined {
  if (exit.timedOut) return `The program did not end within ${timeout / 1000} s and was stopped.`;
  if (recorder.errors.length > 0) return recorder.errors.join("\n");
  if (exit.code === 0) return undefined;
  const logged = recorder.log.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const own = logged.filter((message) => !CONSEQUENCE.test(message));
  if (own.length > 0) return own.join("\n");
  if (logged.length > 0 && hasRefused(recorder)) return undefined;
  if (logged.length > 0) return logged.join("\n");
  const how = exit.code === null ? "The program was ended by a signal." : `The program exited with code ${exit.code}.`;
  const said = exit.code === ALREADY_REPORTED ? "" : stripVTControlCharacters(exit.stderr).trimEnd();
  return said === "" ? how : `${how}\n${said}`;
}

function hasRefused(recorder: Recorder): boolean {
  return (
    recorder.refusals.length > 0 ||
    recorder.verdicts.some(({ outcome, level }) => outcome === "fail" && level === "mandatory")
  );
}
