import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "@ringfence/core/problems";

/**
 * Refuses a component's arguments when anything is wrong with them: all mistakes at once, each with its path. Called
 * first in a constructor, so nothing has been created yet.
 *
 * @throws pulumi.InputPropertiesError with one entry a mistake; its message lists them all.
 */
export function refuse(component: string, name: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const error = new pulumi.InputPropertiesError({
    message: [`${component} "${name}":`, ...problems.map(({ path, problem }) => `  ${path}: ${problem}`)].join("\n"),
    errors: problems.map(({ path, problem }) => ({ propertyPath: path, reason: problem })),
  });
  Error.captureStackTrace(error, refuse);
  printOnce(error);
  throw error;
}

/** Pulumi prints an uncaught error by `inspect`, which would add the list of errors below the message that says them. */
function printOnce(error: Error): void {
  Object.defineProperty(error, inspect.custom, { value: () => error.stack });
}
