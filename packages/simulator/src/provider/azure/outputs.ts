import { armTypeOf, nameOf, synthesise } from "../../sdk";
import { typeRow } from "../../types";
import { markSecrets, mergeOver, type Properties, revealAll, textOf } from "../../values";
import { managedIdentity, stableUuid, type World, type WorldResource } from "../../world";
import type { AzureType } from "./azure-type";

/**
 * What a resource says of itself once it exists: its inputs, what the model's row adds, and plausible values for the
 * rest; of a resource whose inputs nobody here knows, also for whole objects.
 */
export function outputsOf(
  world: World,
  type: AzureType,
  id: string,
  inputs: Properties,
  added: Properties,
  unknownInputs = false,
): Properties {
  const { token, row, armType } = type;
  const plain = revealAll(inputs);
  const echoed = Object.fromEntries(Object.entries(plain).filter(([name]) => row.outputs[name] !== undefined));
  const modelled = typeRow(armType) !== undefined;
  if (!modelled) world.unmodelledTypes.add(`azure-native:${token.module}:${token.name}`);
  const always: Properties = { name: added.name ?? nameOf(id), type: added.type ?? armTypeOf(id) };
  if (row.outputs.provisioningState !== undefined) always.provisioningState = "Succeeded";
  if (type.version !== undefined && row.outputs.azureApiVersion !== undefined) always.azureApiVersion = type.version;
  const subject = {
    name: nameOf(id),
    location: textOf(plain.location) ?? "",
    uuid: (purpose: string) =>
      purpose === "tenantId" ? world.identity.tenantId : stableUuid(id.toLowerCase(), purpose),
    now: world.clock.iso(),
  };
  if (row.outputs.systemData !== undefined) always.systemData = systemData(world);
  const own = Object.fromEntries(Object.entries(added).filter(([name]) => row.outputs[name] !== undefined));
  const withIdentity =
    echoed.identity === undefined ? own : { identity: managedIdentity(world, echoed.identity, subject.uuid), ...own };
  const known = mergeOver(withIdentity, { ...always, ...echoed });
  const outputs = synthesise(token.module, row.outputs, known, subject, !modelled || unknownInputs);
  delete outputs.id;
  return outputs;
}

function systemData(world: World): Properties {
  const [by, at] = [world.identity.clientId, world.clock.iso()];
  return {
    createdBy: by,
    createdByType: "Application",
    createdAt: at,
    lastModifiedBy: by,
    lastModifiedByType: "Application",
    lastModifiedAt: at,
  };
}

/** A resource's outputs as they travel: with the secret marks that its row asks for. */
export function wireOutputs(resource: WorldResource): Properties {
  return markSecrets(resource.properties, resource.sensitive);
}
