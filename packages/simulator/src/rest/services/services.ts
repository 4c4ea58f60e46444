import { armTypeOf } from "../../sdk";
import type { World, WorldResource } from "../../world";
import type { DoorContext } from "../door-context";
import type { RestAnswer, RestRequest } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import type { Call, Surface } from "../surface";
import { apiManagementPlane } from "./api-management";
import { cognitiveServicesPlane } from "./cognitive-services";
import { cosmosPlane } from "./cosmos";
import { eventGridPlanes, messagingPlanes } from "./messaging";
import { componentPlane, workspacePlane } from "./monitoring";
import type { FrontEnds } from "./propagation";
import { searchPlane } from "./search";
import type { ServicePlane } from "./service-plane";
import { storagePlane } from "./storage";

/** Where data planes are behind the door: `/services<resource id>/…`. */
export const SERVICES = "services";

/** Every data plane. A new service is a new file and a line here. */
const planes: readonly ServicePlane[] = [
  cognitiveServicesPlane,
  searchPlane,
  storagePlane,
  cosmosPlane,
  ...messagingPlanes,
  ...eventGridPlanes,
  apiManagementPlane,
  workspacePlane,
  componentPlane,
];

const byType: ReadonlyMap<string, ServicePlane> = new Map(planes.map((plane) => [plane.armType.toLowerCase(), plane]));

/** The services' own data planes, one address for each resource. */
export class Services implements Surface {
  constructor(
    private readonly context: DoorContext,
    private readonly frontEnds: FrontEnds,
  ) {}

  async answer(request: RestRequest, call: Call): Promise<RestAnswer> {
    const { resource, plane, path } = this.find(request.path.slice(SERVICES.length + 1));
    try {
      return plane.answer({ context: this.context, request, call, resource, path, keysOf: this.frontEnds.next() });
    } catch (error) {
      if (plane.refused === undefined || !(error instanceof RestRefusal)) throw error;
      call.code = error.code;
      return plane.refused(error);
    }
  }

  /** The resource that a path begins with, and what of it is the service's own. */
  private find(path: string): { resource: WorldResource; plane: ServicePlane; path: string } {
    const segments = path.split("/");
    for (let end = 1; end <= segments.length; end += 1) {
      const resource = this.context.world.resource(decodeURI(segments.slice(0, end).join("/")));
      const plane = resource === undefined ? undefined : byType.get(resource.armType.toLowerCase());
      if (resource !== undefined && plane !== undefined) {
        return { resource, plane, path: `/${segments.slice(end).join("/")}` };
      }
    }
    throw new RestRefusal(
      404,
      "ServiceNotFound",
      `No service with a data plane is at ${path}; its host name would not resolve.`,
    );
  }
}

/**
 * The resource whose data plane takes a resource's keys: the resource itself, or the service or namespace around it.
 *
 * @throws Error when there is none.
 */
export function serviceOf(world: World, id: string): WorldResource {
  const segments = id.split("/");
  for (let end = segments.length; end > 0; end -= 1) {
    const resource = world.resource(segments.slice(0, end).join("/"));
    if (resource !== undefined && byType.has(resource.armType.toLowerCase())) return resource;
  }
  const served = planes.map(({ armType }) => armType).join(", ");
  throw new Error(
    `${armTypeOf(id)} ${id} is not in this world or has no simulated data plane; these have one: ${served}`,
  );
}
