import { nameOf } from "../../sdk";
import { objectOf, type Properties, textOf } from "../../values";
import { idKey, stableUuid, type World, type WorldResource } from "../../world";
import { RestRefusal } from "../http/rest-refusal";

const ALERTS = "Microsoft.AlertsManagement/alerts";

/** What an alert says. Names and values are those of Azure's `essentials`. */
export interface RaisedAlert {
  /** Id of the alert rule, or its name. */
  alertRule: string;
  /** Id of the resource it is about. */
  targetResource: string;
  /** `Sev0` to `Sev4`; `Sev3` when left out. */
  severity?: string;
  /** `Fired`, the default, or `Resolved`. */
  monitorCondition?: string;
  /** `Platform` when left out. */
  monitorService?: string;
  /** `Metric`, the default, `Log` or `Unknown`. */
  signalType?: string;
  description?: string;
  /** What the alert says besides, such as dimensions: the alert's `context`. */
  context?: Properties;
  /** When it fired, ISO 8601; the world's time when left out. */
  startDateTime?: string;
}

/** Raises an alert, or changes one that the same rule raised for the same resource and that is not resolved yet. */
export function raiseAlert(world: World, alert: RaisedAlert): Properties {
  if (typeof alert.alertRule !== "string" || typeof alert.targetResource !== "string") {
    throw new Error("an alert says which alertRule raised it and which targetResource it is about");
  }
  const open = alertsIn(world, "").find(({ properties }) => {
    const { alertRule, targetResource, monitorCondition } = objectOf(properties.essentials);
    return alertRule === alert.alertRule && targetResource === alert.targetResource && monitorCondition === "Fired";
  });
  const now = world.clock.iso();
  const number = String(world.resources(ALERTS).length);
  const name =
    open === undefined ? stableUuid("alert", alert.alertRule, alert.targetResource, number) : nameOf(open.id);
  const [, subscription = world.identity.subscriptionId, group = ""] =
    /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?/i.exec(alert.targetResource) ?? [];
  const before = objectOf(open?.properties.essentials);
  const condition = alert.monitorCondition ?? "Fired";
  const essentials: Properties = {
    severity: alert.severity ?? before.severity ?? "Sev3",
    signalType: alert.signalType ?? before.signalType ?? "Metric",
    alertState: before.alertState ?? "New",
    monitorCondition: condition,
    targetResource: alert.targetResource,
    targetResourceName: nameOf(alert.targetResource).toLowerCase(),
    targetResourceGroup: group.toLowerCase(),
    targetResourceType: typeOf(alert.targetResource),
    monitorService: alert.monitorService ?? before.monitorService ?? "Platform",
    alertRule: alert.alertRule,
    sourceCreatedId: `${name}_${alert.alertRule}`,
    startDateTime: alert.startDateTime ?? before.startDateTime ?? now,
    lastModifiedDateTime: now,
    lastModifiedUserName: "System",
    ...(condition === "Resolved" ? { monitorConditionResolvedDateTime: now } : {}),
    ...(alert.description === undefined ? {} : { description: alert.description }),
  };
  const id = `/subscriptions/${subscription}/providers/${ALERTS}/${name}`;
  const context = alert.context ?? objectOf(open?.properties.context);
  world.keep(id, ALERTS, {}, { name, essentials, context, egressConfig: {} }, []);
  return alertBody({ id, properties: { name, essentials, context, egressConfig: {} } });
}

/** The alerts of what is inside a scope, those changed last first. */
export function alertsIn(world: World, scope: string): WorldResource[] {
  const key = idKey(scope);
  return world
    .resources(ALERTS)
    .filter(({ properties }) => {
      const target = idKey(textOf(objectOf(properties.essentials).targetResource) ?? "");
      return target === key || target.startsWith(`${key}/`);
    })
    .reverse()
    .sort((a, b) => modified(b).localeCompare(modified(a)));
}

/**
 * Changes an alert's state, as somebody does who has seen it.
 *
 * @throws RestRefusal 400 for a state that there is not.
 */
export function changeState(world: World, alert: WorldResource, state: string, who: string): WorldResource {
  if (!["New", "Acknowledged", "Closed"].includes(state)) {
    throw new RestRefusal(400, "BadRequest", `The new state '${state}' is not New, Acknowledged or Closed.`);
  }
  const essentials = objectOf(alert.properties.essentials);
  world.alter(alert.id, {
    essentials: {
      ...essentials,
      alertState: state,
      lastModifiedDateTime: world.clock.iso(),
      lastModifiedUserName: who,
    },
  });
  return alert;
}

/** An alert as Azure Resource Manager writes it. */
export function alertBody({ id, properties }: Pick<WorldResource, "id" | "properties">): Properties {
  const { name, ...shown } = properties;
  return { properties: shown, id, type: ALERTS, name: name ?? nameOf(id) };
}

function modified({ properties }: WorldResource): string {
  return textOf(objectOf(properties.essentials).lastModifiedDateTime) ?? "";
}

function typeOf(id: string): string {
  const [, namespace = "", type = ""] = /\/providers\/([^/]+)\/([^/]+)\/[^/]+$/i.exec(id) ?? [];
  return `${namespace}/${type}`.toLowerCase();
}
