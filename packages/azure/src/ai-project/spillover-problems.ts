import type { Problem } from "@ringfence/core/problems";
import { spilloverCircle } from "./deployment-order";
import { deploymentSkus } from "./deployment-sku";
import type { ModelDeploymentArgs } from "./model-deployment";

/** Everything wrong with where deployments send what they cannot take. */
export function spilloverProblems(rows: readonly ModelDeploymentArgs[]): Problem[] {
  const circle = spilloverCircle(rows);
  return rows.flatMap((row, index) => {
    const problem = spilloverProblem(row, rows, circle);
    return problem === undefined ? [] : [{ path: `[${index}].spilloverTo`, problem }];
  });
}

function spilloverProblem(
  row: ModelDeploymentArgs,
  rows: readonly ModelDeploymentArgs[],
  circle: readonly string[] | undefined,
): string | undefined {
  const { spilloverTo, sku, model, version } = row;
  if (spilloverTo === undefined) return undefined;
  const target = rows.find(({ name }) => name === spilloverTo);
  const given = JSON.stringify(spilloverTo);
  if (!target) return `${given} is none of the deployments ${rows.map(({ name }) => name).join(", ")}`;
  if (circle?.includes(row.name)) return `spills over in a circle: ${circle.join(" → ")}`;
  const into = deploymentSkus[sku]?.spillsInto;
  if (into === undefined) return `${sku} does not spill over; only provisioned throughput does`;
  if (target.sku !== into)
    return `${given} is ${target.sku}; ${sku} spills into ${into}, which processes in the same place`;
  if (target.model !== model) return `${given} is ${target.model}; callers of ${row.name} expect ${model}`;
  if (target.version !== version)
    return `${given} has version ${target.version}; callers of ${row.name} expect ${version}`;
  return undefined;
}
