import type { ProgressEvent } from "../../engine";
import { counted, duration } from "../../report/view";

/** How far one stack has come. */
export interface StackProgress {
  stack: string;
  /** By the clock of `performance.now`. */
  startedAt: number;
  resources: number;
  violations: number;
  refused: number;
  /** Undefined until it is done. */
  seconds?: number;
}

/** Keeps the stacks' progress, in the order in which they started. */
export class StackProgressBoard {
  readonly stacks = new Map<string, StackProgress>();

  /** Takes an event in; gives the stack that it is about. */
  take(event: ProgressEvent): StackProgress {
    const known = this.stacks.get(event.stack);
    const progress = known ?? {
      stack: event.stack,
      startedAt: performance.now(),
      resources: 0,
      violations: 0,
      refused: 0,
    };
    this.stacks.set(event.stack, progress);
    if (event.kind === "resource" && event.action === "refused") progress.refused++;
    else if (event.kind === "resource" && !/::pulumi:(pulumi|providers):/.test(event.urn)) progress.resources++;
    else if (event.kind === "violation") progress.violations++;
    else if (event.kind === "stack-finished") progress.seconds = event.seconds;
    return progress;
  }
}

/** `61 resources, 2 violations, 1.4 s`. */
export function progressText({ resources, violations, refused, seconds }: StackProgress): string {
  return [
    counted(resources, "resource"),
    ...(violations > 0 ? [counted(violations, "violation")] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(seconds === undefined ? [] : [duration(seconds)]),
  ].join(", ");
}
