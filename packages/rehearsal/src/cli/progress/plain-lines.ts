import type { Progress } from "./show-progress";
import { progressText, StackProgressBoard } from "./stack-progress";

/** One plain line for each stack when it is done. */
export function plainLines(stream: NodeJS.WritableStream): Progress {
  const board = new StackProgressBoard();
  return {
    tell(event) {
      const progress = board.take(event);
      if (event.kind === "stack-finished") stream.write(`rehearsed ${progress.stack}: ${progressText(progress)}\n`);
    },
    end() {},
  };
}
