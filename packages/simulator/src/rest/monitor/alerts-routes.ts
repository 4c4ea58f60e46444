import { objectOf, textOf } from "../../values";
import { idKey, type WorldResource } from "../../world";
import { checkApiVersion } from "../arm/api-versions";
import type { DoorContext } from "../door-context";
import type { RestAnswer, RestRequest } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import type { Principal } from "../identity/tokens";
import type { Call } from "../surface";
import { alertBody, alertsIn, changeState } from "./alerts";

const ALERTS = "Microsoft.AlertsManagement/alerts";
const PATH = /^(.*)\/providers\/Microsoft\.AlertsManagement\/alerts(?:\/([^/]+)(?:\/(changestate|history))?)?$/i;

/** Azure's own limit for a page, and what it gives when none is asked for. */
const PAGE = 250;

const DAY = 86_400_000;
const RANGES: Readonly<Record<string, number>> = { "1h": DAY / 24, "1d": DAY, "7d": 7 * DAY, "30d": 30 * DAY };

/** Filters of the list, and the essential that each is about. */
const FILTERS = [
  "targetResource",
  "targetResourceType",
  "targetResourceGroup",
  "monitorService",
  "monitorCondition",
  "severity",
  "alertState",
  "alertRule",
] as const;

/** Answers what Azure Monitor's alerts are asked; undefined for a path that is about something else. */
export function answerAlerts(
  context: DoorContext,
  request: RestRequest,
  call: Call,
  principal: Principal,
): RestAnswer | undefined {
  const [matched, rawScope = "", id, action] = PATH.exec(request.path) ?? [];
  if (matched === undefined) return undefined;
  const scope = decodeURI(rawScope);
  const { world, authorizer } = context;
  checkApiVersion(request.query.get("api-version"), ALERTS);
  const isChange = action?.toLowerCase() === "changestate" && request.method === "POST";
  authorizer.demand(call, principal, { action: isChange ? `${ALERTS}/changestate/action` : `${ALERTS}/read`, scope });
  if (id === undefined) return list(context, request, scope);
  const alert = world.resources(ALERTS).find((each) => idKey(each.id).endsWith(`/${id.toLowerCase()}`));
  if (alert === undefined) throw new RestRefusal(404, "NotFound", `There is no alert '${id}'.`);
  if (isChange) {
    changeState(world, alert, request.query.get("newState") ?? "", principal.objectId);
    return { status: 200, body: alertBody(alert) };
  }
  if (action !== undefined) throw new RestRefusal(404, "NotFound", "The history of alerts is not simulated.");
  return { status: 200, body: alertBody(alert) };
}

function list(context: DoorContext, request: RestRequest, scope: string): RestAnswer {
  const { world, pages } = context;
  const range = RANGES[request.query.get("timeRange") ?? "1d"];
  if (range === undefined)
    throw new RestRefusal(400, "BadRequest", `The timeRange is not one of ${Object.keys(RANGES).join(", ")}.`);
  const since = world.clock.now().getTime() - range;
  const fits = ({ properties }: WorldResource) => {
    const essentials = objectOf(properties.essentials);
    const moment = textOf(essentials.lastModifiedDateTime) ?? "";
    if (new Date(moment).getTime() < since) return false;
    return FILTERS.every((name) => {
      const asked = request.query.get(name);
      return asked === null || textOf(essentials[name])?.toLowerCase() === asked.toLowerCase();
    });
  };
  return pages.answer(request, {
    origin: context.origin(),
    size: Math.min(Number(request.query.get("pageCount") ?? PAGE) || PAGE, PAGE),
    ids: () =>
      alertsIn(world, scope)
        .filter(fits)
        .map(({ id }) => id),
    show: (id) => {
      const alert = world.resource(id);
      return alert === undefined ? undefined : alertBody(alert);
    },
  });
}
