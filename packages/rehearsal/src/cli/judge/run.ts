import { judgeState, UsageError } from "../../engine";
import { deliver } from "../outputs/deliver";
import { type JudgeFlags, judgementFrom } from "./request";

/** Judges an exported stack and says what was found. */
export async function runJudgement(flags: JudgeFlags): Promise<void> {
  const request = judgementFrom(flags);
  if ("problems" in request) throw new UsageError(request.problems.join("\n"));
  deliver(await judgeState(request.options), flags);
}
