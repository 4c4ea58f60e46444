import type { Refusal, WorldResource } from "../../world";
import type { DoorContext } from "../door-context";
import type { RestAnswer, RestRequest } from "../http/exchange";
import type { Call } from "../surface";

/** One request to a service's own data plane. */
export interface ServiceRequest {
  context: DoorContext;
  request: RestRequest;
  call: Call;
  resource: WorldResource;
  /** Path after the service's address, such as `/openai/models`. */
  path: string;
  /** The keys of a resource that open it right now, by slot. */
  keysOf: (resource: WorldResource) => Map<string, string>;
}

/** What a service's data plane answers. It opens for the keys that live, and for tokens where the service takes them. */
export interface ServicePlane {
  /** ARM type of the resource that has it. */
  armType: string;
  answer: (request: ServiceRequest) => RestAnswer;
  /** How the service writes a refusal; Azure Resource Manager's envelope when left out. */
  refused?: (refusal: Refusal) => RestAnswer;
}

/** The slot whose key was presented, if it lives. */
export function slotOf(keys: ReadonlyMap<string, string>, presented: string | undefined): string | undefined {
  if (presented === undefined || presented === "") return undefined;
  return [...keys].find(([, value]) => value === presented)?.[0];
}
