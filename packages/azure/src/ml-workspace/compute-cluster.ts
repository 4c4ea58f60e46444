import { nameProblems } from "@ringfence/core/naming";
import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { isRepeated, rowProblems } from "../refuse/rows";
import { wholeNumberProblem } from "../refuse/whole-number";

/** How a cluster's machines are bought. */
export const ComputePriority = {
  Dedicated: "Dedicated",
  /** Cheaper, and taken away when Azure needs the machine. */
  LowPriority: "LowPriority",
} as const;
export type ComputePriority = (typeof ComputePriority)[keyof typeof ComputePriority];

/** A cluster that grows with its jobs and shrinks to nothing. */
export interface ComputeClusterArgs {
  /** Its name, which jobs name it by: letters, digits and hyphens, a letter first, 3 to 24 characters. */
  name: string;
  /** The size of its machines: `Standard_DS3_v2`. */
  vmSize: string;
  /** The most machines it has at a time. */
  maximumNodes: number;
  /** Minutes that an idle machine is kept, 1 to 60. 10 if left out. */
  idleMinutes?: number;
  /** Dedicated or LowPriority; Dedicated if left out. */
  priority?: ComputePriority;
}

/** Long enough for the next job of somebody who tries things, short enough to cost little: a judgement. */
export const IDLE_MINUTES = 10;

const LONGEST_IDLE_MINUTES = 60;

/** More machines than this are a plan to be talked about: a judgement; Azure's own limit is 65,000. */
const MOST_NODES = 100;

/** Everything wrong with a list of clusters. */
export function computeClusterProblems(clusters?: readonly ComputeClusterArgs[]): Problem[] {
  return rowProblems(clusters, ["name", "vmSize", "priority"], (cluster, earlier) => {
    const { name, vmSize, maximumNodes, idleMinutes, priority } = cluster;
    const problems: Problem[] = [];
    const refuse = (path: keyof ComputeClusterArgs, problem: string) => problems.push({ path, problem });
    if (name === undefined) refuse("name", "missing; jobs name the cluster by it");
    else if (isRepeated(name, earlier)) refuse("name", `${JSON.stringify(name)} is in the list twice`);
    else problems.push(...under("name", nameProblems("mlCompute", name)));
    if (vmSize === undefined) refuse("vmSize", "missing; for example Standard_DS3_v2");
    else if (!/^Standard_[A-Za-z0-9_]+$/i.test(vmSize))
      refuse("vmSize", `${JSON.stringify(vmSize)} is not a machine size such as Standard_DS3_v2`);
    const inNodes = wholeNumberProblem(maximumNodes, 1, MOST_NODES);
    if (inNodes !== undefined) refuse("maximumNodes", inNodes);
    const inMinutes = wholeNumberProblem(idleMinutes ?? IDLE_MINUTES, 1, LONGEST_IDLE_MINUTES);
    if (inMinutes !== undefined) refuse("idleMinutes", inMinutes);
    if (priority !== undefined && !Object.values(ComputePriority).includes(priority))
      refuse("priority", notOneOf(priority, Object.values(ComputePriority)));
    return problems;
  });
}
