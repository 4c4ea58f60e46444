import { type RehearseFlags, requestFrom } from "../../src/cli/rehearse/request";

const flags: RehearseFlags = { mode: "preview" };

test("what is left out is left to the engine", () => {
  expect(requestFrom("infra", flags)).toEqual({ options: { directory: "infra", mode: "preview" } });
  expect(requestFrom("infra", { ...flags, all: true })).toEqual({ options: { directory: "infra", mode: "preview" } });
});

test("packs and configurations pair in their order", () => {
  const request = requestFrom(".", { ...flags, policyPack: ["a", "b"], policyPackConfig: ["a.json", "b.json"] });
  expect(request).toMatchObject({
    options: {
      policyPacks: [
        { directory: "a", configFile: "a.json" },
        { directory: "b", configFile: "b.json" },
      ],
    },
  });
});

test("a config value may be empty or hold an equals sign; the last of a key wins", () => {
  const request = requestFrom(".", { ...flags, config: ["a=1", "b=x=y", "c=", "a=2", "p:q=r"] });
  expect(request).toMatchObject({ options: { config: { a: "2", b: "x=y", c: "", "p:q": "r" } } });
});

test.each([
  [{ config: ["=x"] }, '--config takes key=value, not "=x"'],
  [
    { policyPack: ["a"], policyPackConfig: ["b", "c"] },
    /^--policy-pack-config was given 2 times and --policy-pack once;/,
  ],
  [{ stack: ["a"], all: true }, "--stack and --all exclude each other"],
])("%j is refused", (more, problem) => {
  const request = requestFrom(".", { ...flags, ...more });
  expect(request).toEqual({ problems: [problem instanceof RegExp ? expect.stringMatching(problem) : problem] });
});
