import type { Properties, Value } from "../../../values";
import { textOf } from "../../../values";
import { accessKey, type NamedKey, namedKeys, type WorldResource, withNamedKey, withoutNamedKey } from "../../../world";
import { RestRefusal } from "../../http/rest-refusal";
import { type ArmAction, ok } from "../action";

const WORKSPACE = "Microsoft.OperationalInsights/workspaces";
const COMPONENT = "Microsoft.Insights/components";

/** Shared keys of Log Analytics workspaces and API keys of Application Insights components. */
export const monitoringActions: readonly ArmAction[] = [
  {
    armType: WORKSPACE,
    name: "sharedKeys",
    permission: `${WORKSPACE}/sharedkeys/action`,
    run: ({ resource }) => ok(sharedKeys(resource)),
  },
  {
    armType: WORKSPACE,
    name: "regenerateSharedKey",
    permission: `${WORKSPACE}/regeneratesharedkey/action`,
    run: ({ world, resource }) => {
      for (const slot of ["primary", "secondary"]) world.regenerateKey(resource.id, slot);
      return ok(sharedKeys(resource));
    },
  },
  {
    armType: COMPONENT,
    name: "ApiKeys",
    method: "GET",
    permission: `${COMPONENT}/ApiKeys/Read`,
    run: ({ resource }) => ok({ value: namedKeys(resource).map((key) => apiKey(resource, key)) }),
  },
  {
    armType: COMPONENT,
    name: "ApiKeys",
    permission: `${COMPONENT}/ApiKeys/Action`,
    run: ({ world, resource, body }) => {
      const name = textOf(body.name) ?? "";
      if (namedKeys(resource).some((key) => key.name === name)) {
        throw new RestRefusal(409, "Conflict", `An API key named '${name}' exists already.`);
      }
      const more: Properties = {
        linkedReadProperties: listOf(body.linkedReadProperties),
        linkedWriteProperties: listOf(body.linkedWriteProperties),
      };
      const { state, key } = withNamedKey(resource, name, world.clock.iso(), more);
      world.setState(resource.id, state);
      return ok({ ...apiKey(resource, key), apiKey: key.value });
    },
  },
  {
    armType: COMPONENT,
    name: "ApiKeys",
    method: "GET",
    hasArgument: true,
    permission: `${COMPONENT}/ApiKeys/Read`,
    run: ({ resource, argument }) => ok(apiKey(resource, known(resource, argument))),
  },
  {
    armType: COMPONENT,
    name: "ApiKeys",
    method: "DELETE",
    hasArgument: true,
    permission: `${COMPONENT}/ApiKeys/Delete`,
    run: ({ world, resource, argument }) => {
      const key = known(resource, argument);
      world.setState(resource.id, withoutNamedKey(resource, key.id));
      return ok(apiKey(resource, key));
    },
  },
];

function sharedKeys(workspace: WorldResource) {
  return { primarySharedKey: accessKey(workspace, "primary"), secondarySharedKey: accessKey(workspace, "secondary") };
}

function known(component: WorldResource, id: string): NamedKey {
  const key = namedKeys(component).find((each) => each.id === id);
  if (key !== undefined) return key;
  throw new RestRefusal(404, "NotFound", `There is no API key '${id}'.`);
}

/** The value is given once, to whoever creates it. */
function apiKey(component: WorldResource, { id, name, createdAt, more }: NamedKey): Properties {
  return { id: `${component.id}/apikeys/${id}`, name, createdDate: new Date(createdAt).toUTCString(), ...more };
}

function listOf(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : [];
}
