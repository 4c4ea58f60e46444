import { allOf, durationSeconds, fails, holds, type Judgement, resourceRule, type Value } from "../../rule";
import { whereKind } from "./compute-kind";

export const scaleLimits = resourceRule({
  id: "ml-compute-scale-limits",
  title: "Compute clusters grow and wait within limits",
  covers: ["ALZ-Deny-MachineLearning-ComputeCluster-Scale"],
  requirements: ["OE-R13"],
  severity: "medium",
  appliesTo: "machinelearningservices:Compute",
  config: {
    maxNodeCount: {
      type: "integer",
      minimum: 0,
      default: 10,
      description: "The most that maxNodeCount may be; 10, as Azure Landing Zones have it",
    },
    minNodeCount: {
      type: "integer",
      minimum: 0,
      default: 0,
      description: "The most that minNodeCount may be; 0, as Azure Landing Zones have it",
    },
    maxIdleSeconds: {
      type: "integer",
      minimum: 0,
      default: 900,
      description: "Seconds that a node may wait for work; 900, as Azure Landing Zones have it",
    },
  },
  holds: (compute, { config }) =>
    whereKind(compute, ["AmlCompute"], () => {
      const scale = compute.at("properties.properties.scaleSettings");
      return allOf(
        scale.at("maxNodeCount").isAtMost(config.maxNodeCount, " nodes"),
        scale.at("minNodeCount").isAtMost(config.minNodeCount, " nodes"),
        waitsAtMost(scale.at("nodeIdleTimeBeforeScaleDown"), config.maxIdleSeconds),
      );
    }),
  fix: "Set maxNodeCount, minNodeCount and nodeIdleTimeBeforeScaleDown, an ISO 8601 duration such as PT5M, in properties.properties.scaleSettings.",
  why: "A loop in somebody's pipeline asks for as many nodes as it may have, and pays for each until it gives up waiting.",
});

function waitsAtMost(idle: Value, seconds: number): Judgement {
  const must = `must be an ISO 8601 duration of at most ${seconds} seconds`;
  return idle.judge((given) => {
    if (given === undefined) return fails(idle.path, `missing; ${must}`);
    const waits = durationSeconds(given);
    return waits !== undefined && waits <= seconds ? holds : fails(idle.path, must);
  });
}
