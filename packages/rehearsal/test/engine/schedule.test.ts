import type { StackOutputs } from "../../src/engine/deploy/stack-references";
import { rehearseAll, type StackRun } from "../../src/engine/stacks/schedule";

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs stacks that read the outputs of others and leave their own name. */
function runs(reads: Record<string, string[]>, log: string[] = []): StackRun<string> {
  return async (stack: string, references: StackOutputs) => {
    log.push(`start ${stack}`);
    await wait(5);
    const seen: unknown[] = [];
    for (const name of reads[stack] ?? []) seen.push((await references.of(name))?.name ?? "unknown");
    log.push(`end ${stack}`);
    return { result: `${stack} saw ${seen.join(", ")}`, outputs: async () => ({ name: stack }) };
  };
}

describe("stacks that are rehearsed together", () => {
  test("wait for those whose outputs they read, even with one slot", async () => {
    const log: string[] = [];
    const reads = { a: ["organization/shop/b"], b: ["c"], c: [] };
    expect(await rehearseAll("shop", ["a", "b", "c"], 1, runs(reads, log))).toEqual(["a saw b", "b saw c", "c saw "]);
    expect(log).toEqual(["start a", "start b", "start c", "end c", "end b", "end a"]);
  });

  test("are never more at work than there are slots", async () => {
    let working = 0;
    let most = 0;
    await rehearseAll("shop", ["a", "b", "c", "d", "e"], 2, async (stack) => {
      working += 1;
      most = Math.max(most, working);
      await wait(5);
      working -= 1;
      return { result: stack, outputs: async () => ({}) };
    });
    expect(most).toBe(2);
  });

  test("know nothing of another project's stacks, of their own last outputs, and of stacks that are not rehearsed", async () => {
    const reads = { a: ["organization/other/b", "organization/shop/a", "organization/shop/missing"] };
    expect(await rehearseAll("shop", ["a", "b"], 2, runs(reads))).toEqual([
      "a saw unknown, unknown, unknown",
      "b saw ",
    ]);
  });

  test("that wait for each other are an error, not a wait without end", async () => {
    const reads = { a: ["b"], b: ["c"], c: ["a"] };
    await expect(rehearseAll("shop", ["a", "b", "c"], 3, runs(reads))).rejects.toThrow(/wait for each other's outputs/);
  });

  test("say so where the stack they read failed", async () => {
    const run: StackRun<string> = async (stack, references) =>
      stack === "b"
        ? { result: "", outputs: async () => undefined }
        : {
            result: String(await references.of("b").catch((error: Error) => error.message)),
            outputs: async () => ({}),
          };
    expect((await rehearseAll("shop", ["a", "b"], 2, run))[0]).toBe(
      "stack reference b: the rehearsal of stack b failed, so it has no outputs",
    );
  });
});
