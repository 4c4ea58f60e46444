import type { RehearsalView, StackState } from "../../report/view";
import { ExitCode } from "../exit-code";

const codes: Record<StackState, ExitCode> = {
  clear: ExitCode.Clean,
  blocked: ExitCode.Blocked,
  stopped: ExitCode.Unusable,
};

/** The exit code that says what the answer says. */
export function exitCodeOf({ answer }: RehearsalView): ExitCode {
  return codes[answer.state];
}
