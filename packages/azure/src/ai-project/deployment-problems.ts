import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { DataSensitivity } from "@ringfence/core/tags";
import { reasonProblems } from "../openings/opening";
import { rowProblems } from "../refuse/rows";
import { wholeNumberProblem } from "../refuse/whole-number";
import type { RingContext } from "../ring/context";
import { DeploymentSku, deploymentSkus } from "./deployment-sku";
import { evidenceProblems } from "./evidence-problems";
import { type ModelDeploymentArgs, ModelOpening, ModelUpgrade } from "./model-deployment";

/** Microsoft.CognitiveServices/accounts/deployments; the pattern of the account's other children, length as in the portal. */
const DEPLOYMENT_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{1,63}$/;

/** Whether a deployment's row names an opening. */
export function opens({ openings }: ModelDeploymentArgs, opening: ModelOpening): boolean {
  return Array.isArray(openings) && openings.some((each) => each?.opening === opening);
}

/**
 * Everything wrong with one deployment in itself and in its ring; not what the other deployments have to do with it.
 * No evaluation ends after `today`.
 */
export function deploymentProblems(row: ModelDeploymentArgs, ring: RingContext, today: Date): Problem[] {
  const { name, model, version, sku, capacity, upgrade } = row;
  const problems: Problem[] = [];
  const refuse = (path: keyof ModelDeploymentArgs, problem: string) => problems.push({ path, problem });
  if (name === undefined) refuse("name", "missing; callers send it to say which deployment they want");
  else if (!DEPLOYMENT_NAME.test(name))
    refuse("name", `${JSON.stringify(name)} is not 2 to 64 letters, digits, "_", "." and "-", a letter or digit first`);
  if (!model) refuse("model", "missing; for example gpt-5.4");
  if (!version && ring.settings.pinsModelVersions) refuse("version", `missing; ${ring.ring} pins model versions`);
  if (!Object.values(DeploymentSku).includes(sku)) refuse("sku", notOneOf(sku, Object.values(DeploymentSku)));
  const inCapacity = wholeNumberProblem(capacity, 1, Number.POSITIVE_INFINITY, capacityUnit(sku));
  if (inCapacity !== undefined) refuse("capacity", inCapacity);
  if (upgrade !== undefined && !Object.values(ModelUpgrade).includes(upgrade))
    refuse("upgrade", notOneOf(upgrade, Object.values(ModelUpgrade)));
  if (upgrade === ModelUpgrade.WhenDefaultChanges && ring.settings.pinsModelVersions)
    refuse(
      "upgrade",
      `${upgrade} lets Azure change the version; ${ring.ring} pins model versions: ${ModelUpgrade.WhenRetired} or ${ModelUpgrade.Never}`,
    );
  return [
    ...problems,
    ...residencyProblems(row, ring),
    ...under("openings", openingProblems(row)),
    ...under("evidence", evidenceProblems(row.evidence, ring, today)),
  ];
}

function capacityUnit(sku: DeploymentSku): string {
  return deploymentSkus[sku]?.provisioned ? "provisioned throughput units" : "thousands of tokens a minute";
}

const STAYS_HOME: readonly DataSensitivity[] = [DataSensitivity.Confidential, DataSensitivity.Restricted];

function residencyProblems(row: ModelDeploymentArgs, { tags: { dataSensitivity } }: RingContext): Problem[] {
  const leaves = deploymentSkus[row.sku]?.processedIn === "world" && STAYS_HOME.includes(dataSensitivity);
  if (!leaves || opens(row, ModelOpening.GlobalProcessing)) return [];
  const problem =
    `${row.sku} may process ${dataSensitivity} data anywhere in the world; ` +
    `choose a data zone or regional SKU, or name the opening "${ModelOpening.GlobalProcessing}" with its reason`;
  return [{ path: "sku", problem }];
}

function openingProblems({ openings }: ModelDeploymentArgs): Problem[] {
  return rowProblems(openings, ["opening"], ({ opening, reason }, earlier) => {
    const problems = reasonProblems("reason", reason);
    if (!Object.values(ModelOpening).includes(opening))
      problems.push({ path: "opening", problem: notOneOf(opening, Object.values(ModelOpening)) });
    else if (earlier.some((each) => each.opening === opening))
      problems.push({ path: "opening", problem: `"${opening}" is in the list twice` });
    return problems;
  });
}
