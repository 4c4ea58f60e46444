import type * as pulumi from "@pulumi/pulumi";
import { RoleName } from "@ringfence/core/roles";
import { type PrincipalArgs, principalKey } from "../principals/principal";
import { assignRole } from "../roles/assign-role";
import type { AiProjectArgs } from "./args";

/** What a list of principals may do, and where. */
interface Task {
  principals: "callers" | "operators" | "developers";
  /** One of them, in a role assignment's name. */
  who: string;
  role: RoleName;
  on: "account" | "project";
  /** Whether the task exists in this project; always if left out. */
  when?: (args: AiProjectArgs) => boolean;
}

const isOpenAi = ({ format = "OpenAI" }: { format?: string }) => format === "OpenAI";

/**
 * The least built-in role for each task. `Cognitive Services OpenAI User` covers OpenAI's models alone; the others
 * answer under data actions that only `Cognitive Services User` has.
 */
const tasks: readonly Task[] = [
  { principals: "callers", who: "caller", role: RoleName.CognitiveServicesOpenAIUser, on: "account" },
  {
    principals: "callers",
    who: "caller-of-other-models",
    role: RoleName.CognitiveServicesUser,
    on: "account",
    when: ({ models }) => !models.every(isOpenAi),
  },
  { principals: "operators", who: "operator", role: RoleName.CognitiveServicesOpenAIContributor, on: "account" },
  { principals: "developers", who: "developer", role: RoleName.AzureAIUser, on: "project" },
];

/** Gives the named principals the roles of their tasks. */
export function grantAccess(
  name: string,
  args: AiProjectArgs,
  ids: Readonly<Record<Task["on"], pulumi.Input<string>>>,
  opts: pulumi.CustomResourceOptions,
): void {
  for (const { principals, who, role, on, when } of tasks)
    if (when?.(args) ?? true)
      for (const [index, principal] of (args[principals] ?? []).entries())
        assignRole(
          `${name}-${who}-${principalKey(principal, index)}`,
          { scope: ids[on], role, ...identified(principal) },
          opts,
        );
}

function identified({ principalId, principalType = "ServicePrincipal" }: PrincipalArgs) {
  return { principalId, principalType };
}
