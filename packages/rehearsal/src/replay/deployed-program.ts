import type { RehearsedResource } from "../document";
import { type ProgressEvent, rehearse, stacksOf, UsageError } from "../engine";

/** A stack of a program, as it would be deployed. */
export interface DeployedProgram {
  project: string;
  stack: string;
  resources: readonly RehearsedResource[];
}

/**
 * Rehearses one stack of a program, without its policy packs. Throws a UsageError where it has no such stack, where the
 * program stops, or where the simulated Azure refuses a resource: its alert rules would not be there either.
 */
export async function deployedProgram(
  directory: string,
  stack: string | undefined,
  config: Record<string, string> | undefined,
  onProgress: ((event: ProgressEvent) => void) | undefined,
): Promise<DeployedProgram> {
  const name = stack ?? usualStack(stacksOf(directory));
  const document = await rehearse({
    directory,
    stacks: [name],
    mode: "preview",
    policyPacks: [],
    ...(config && { config }),
    ...(onProgress && { onProgress }),
  });
  const [rehearsal] = document.stacks;
  if (rehearsal === undefined) throw new UsageError(`${directory}: there is no stack ${name}`);
  const { programError, refusals, resources } = rehearsal;
  if (programError !== undefined) throw new UsageError(`the program of stack ${name} stops:\n${programError}`);
  if (refusals.length > 0)
    throw new UsageError(
      `stack ${name} cannot be deployed, so its alert rules would not be there; see ringfence rehearse --stack ${name}:\n${refusals
        .map(({ urn, code, message }) => `${urn}: ${code}: ${message}`)
        .join("\n")}`,
    );
  return { project: document.project, stack: rehearsal.stack, resources };
}

/** The stack whose alerts wake people: production's. */
function usualStack(stacks: readonly string[]): string {
  const [only, ...others] = stacks;
  if (stacks.includes("prod")) return "prod";
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) return "dev";
  throw new UsageError(
    `there are several stacks and none is named prod; name one of ${stacks.join(", ")} with --stack`,
  );
}
