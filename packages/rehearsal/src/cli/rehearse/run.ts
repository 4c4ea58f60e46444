import { rehearse, UsageError } from "../../engine";
import { deliver } from "../outputs/deliver";
import { showProgress } from "../progress/show-progress";
import { type RehearseFlags, requestFrom } from "./request";

/** Rehearses and says what was found: numbers and findings on the standard output, files where they were asked for. */
export async function runRehearsal(directory: string, flags: RehearseFlags): Promise<void> {
  const request = requestFrom(directory, flags);
  if ("problems" in request) throw new UsageError(request.problems.join("\n"));
  const progress = showProgress(process.stderr);
  const document = await rehearse({ ...request.options, onProgress: progress.tell }).finally(progress.end);
  deliver(document, flags);
}
