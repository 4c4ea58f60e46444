import { join } from "node:path";
import type { RehearsedResource, StackRehearsal } from "../../src/document";
import type { RehearseOptions } from "../../src/engine";
import { rehearseAgainst } from "../../src/engine/rehearse-against";
import { type EchoCloud, echoCloud } from "./echo-cloud";

/** Each program is a process of its own, and the machine may be busy. */
jest.setTimeout(300_000);

export const programs = join(__dirname, "../programs");

/** One stack's rehearsal, and the cloud it ran against. */
export interface Rehearsed {
  stack: StackRehearsal;
  cloud: EchoCloud;
  /** The resource of that name; fails the test where there is none. */
  resource(name: string): RehearsedResource;
}

/** Rehearses a program of the tests as its only stack. */
export async function rehearseProgram(
  name: string,
  options: Partial<RehearseOptions> = {},
  cloud = echoCloud(),
): Promise<Rehearsed> {
  try {
    const { stacks } = await rehearseAgainst(cloud, {
      directory: join(programs, name),
      mode: "up",
      policyPacks: [],
      ...options,
    });
    const [stack] = stacks;
    if (!stack) throw new Error(`no stack of ${name} was rehearsed`);
    return {
      stack,
      cloud,
      resource(wanted) {
        const found = stack.resources.find((resource) => resource.name === wanted);
        if (!found)
          throw new Error(
            `no resource ${wanted}; there are ${stack.resources.map((r) => r.name).join(", ")}\n${stack.programError}`,
          );
        return found;
      },
    };
  } finally {
    cloud.close();
  }
}
