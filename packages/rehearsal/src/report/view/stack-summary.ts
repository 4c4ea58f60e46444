import type { Outcome, RehearsedResource, StackRehearsal, Verdict } from "../../document";
import { counted } from "./wording";

/** Whether a stack can be deployed: nothing stops it, something does, or its program did not finish. */
export type StackState = "clear" | "blocked" | "stopped";

/** One stack in numbers. */
export interface StackSummary {
  stack: string;
  mode: StackRehearsal["mode"];
  state: StackState;
  /** Resources that a deployment creates: not components, not providers, not what is only read. */
  resources: number;
  components: number;
  /** Whether any policy pack judged. */
  judged: boolean;
  /** Existing resources that the program reads. */
  read: number;
  outcomes: Record<Outcome, number>;
  /** Violations that stop a deployment. */
  mandatory: number;
  /** Violations that are said and stop nothing. */
  advisory: number;
  refusals: number;
  seconds: number;
  /** What `--twice` found; undefined without it. */
  secondPass?: { unchanged: boolean; text: string };
}

/** Counts what one stack's rehearsal found. */
export function summarise(stack: StackRehearsal): StackSummary {
  const outcomes = { pass: 0, fail: 0, waived: 0, undetermined: 0, "not-applicable": 0 };
  for (const verdict of stack.verdicts) outcomes[verdict.outcome]++;
  const mandatory = stack.verdicts.filter(stopsDeployment).length;
  const created = stack.resources.filter(isDeployed);
  return {
    stack: stack.stack,
    mode: stack.mode,
    state: stack.programError !== undefined ? "stopped" : mandatory + stack.refusals.length > 0 ? "blocked" : "clear",
    resources: created.length,
    components: stack.resources.filter(({ custom, type }) => !custom && type !== "pulumi:pulumi:Stack").length,
    judged: stack.packs.length > 0,
    read: stack.resources.filter(({ read }) => read).length,
    outcomes,
    mandatory,
    advisory: outcomes.fail - mandatory,
    refusals: stack.refusals.length,
    seconds: stack.seconds,
    ...(stack.secondPass && { secondPass: secondPass(stack.secondPass) }),
  };
}

/** Whether a deployment creates it: neither a component nor a provider, and not only read. */
export function isDeployed({ custom, read, type }: RehearsedResource): boolean {
  return custom && !read && !type.startsWith("pulumi:");
}

/** Whether a verdict stops a deployment. */
export function stopsDeployment({ outcome, level }: Verdict): boolean {
  return outcome === "fail" && isStopping(level);
}

/** Whether a violation at a level stops a deployment. Pulumi treats what a remediation left behind as mandatory. */
export function isStopping(level: Verdict["level"]): boolean {
  return level === "mandatory" || level === "remediate";
}

function secondPass(changes: NonNullable<StackRehearsal["secondPass"]>): { unchanged: boolean; text: string } {
  const parts = (["create", "update", "replace", "delete"] as const)
    .filter((kind) => changes[kind].length > 0)
    .map((kind) => `${changes[kind].length} to ${kind}`);
  if (parts.length === 0) return { unchanged: true, text: `no changes, ${counted(changes.same, "resource")} the same` };
  return { unchanged: false, text: parts.join(", ") };
}
