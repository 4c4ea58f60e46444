import { randomUUID } from "node:crypto";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:https";
import { Refusal, type World } from "../world";
import { Operations } from "./arm/operations";
import { ResourceManager } from "./arm/resource-manager";
import { Subscriptions } from "./arm/subscriptions";
import { Authorizer } from "./authorization/authorizer";
import { CallLog, loggedPath } from "./call-log";
import { type Control, controlOf } from "./control/control";
import { CONTROL, controlSurface } from "./control/control-surface";
import { Faults } from "./control/faults";
import type { DoorContext } from "./door-context";
import { Deliveries } from "./event-grid/deliveries";
import { GRAPH, Graph } from "./graph/graph";
import { doorCertificate } from "./http/certificate";
import type { RestAnswer, RestRequest } from "./http/exchange";
import { type Answerer, close, listen, listener, RESET } from "./http/listen";
import { Pages } from "./http/pages";
import { Authority } from "./identity/authority";
import { IdentityEndpoint } from "./identity/identity-endpoint";
import { metadataDocument } from "./identity/metadata";
import { Tokens } from "./identity/tokens";
import { KeyVault } from "./key-vault/key-vault";
import { VAULTS } from "./key-vault/vault-request";
import { LOGS, LogQueries, QueryAnswers } from "./monitor/log-queries";
import type { RestOptions } from "./options";
import { FrontEnds } from "./services/propagation";
import { SERVICES, Services, serviceOf } from "./services/services";
import { type Call, errorEnvelope, type Surface } from "./surface";
import { azureThrottling, Throttles } from "./throttling/throttles";

/** A running door for Azure's own clients. */
export interface RestDoor {
  port: number;
  /** Azure Resource Manager, `https://localhost:PORT`; also the authority for `AZURE_AUTHORITY_HOST`. */
  resourceManager: string;
  /** The certificate that the door shows, PEM: for `NODE_EXTRA_CA_CERTS` or a client's `tlsOptions.ca`. */
  certificate: string;
  /** For `IDENTITY_ENDPOINT`: plain HTTP, as in Container Apps. */
  identityEndpoint: string;
  /** For `IDENTITY_HEADER`, as the signed-in principal of the world, who may ask for every managed identity. */
  identityHeader: string;
  /** For `IDENTITY_HEADER` of code in a resource, which may ask for the identities that the resource has. */
  identityHeaderOf(resourceId: string): string;
  /** Log Analytics, to which `/v1/workspaces/…` is added. */
  logAnalytics: string;
  /** Microsoft Graph, to which `/v1.0/applications/…` is added. */
  graph: string;
  /** Address of a vault's data plane, for clients with `disableChallengeResourceVerification`. */
  vaultUri(name: string): string;
  /** A bearer token, for calls without a client. */
  token(audience: string, request?: { objectId?: string; lifetimeSeconds?: number }): string;
  /**
   * Address of the data plane that takes a resource's keys, such as a search service's own. It accepts exactly the keys
   * that live, whichever door regenerated them.
   *
   * @throws Error naming the services that have one when the resource has none.
   */
  serviceEndpoint(resourceId: string): string;
  /** What goes wrong and when it is; the same over HTTP under `/_control`. */
  control: Control;
  /** What came through the door, the oldest first; no header and no body is in it. */
  readonly calls: readonly Call[];
  /** Ends the door and every connection. */
  close(): Promise<void>;
}

/**
 * Serves a simulated Azure to Azure's own clients over HTTPS on the loopback address: Azure Resource Manager, the data
 * planes that jobs use, and the endpoints that give tokens. What other doors create in the world is seen here, and the
 * other way round.
 *
 * @throws Error when the port is taken.
 */
export async function serveRest(world: World, options: RestOptions = {}): Promise<RestDoor> {
  const { certificate, privateKey } = await doorCertificate();
  let origin = "";
  const tokens = new Tokens(world.identity.tenantId);
  const context: DoorContext = {
    world,
    options,
    tokens,
    authorizer: new Authorizer(world, options.authorize === true),
    pages: new Pages(),
    throttles: new Throttles(options.throttling ?? azureThrottling),
    subscriptions: new Subscriptions(world),
    origin: () => origin,
  };
  const log = new CallLog();
  const faults = new Faults();
  const frontEnds = new FrontEnds(world);
  const deliveries = new Deliveries({ world, authorizer: context.authorizer, queues: options.queues });
  const queries = new QueryAnswers();
  const control = controlOf({
    world,
    log,
    faults,
    frontEnds,
    deliveries,
    throttles: context.throttles,
    queries,
    subscriptions: context.subscriptions,
  });
  const identity = new IdentityEndpoint(world, tokens);
  const desk = { world, log, faults };
  const controlled = controlSurface(control);
  const surfaceFor = router(context, frontEnds, queries);
  const server = createServer(
    { cert: certificate, key: privateKey },
    listener(atControl(controlled, answerer(desk, surfaceFor))),
  );
  const identityServer = createHttpServer(
    listener(
      atControl(
        controlled,
        answerer(desk, () => identity),
      ),
    ),
  );
  const port = await listen(server, options.port ?? 0).catch((error: Error) => {
    deliveries.stop();
    throw error;
  });
  origin = `https://localhost:${port}`;
  const identityPort = await listen(identityServer, 0);
  return {
    port,
    resourceManager: origin,
    certificate,
    identityEndpoint: `http://127.0.0.1:${identityPort}/msi/token`,
    identityHeader: identity.headerFor(),
    identityHeaderOf: (resourceId) => identity.headerFor(resourceId),
    logAnalytics: origin,
    graph: `${origin}/${GRAPH}`,
    vaultUri: (name) => `${origin}/${VAULTS}/${name}`,
    token: (audience, { objectId = world.identity.objectId, lifetimeSeconds } = {}) =>
      tokens.issue({ principal: { objectId, clientId: objectId }, audience, lifetimeSeconds }).token,
    serviceEndpoint: (resourceId) => `${origin}/${SERVICES}${serviceOf(world, resourceId).id}`,
    control,
    get calls() {
      return log.list();
    },
    close: async () => {
      deliveries.stop();
      await Promise.all([close(server), close(identityServer)]);
    },
  };
}

/** Finds the service that a path is for; what no other one has belongs to Azure Resource Manager. */
function router(context: DoorContext, frontEnds: FrontEnds, queries: QueryAnswers): (request: RestRequest) => Surface {
  const manager = new ResourceManager(context, new Operations(context.origin));
  const vaults = new KeyVault(context);
  const graph = new Graph(context);
  const logs = new LogQueries(context, queries);
  const services = new Services(context, frontEnds);
  const authority = new Authority(context.world, context.tokens, context.origin);
  const metadata = metadataDocument(context.origin, context.world.identity.tenantId);
  const tenants = new Set([context.world.identity.tenantId, "common", "organizations"]);
  return ({ path }) => {
    const [first = "", second = ""] = path.slice(1).split("/");
    if (first === "metadata") return metadata;
    if (first === VAULTS) return vaults;
    if (first === SERVICES) return services;
    if (first === GRAPH) return graph;
    if (first === LOGS) return logs;
    if (tenants.has(first) || ["oauth2", "v2.0", "discovery", ".well-known"].includes(second)) return authority;
    return manager;
  };
}

/** What all calls are written down in and disturbed by. */
interface Desk {
  world: World;
  log: CallLog;
  faults: Faults;
}

/** Answers a call as its service does, unless a fault befalls it. */
function answerer({ world, log, faults }: Desk, surfaceFor: (request: RestRequest) => Surface): Answerer {
  return async (request) => {
    const call: Call = { at: world.clock.iso(), method: request.method, path: loggedPath(request.path) };
    log.add(call);
    const surface = surfaceFor(request);
    const answer = await faults.befall(call, () => answered(surface, request, call));
    if (answer === RESET) return RESET;
    call.status = answer.status;
    const requestId = randomUUID();
    return {
      ...answer,
      headers: { "x-ms-request-id": requestId, "x-ms-correlation-request-id": requestId, ...answer.headers },
    };
  };
}

async function answered(surface: Surface, request: RestRequest, call: Call): Promise<RestAnswer> {
  try {
    return await surface.answer(request, call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    call.code = error.code;
    return surface.refused?.(error) ?? errorEnvelope(error);
  }
}

/** The control is behind both ports, and no fault befalls it. */
function atControl(control: Surface, others: Answerer): Answerer {
  return (request) => {
    if (request.path.split("/")[1] !== CONTROL) return others(request);
    return answered(control, request, { at: "", method: request.method, path: request.path });
  };
}
