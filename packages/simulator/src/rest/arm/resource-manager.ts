import { armTypeOf } from "../../sdk";
import type { World, WorldResource } from "../../world";
import { callerOf, type DoorContext } from "../door-context";
import { jsonBody, type RestAnswer, type RestRequest, segmentsOf } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { audiences } from "../identity/audiences";
import type { Principal } from "../identity/tokens";
import { answerAlerts } from "../monitor/alerts-routes";
import type { Call, Surface } from "../surface";
import { actionAt } from "./actions";
import { checkApiVersion } from "./api-versions";
import { membersOf } from "./collections";
import { type DeletedPath, deletedBody, deletedPath, deletedPermission, gravesAt, purgeDeleted } from "./deleted";
import { notFound } from "./not-found";
import type { Operations } from "./operations";
import { bodyOf } from "./resource-body";
import { classAt, isType } from "./resource-classes";
import { type ArmPath, armPath } from "./resource-path";
import { builtInDefinition, builtInDefinitions } from "./role-definitions";
import { deleteResource, writeResource } from "./writes";

/** Azure Resource Manager over one world. */
export class ResourceManager implements Surface {
  private readonly world: World;

  constructor(
    private readonly context: DoorContext,
    private readonly operations: Operations,
  ) {
    this.world = context.world;
  }

  async answer(request: RestRequest, call: Call): Promise<RestAnswer> {
    const principal = callerOf(this.context, request, call, audiences.resourceManager);
    const segments = segmentsOf(request.path);
    const left = this.context.throttles.resourceManager(request.method, principal.objectId, segments[1] ?? "");
    const answer = await this.routed(request, call, principal, segments);
    return { ...answer, headers: { ...left, ...answer.headers } };
  }

  private async routed(
    request: RestRequest,
    call: Call,
    principal: Principal,
    segments: readonly string[],
  ): Promise<RestAnswer> {
    this.context.subscriptions.refuseChange(request.method, segments[1] ?? "");
    if (request.method === "GET" && segments[0]?.toLowerCase() === "subscriptions" && segments.length <= 2) {
      return this.subscription(request, call, principal, segments[1]);
    }
    const operation = /\/locations\/[^/]+\/(operationStatuses|operationResults)\/([^/]+)$/i.exec(request.path);
    if (operation?.[2] !== undefined) return this.operation(operation[1] ?? "", operation[2]);
    const alerts = answerAlerts(this.context, request, call, principal);
    if (alerts !== undefined) return alerts;
    const named = actionAt(request.method, segments);
    if (named !== undefined) {
      const { action, id, argument } = named;
      checkApiVersion(request.query.get("api-version"), action.armType);
      this.need(call, principal, action.permission ?? `${action.armType}/${action.name}/action`, id);
      const resource = this.existing(id, action.armType);
      return action.run({ world: this.world, resource, body: jsonBody(request), argument, request });
    }
    const deleted = deletedPath(request.method, segments);
    if (deleted !== undefined) return this.deleted(request, call, principal, deleted);
    const path = armPath(request.method, segments);
    refuseUnknownType(path, request);
    checkApiVersion(request.query.get("api-version"), path.armType);
    if (path.kind === "collection") return this.list(request, call, principal, path);
    if (path.kind === "action") throw unknownAction(path);
    return this.resource(request, call, principal, path);
  }

  private async resource(request: RestRequest, call: Call, principal: Principal, path: ArmPath): Promise<RestAnswer> {
    const { id, armType } = path;
    switch (request.method) {
      case "GET":
      case "HEAD":
        this.need(call, principal, `${armType}/read`, id);
        return this.read(id, armType, request.method === "HEAD");
      case "PUT":
      case "PATCH":
        this.need(call, principal, `${armType}/write`, id);
        return writeResource(this.context, this.operations, path, request);
      case "DELETE":
        this.need(call, principal, `${armType}/delete`, id);
        return deleteResource(this.context, this.operations, path);
      default:
        throw new RestRefusal(
          405,
          "MethodNotAllowed",
          `The requested resource does not support http method '${request.method}'.`,
        );
    }
  }

  private read(id: string, armType: string, headOnly: boolean): RestAnswer {
    const builtIn = this.world.resource(id) === undefined ? builtInDefinition(id, armType) : undefined;
    if (builtIn !== undefined) return { status: 200, body: builtIn };
    if (headOnly) return { status: this.world.resource(id) === undefined ? 404 : 204 };
    return { status: 200, body: this.show(this.existing(id, armType)) };
  }

  private list(request: RestRequest, call: Call, principal: Principal, path: ArmPath): RestAnswer {
    this.need(call, principal, `${path.armType}/read`, path.id);
    const members = () => membersOf(this.world, path);
    const builtIn = new Map(builtInDefinitions(request, path.armType).map((role) => [String(role.id), role]));
    return this.context.pages.answer(request, {
      origin: this.context.origin(),
      size: this.context.options.pageSize ?? 100,
      ids: () => [...builtIn.keys(), ...members().map(({ id }) => id)],
      show: (id) => {
        const role = builtIn.get(id);
        if (role !== undefined) return role;
        const resource = this.world.resource(id);
        return resource === undefined ? undefined : this.show(resource);
      },
    });
  }

  private subscription(request: RestRequest, call: Call, principal: Principal, id: string | undefined): RestAnswer {
    checkApiVersion(request.query.get("api-version"), "Microsoft.Resources/subscriptions");
    const { subscriptions } = this.context;
    if (id === undefined)
      return { status: 200, body: { value: subscriptions.ids().map((each) => subscriptions.show(each)) } };
    this.need(call, principal, "Microsoft.Resources/subscriptions/read", `/subscriptions/${id}`);
    return { status: 200, body: subscriptions.show(id) };
  }

  private deleted(request: RestRequest, call: Call, principal: Principal, path: DeletedPath): RestAnswer {
    checkApiVersion(request.query.get("api-version"), path.type.armType);
    this.need(call, principal, deletedPermission(path), path.subscription);
    if (path.purges) return purgeDeleted(this.world, path);
    const graves = gravesAt(this.world, path);
    if (path.name === undefined)
      return { status: 200, body: { value: graves.map((grave) => deletedBody(path, grave)) } };
    const [grave] = graves;
    if (grave === undefined) throw notFound(this.world, `/${path.name}`, path.type.armType);
    return { status: 200, body: deletedBody(path, grave) };
  }

  private operation(kind: string, id: string): RestAnswer {
    if (/status/i.test(kind)) return this.operations.status(id);
    return this.operations.result(id, (resource) => {
      const found = this.world.resource(resource);
      return found === undefined ? undefined : this.show(found);
    });
  }

  private show(resource: WorldResource) {
    const body = bodyOf(classAt(resource.id), resource);
    const state = this.operations.stateOf(resource.id);
    const { properties } = body;
    if (state === undefined || typeof properties !== "object" || properties === null || Array.isArray(properties)) {
      return body;
    }
    return { ...body, properties: { ...properties, provisioningState: state } };
  }

  private existing(id: string, armType: string): WorldResource {
    const resource = this.world.resource(id);
    if (resource === undefined) throw notFound(this.world, id, armType);
    return resource;
  }

  private need(call: Call, principal: Principal, action: string, scope: string): void {
    this.context.authorizer.demand(call, principal, { action, scope });
  }
}

function refuseUnknownType(path: ArmPath, request: RestRequest): void {
  if (isType(path.armType) || /^Microsoft\.Resources\//i.test(path.armType)) return;
  const [namespace = "", ...types] = path.armType.split("/");
  throw new RestRefusal(
    404,
    "InvalidResourceType",
    `The resource type '${types.join("/")}' could not be found in the namespace '${namespace}' for api version '${request.query.get("api-version") ?? ""}'.`,
  );
}

function unknownAction({ id, action }: ArmPath): RestRefusal {
  return new RestRefusal(
    404,
    "InvalidResourceType",
    `The simulated Azure knows no action '${action}' on ${armTypeOf(id)}; packages/simulator/src/rest/arm/actions has those it knows.`,
  );
}
