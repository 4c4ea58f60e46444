import { join } from "node:path";
import { UsageError } from "../../src/engine";
import { programs, rehearseProgram } from "./rehearse-program";

const directory = join(programs, "configured");

describe("a program's configuration", () => {
  test("is the stack's file over the project's defaults, typed as the program reads it", async () => {
    const { resource } = await rehearseProgram("configured", { stacks: ["dev"] });
    expect(resource("all").inputs).toEqual({
      name: expect.stringMatching(/^all[0-9a-f]{8}$/),
      size: 3,
      enabled: true,
      regions: ["west", "north"],
      password: "[secret]",
      region: "west",
      short: "brief",
      flag: true,
      ratio: 0.5,
      object: { a: [1, "two"] },
      other: "from-other",
      project: "configured",
      stack: "dev",
      organization: "organization",
      dryRun: false,
      directory: join(directory, "program"),
      root: directory,
    });
    expect(resource("default_1_2_3").inputs).toEqual({ location: "here", version: "1.2.3", __internal: {} });
  });

  test("gives way to the command line, paths into objects included", async () => {
    const config = { size: "9", "echo:location": "there", "object.a[1]": "changed", "object.b": "true" };
    const { resource } = await rehearseProgram("configured", { stacks: ["dev"], config });
    expect(resource("all").inputs).toMatchObject({ size: 9, object: { a: [1, "changed"], b: true } });
    expect(resource("default_1_2_3").inputs.location).toBe("there");
  });

  test("that lacks what the project requires, or is of another type, is refused with all its mistakes", async () => {
    const rehearsing = rehearseProgram("configured", { config: { size: "large" } });
    await expect(rehearsing).rejects.toThrow(UsageError);
    await expect(rehearsing).rejects.toThrow(
      [
        "stack bare: config configured:size must be of type integer, as Pulumi.yaml declares it",
        "stack bare: config configured:region (string) is required by Pulumi.yaml; give it a value with --config configured:region=…",
        "stack dev: config configured:size must be of type integer, as Pulumi.yaml declares it",
      ].join("\n"),
    );
  });
});

describe("a stack reference", () => {
  test("waits for the other stack and gets its outputs, secrets as secrets", async () => {
    const { stack, resource } = await rehearseProgram("references");
    expect(stack.stack).toBe("alpha");
    expect(resource("user").inputs).toMatchObject({ endpoint: "computed-owner", password: "[secret]" });
    expect(resource("organization/references/beta")).toMatchObject({
      read: true,
      outputs: { outputs: { kind: "shared", password: "[secret]" } },
    });
    expect(stack.outputs).toEqual({ used: "computed-owner", plain: "shared" });
  });

  test("gets a preview the outputs of the deployed stack, as it would in Azure", async () => {
    const { stack, resource } = await rehearseProgram("references", { mode: "preview" });
    expect(resource("user").inputs).toMatchObject({ endpoint: "computed-owner", password: "[secret]" });
    expect(resource("user").outputs.computed).toBe("<unknown>");
    expect(stack.outputs).toEqual({ used: "computed-owner", plain: "shared" });
  });

  test("to a stack that is not rehearsed is unknown in a preview, and an error with the way out when deployed", async () => {
    const options = { stacks: ["alpha"], config: { target: "acme/network/prod" } };
    const preview = await rehearseProgram("references", { ...options, mode: "preview" });
    expect(preview.resource("user").inputs.endpoint).toBe("<unknown>");
    expect(preview.stack.notes).toEqual([
      "The outputs of stack acme/network/prod are unknown: it is not part of this rehearsal.",
    ]);
    const up = await rehearseProgram("references", { ...options, mode: "up" });
    expect(up.stack.programError).toContain(
      "stack reference acme/network/prod: this stack is not part of the rehearsal",
    );
  });
});
