import { OpenSloRefused, toOpenSlo } from "@ringfence/core/levels";
import { openSloObjectives } from "../../src/levels/open-slo";
import { ServiceLevels } from "../../src/levels/service-levels";
import { recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";
import { levelsArgs } from "./levels-args";

const args = levelsArgs(ringContextOf("prod"));
const yaml = toOpenSlo("claims-assistant", args.objectives);

async function rulesOf(objectives: typeof args.objectives): Promise<unknown[]> {
  const ring = ringContextOf("prod");
  const { resources } = await recordResources(() => {
    new ServiceLevels("levels", { ...args, ring, objectives });
  });
  return resources
    .filter(({ type }) => type.endsWith(":ScheduledQueryRule"))
    .map(({ name, inputs }) => [name, inputs.criteria, inputs.windowSize, inputs.evaluationFrequency]);
}

test("objectives that went through OpenSLO make the same alert rules", async () => {
  expect(await rulesOf(openSloObjectives(yaml))).toEqual(await rulesOf(args.objectives));
});

test("of documents of several services one is named", () => {
  const [arrive, quick] = args.objectives;
  if (arrive === undefined || quick === undefined) throw new Error("two objectives are needed");
  const both = `${toOpenSlo("claims", [arrive])}---\n${toOpenSlo("search", [quick]).replaceAll("ring-logs", "search-logs")}`;
  expect(openSloObjectives(both, "search").map(({ name }) => name)).toEqual(["answers-are-quick"]);
  expect(() => openSloObjectives(both)).toThrow("the documents are of several services; name one of claims, search");
  expect(() => openSloObjectives(both, "billing")).toThrow("no SLO is of billing; name one of claims, search");
});

test("what cannot be alerted on is refused with its place", () => {
  expect(() => openSloObjectives(yaml.replace("target: 0.995", "target: 1"))).toThrow(OpenSloRefused);
  expect(() => openSloObjectives(yaml.replace("target: 0.995", "target: 1"))).toThrow("SLO answers-arrive");
});
