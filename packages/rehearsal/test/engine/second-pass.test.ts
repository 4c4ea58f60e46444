import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rehearseProgram } from "./rehearse-program";

const urn = (name: string) => `urn:pulumi:dev::changing::echo:index:Thing::${name}`;

describe("a second pass", () => {
  test.each(["preview", "up"] as const)("over an unchanged program changes nothing (%s)", async (mode) => {
    const { stack } = await rehearseProgram("components", { mode, twice: true });
    expect(stack.secondPass).toEqual({ create: [], update: [], replace: [], delete: [], same: 9 });
  });

  test("over a changed program says what it creates, updates, replaces and deletes", async () => {
    const counter = join(mkdtempSync(join(tmpdir(), "rehearsal-")), "runs");
    const { stack, cloud } = await rehearseProgram("changing", { twice: true, config: { counter } });
    expect(stack.programError).toBeUndefined();
    stack.secondPass?.replace.sort();
    expect(stack.secondPass).toEqual({
      create: [urn("created")],
      update: [urn("updated")],
      replace: [urn("first-deleted"), urn("forced"), urn("replaced")],
      delete: [urn("deleted")],
      same: 7,
    });
    const deleted = cloud.calls.filter(({ method }) => method === "delete").map((call) => call.urn);
    expect(deleted.sort()).toEqual([urn("deleted"), urn("first-deleted"), urn("forced"), urn("replaced")]);
    const named = cloud.calls.filter(({ method, urn: at }) => method === "create" && at === urn("replaced"));
    expect(new Set(named.map(({ values }) => values.name)).size).toBe(2);
    const ignored = cloud.calls.filter(({ method, urn: at }) => method === "diff" && at === urn("ignored"));
    expect(ignored[0]?.values).toMatchObject({ size: 1, tags: { run: "1", kept: "yes" }, rules: [{ priority: 1 }] });
  });

  test("replaces in the order that the program asks for", async () => {
    const order = async (name: string) => {
      const counter = join(mkdtempSync(join(tmpdir(), "rehearsal-")), "runs");
      const { cloud } = await rehearseProgram("changing", { twice: true, config: { counter } });
      const methods = cloud.calls.filter((call) => call.urn === urn(name)).map(({ method }) => method);
      return methods.slice(methods.indexOf("diff"));
    };
    expect(await order("replaced")).toEqual(["diff", "check", "create", "delete"]);
    expect(await order("first-deleted")).toEqual(["diff", "check", "delete", "create"]);
  });

  test("that is refused is not called unchanged", async () => {
    const counter = join(mkdtempSync(join(tmpdir(), "rehearsal-")), "runs");
    const { stack } = await rehearseProgram("changing", { twice: true, config: { counter, refused: "true" } });
    expect(stack.refusals).toEqual([
      expect.objectContaining({ urn: urn("later"), message: "In the second pass: no more of these" }),
    ]);
  });
});
