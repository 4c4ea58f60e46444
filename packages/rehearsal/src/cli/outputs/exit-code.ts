import { counted, type RehearsalView, type StackState, severityOrder } from "../../report/view";
import { ExitCode } from "../exit-code";
import type { FailingSeverity } from "./flags";

const codes: Record<StackState, ExitCode> = {
  clear: ExitCode.Clean,
  blocked: ExitCode.Blocked,
  stopped: ExitCode.Unusable,
};

/** The exit code that says what the answer says; or, of an answer that is clear, what `--fail-on` asks for. */
export function exitCodeOf(view: RehearsalView, failOn: FailingSeverity | undefined): ExitCode {
  const code = codes[view.answer.state];
  return code === ExitCode.Clean && violationsOf(view, failOn) > 0 ? ExitCode.Blocked : code;
}

/** Why a run ends with 1 although nothing stops it; undefined where that is not so. */
export function failingOn(view: RehearsalView, failOn: FailingSeverity | undefined): string | undefined {
  const count = violationsOf(view, failOn);
  if (count === 0 || view.answer.state !== "clear") return undefined;
  const graver = failOn === "critical" ? "" : " or graver";
  return `✗ --fail-on ${failOn}: ${counted(count, "violation")} of severity ${failOn}${graver}`;
}

/** Unwaived violations of a severity or graver, whatever their level. A rule without a severity counts by its level only. */
function violationsOf({ stacks }: RehearsalView, failOn: FailingSeverity | undefined): number {
  if (failOn === undefined) return 0;
  const grave = severityOrder.slice(0, severityOrder.indexOf(failOn) + 1);
  return stacks
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ outcome, severity }) => outcome === "fail" && grave.includes(severity)).length;
}
