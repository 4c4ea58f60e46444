import { rehearseProgram } from "./rehearse-program";

test("what nobody here can know stays unknown even when it deploys, and so does what follows from it", async () => {
  const { stack, resource, cloud } = await rehearseProgram("strangers", { mode: "up", twice: true });
  expect(stack.programError).toBeUndefined();
  expect(stack.refusals).toEqual([]);
  expect(stack.outputs).toEqual({
    size: 3,
    endpoint: "<unknown>",
    dependent: "<unknown>",
    guessed: "<unknown>",
  });
  expect(resource("stranger").id).toBe("/echo/s");
  expect(resource("dependent").id).toBeUndefined();
  expect(resource("dependent").inputs).toMatchObject({ source: "<unknown>" });
  expect(cloud.calls.filter(({ method, urn }) => method === "create" && urn.endsWith("::dependent"))).toEqual([]);
  expect(stack.secondPass).toMatchObject({ create: [], update: [], replace: [], delete: [] });
});
