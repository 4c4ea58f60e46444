import { rehearseProgram } from "./rehearse-program";

describe("resource hooks of the program", () => {
  test("run around the operations on their resources", async () => {
    const { stack } = await rehearseProgram("hooked");
    const said = stack.log.filter(({ severity }) => severity === "info").map(({ message }) => message);
    expect(said.filter((line) => line.includes("watched"))).toEqual([
      "before watched size=4 computed=none",
      "after watched size=4 computed=computed-watched",
    ]);
  });

  test("run in a preview only where they ask for it", async () => {
    const { stack } = await rehearseProgram("hooked", { mode: "preview" });
    expect(stack.log.map(({ message }) => message)).toEqual(["before watched size=4 computed=none"]);
  });

  test("that handle errors have a failed operation tried again", async () => {
    const { stack, cloud } = await rehearseProgram("hooked");
    expect(cloud.calls.filter(({ method, urn }) => method === "create" && urn.endsWith("::stubborn"))).toHaveLength(2);
    expect(stack.log.map(({ message }) => message)).toEqual(
      expect.arrayContaining(["create failed 1 time(s): busy", "create failed 2 time(s): busy"]),
    );
    expect(stack.refusals).toEqual([
      { urn: "urn:pulumi:dev::hooked::echo:index:Thing::stubborn", code: "ProviderError", status: 0, message: "busy" },
    ]);
  });

  test("that fail before an operation keep it from happening", async () => {
    const { stack, cloud } = await rehearseProgram("hooked", { config: { friday: "true" } });
    expect(cloud.calls.filter(({ method, urn }) => method === "create" && urn.endsWith("::late"))).toEqual([]);
    expect(stack.programError).toMatch(/beforeCreate hook "refuse" failed: .*not on a Friday/);
  });
});
