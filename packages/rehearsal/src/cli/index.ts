import { commandLine } from "./command-line";
import { endWith } from "./ending";

/** A reader that has seen enough, as `| head` does, is no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

commandLine().parseAsync().catch(endWith);
