import type { Properties } from "../../values";
import type { World, WorldResource } from "../../world";
import type { RestAnswer, RestRequest } from "../http/exchange";

/** What an action is told. */
export interface ActionCall {
  world: World;
  resource: WorldResource;
  /** The request's body; empty where none was sent. */
  body: Properties;
  /** What stands in the path after the action's name. */
  argument: string;
  request: RestRequest;
}

/** One action of Azure Resource Manager on a resource, besides reading, writing and deleting it. */
export interface ArmAction {
  /** ARM type of the resource it is on. */
  armType: string;
  /** Name in the path, such as `listKeys`. */
  name: string;
  /** `POST` when left out. */
  method?: "POST" | "GET" | "DELETE";
  /** Whether one more segment follows the name, such as the kind of key. */
  hasArgument?: boolean;
  /** What it needs; `<type>/<name>/action` when left out. */
  permission?: string;
  /** @throws Refusal as the service would. */
  run: (call: ActionCall) => RestAnswer;
}

/** 200 with a body. */
export function ok(body: Properties): RestAnswer {
  return { status: 200, body };
}
