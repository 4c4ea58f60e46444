import type { Resource } from "@pulumi/pulumi";
import type { JobsContext } from "./context";

/**
 * What must exist before a job of a context can work: its roles and the private doors of its store. Kept beside the
 * context, because a context is plain values. Not carried by the environment's id either: a job would then be replaced
 * with every role assignment that is.
 */
const waitedFor = new WeakMap<JobsContext, readonly Resource[]>();

/** Lets every job of this context wait for the resources; gives the context back. */
export function readyAfter(jobs: JobsContext, resources: readonly Resource[]): JobsContext {
  waitedFor.set(jobs, resources);
  return jobs;
}

/** What a job of this context waits for; nothing where the context comes from another stack. */
export function readiness(jobs: JobsContext): Resource[] {
  return [...(waitedFor.get(jobs) ?? [])];
}
