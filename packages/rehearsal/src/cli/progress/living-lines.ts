import { paintFor, printable } from "../../report/terminal";
import { duration } from "../../report/view";
import type { Progress } from "./show-progress";
import { progressText, type StackProgress, StackProgressBoard } from "./stack-progress";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const MILLISECONDS_PER_FRAME = 100;

/** One line for each stack, redrawn ten times a second and wiped at the end: the summary takes its place. */
export function livingLines(stream: NodeJS.WriteStream, colours: boolean): Progress {
  const paint = paintFor(colours);
  const board = new StackProgressBoard();
  let drawn = 0;
  let frame = 0;
  const wipe = () => {
    if (drawn > 0) stream.write(`\u001b[${drawn}A\r\u001b[J`);
    drawn = 0;
  };
  const draw = () => {
    wipe();
    const all = [...board.stacks.values()];
    const shown = all.slice(-Math.max(1, (stream.rows ?? 24) - 2));
    const names = Math.max(0, ...shown.map(({ stack }) => stack.length));
    for (const progress of shown) {
      const sign = progress.seconds === undefined ? FRAMES[frame % FRAMES.length] : paint.good("✓");
      const text = ` ${printable(progress.stack).padEnd(names)}  ${stateText(progress)}`;
      stream.write(`${sign}${text.slice(0, (stream.columns ?? 80) - 2)}\n`);
    }
    drawn = shown.length;
    frame++;
  };
  const timer = setInterval(draw, MILLISECONDS_PER_FRAME);
  timer.unref();
  return {
    tell: (event) => void board.take(event),
    end() {
      clearInterval(timer);
      wipe();
    },
  };
}

/** Until the first resource comes, the program and its packs are starting. */
function stateText(progress: StackProgress): string {
  if (progress.seconds !== undefined) return progressText(progress);
  const done = progress.resources === 0 ? "starting" : progressText(progress);
  return `${done}, ${duration((performance.now() - progress.startedAt) / 1000)}`;
}
