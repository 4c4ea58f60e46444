import { isListedModel, provisionedMinimum, quotaOf, regionsOf, retirementOf, versionsOf } from "../models";
import { objectOf, textOf } from "../values";
import type { Refusal } from "../world/refusal";
import type { WorldResource } from "../world/resource";
import { badRequest } from "./refusals";
import type { PutContext } from "./row";

const DEPLOYMENTS = "Microsoft.CognitiveServices/accounts/deployments";

const skus = [
  "Standard",
  "GlobalStandard",
  "DataZoneStandard",
  "GlobalBatch",
  "DataZoneBatch",
  "DeveloperTier",
  "ProvisionedManaged",
  "GlobalProvisionedManaged",
  "DataZoneProvisionedManaged",
];

/** What is deployed, as the refusals speak of it. */
interface Wanted {
  model: string;
  version: string | undefined;
  sku: string;
  capacity: number;
}

/**
 * Why Azure would not deploy a model: no such SKU, model, version or region; retired; a content filter or spillover
 * target that does not exist; too few units; quota used up. Models that the dated tables do not list are let through.
 */
export function deploymentRefusal(context: PutContext): Refusal | undefined {
  const { inputs, existing } = context;
  const properties = objectOf(inputs.properties);
  const model = objectOf(properties.model);
  const wanted: Wanted = {
    model: textOf(model.name) ?? "",
    version: textOf(model.version),
    sku: textOf(objectOf(inputs.sku).name) ?? "Standard",
    capacity: Number(objectOf(inputs.sku).capacity ?? 1),
  };
  const isOpenAi = (textOf(model.format) ?? "OpenAI") === "OpenAI";
  return (
    unknownSku(wanted) ??
    (isOpenAi
      ? (modelRefusal(context, wanted, existing === undefined) ?? capacityRefusal(context, wanted))
      : undefined) ??
    missingFilter(context, textOf(properties.raiPolicyName)) ??
    missingSpillover(context, textOf(properties.spilloverDeploymentName))
  );
}

function unknownSku({ sku, model }: Wanted): Refusal | undefined {
  if (skus.includes(sku)) return undefined;
  return badRequest(
    "InvalidResourceProperties",
    `The specified SKU '${sku}' of account deployment is not supported by the model '${model}'.`,
  );
}

function modelRefusal({ world, parent, location }: PutContext, wanted: Wanted, isNew: boolean): Refusal | undefined {
  const { model, version, sku } = wanted;
  if (!isListedModel(model)) return undefined;
  const named = `Format: OpenAI, Name: ${model}, Version: ${version ?? ""}`;
  if (version !== undefined && !versionsOf(model).includes(version)) {
    return badRequest("DeploymentModelNotSupported", `The model '${named}' of account deployment is not supported.`);
  }
  const current = version ?? versionsOf(model).at(-1) ?? "";
  const retirement = retirementOf(model, current);
  if (isNew && retirement !== undefined && retirement <= world.clock.iso().slice(0, 10)) {
    return badRequest("ServiceModelDeprecated", `The model '${named}' has been deprecated since ${retirement}.`);
  }
  const region = location || (textOf(parent?.properties.location) ?? "").toLowerCase().replaceAll(" ", "");
  const regions = regionsOf(model, current, sku);
  if (regions !== undefined && region !== "" && !regions.includes(region)) {
    return badRequest(
      "InvalidResourceProperties",
      `The specified SKU '${sku}' for model '${model} ${current}' is not supported in this region '${region}'.`,
    );
  }
  return undefined;
}

function capacityRefusal(context: PutContext, wanted: Wanted): Refusal | undefined {
  const { model, sku, capacity } = wanted;
  const minimum = /Provisioned/.test(sku) ? provisionedMinimum(model, sku) : undefined;
  if (minimum !== undefined && (capacity < minimum.min || (capacity - minimum.min) % minimum.increment !== 0)) {
    return badRequest(
      "InvalidResourceProperties",
      `The capacity ${capacity} of SKU '${sku}' for model '${model}' is not valid: at least ${minimum.min}, in steps of ${minimum.increment}.`,
    );
  }
  const limit = quotaOf(model, sku, context.world.quotaTier);
  if (limit === undefined) return undefined;
  const used = context.world
    .resources(DEPLOYMENTS)
    .filter((each) => each.id.toLowerCase() !== context.id.toLowerCase() && counts(each, wanted, context))
    .reduce((sum, each) => sum + Number(objectOf(each.inputs.sku).capacity ?? 1), 0);
  if (used + capacity <= limit) return undefined;
  const quota = `Tokens Per Minute (thousands) - ${model} - ${sku}`;
  return badRequest(
    "InsufficientQuota",
    `This operation require ${capacity} new capacity in quota ${quota}, which is bigger than the current available ` +
      `capacity ${limit - used}. The current quota usage is ${used} and the quota limit is ${limit} for quota ${quota}.`,
  );
}

/** Quota is counted over all accounts of a subscription in one region. */
function counts(other: WorldResource, wanted: Wanted, { world, parent }: PutContext): boolean {
  if (textOf(objectOf(objectOf(other.inputs.properties).model).name) !== wanted.model) return false;
  if ((textOf(objectOf(other.inputs.sku).name) ?? "Standard") !== wanted.sku) return false;
  const account = world.resource(other.id.split("/").slice(0, -2).join("/"));
  return textOf(account?.properties.location) === textOf(parent?.properties.location);
}

function missingFilter({ world, parent }: PutContext, policy: string | undefined): Refusal | undefined {
  if (policy === undefined || /^Microsoft\./i.test(policy) || parent === undefined || parent.assumed === true)
    return undefined;
  if (world.resource(`${parent.id}/raiPolicies/${policy}`) !== undefined) return undefined;
  return badRequest("InvalidResourceProperties", `The RaiPolicy '${policy}' of account deployment does not exist.`);
}

function missingSpillover({ world, parent }: PutContext, target: string | undefined): Refusal | undefined {
  if (target === undefined || parent === undefined || parent.assumed === true) return undefined;
  if (world.resource(`${parent.id}/deployments/${target}`) !== undefined) return undefined;
  return badRequest("InvalidResourceProperties", `The spillover deployment '${target}' does not exist on the account.`);
}
