import { nameOf, synthesise } from "../../sdk";
import { typeRow } from "../../types";
import { markSecrets, type Properties, revealAll, textOf } from "../../values";
import { mergeOver, stableUuid, type World, type WorldResource } from "../../world";
import type { AzureType } from "./azure-type";

/** What a resource says of itself once it exists: its inputs, what the model's row adds, and plausible values for the rest. */
export function outputsOf(
  world: World,
  type: AzureType,
  id: string,
  inputs: Properties,
  added: Properties,
): Properties {
  const { token, row, armType } = type;
  const plain = revealAll(inputs);
  const echoed = Object.fromEntries(Object.entries(plain).filter(([name]) => row.outputs[name] !== undefined));
  const modelled = typeRow(armType) !== undefined;
  if (!modelled) world.unmodelledTypes.add(`azure-native:${token.module}:${token.name}`);
  const always: Properties = { name: nameOf(id), ...(echoed.type === undefined ? { type: armType } : {}) };
  if (row.outputs.provisioningState !== undefined) always.provisioningState = "Succeeded";
  if (type.version !== undefined && row.outputs.azureApiVersion !== undefined) always.azureApiVersion = type.version;
  const known = mergeOver(added, { ...echoed, ...always, ...namesGiven(row.outputs, echoed, added) });
  const subject = {
    name: nameOf(id),
    location: textOf(plain.location) ?? "",
    uuid: (purpose: string) => stableUuid(id.toLowerCase(), purpose),
    now: world.clock.iso(),
  };
  const outputs = synthesise(token.module, row.outputs, known, subject, !modelled);
  delete outputs.id;
  return outputs;
}

/** A service's own word on a resource's name (a record set's, a database's) wins over the id's last segment. */
function namesGiven(shapes: Readonly<Record<string, string>>, echoed: Properties, added: Properties): Properties {
  const given = added.name;
  return shapes.name !== undefined && given !== undefined && echoed.name === undefined ? { name: given } : {};
}

/** A resource's outputs as they travel: with the secret marks that its row asks for. */
export function wireOutputs(resource: WorldResource): Properties {
  return markSecrets(resource.properties, resource.sensitive);
}
