import { rehearseProgram } from "./rehearse-program";

describe.each(["preview", "up"] as const)("a component that its package builds elsewhere (%s)", (mode) => {
  test("says what it was told, has no children, and the rehearsal says so", async () => {
    const { stack, resource } = await rehearseProgram("remote-component", { mode, twice: true });
    const image = mode === "up" ? "computed-registry" : "<unknown>";
    expect(stack.programError).toBeUndefined();
    expect(stack.outputs).toEqual({ image, replicas: 2 });
    expect(resource("chart")).toMatchObject({ custom: false, outputs: { image, replicas: 2 } });
    expect(stack.resources.map(({ parent }) => parent)).not.toContain(resource("chart").urn);
    expect(resource("after")).toMatchObject({ inputs: { replicas: 2 }, dependencies: [resource("chart").urn] });
    expect(stack.notes).toContain(
      "charts:index:Chart is built by its package's own process: its children are not part of this rehearsal.",
    );
    expect(stack.secondPass).toMatchObject({ create: [], update: [], replace: [], delete: [] });
  });
});
