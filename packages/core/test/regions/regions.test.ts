import { regionNames, regionProblems } from "../../src/regions";

const problem = (given: unknown) => regionProblems(given).map((found) => [found.path, found.problem]);

test("every region passes in its short form, each is listed once", () => {
  for (const name of regionNames) expect(regionProblems(name)).toEqual([]);
  expect(new Set(regionNames).size).toBe(regionNames.length);
});

test("a display name is refused with its short form", () => {
  expect(problem("Sweden Central")).toEqual([["", '"Sweden Central" is not the short form; write swedencentral']]);
  expect(problem("EastUS2")).toEqual([["", '"EastUS2" is not the short form; write eastus2']]);
});

test("a slip is refused with the regions that begin alike", () => {
  expect(problem("swedencentrall")).toEqual([
    ["", `"swedencentrall" is not a region of Azure's public cloud; did you mean swedencentral, swedensouth?`],
  ]);
  expect(problem("atlantis")).toEqual([
    ["", `"atlantis" is not a region of Azure's public cloud; for example swedencentral`],
  ]);
});

test("what is no name at all is refused", () => {
  for (const nothing of [undefined, null, ""])
    expect(problem(nothing)).toEqual([["", "missing; the region, for example swedencentral"]]);
  expect(problem(7)).toEqual([["", "7 is not a region's name, for example swedencentral"]]);
});

test("regions of other clouds are refused", () => {
  expect(problem("usgovvirginia")).toHaveLength(1);
  expect(problem("chinaeast2")).toHaveLength(1);
});
