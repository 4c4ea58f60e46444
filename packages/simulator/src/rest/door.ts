import { randomUUID } from "node:crypto";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:https";
import { Refusal, type World } from "../world";
import { Operations } from "./arm/operations";
import { ResourceManager } from "./arm/resource-manager";
import { Authorizer } from "./authorization/authorizer";
import { CallLog } from "./call-log";
import type { DoorContext } from "./door-context";
import { doorCertificate } from "./http/certificate";
import type { RestAnswer, RestRequest } from "./http/exchange";
import { type Answerer, close, listen, listener } from "./http/listen";
import { Pages } from "./http/pages";
import { Authority } from "./identity/authority";
import { IdentityEndpoint } from "./identity/identity-endpoint";
import { metadataDocument } from "./identity/metadata";
import { Tokens } from "./identity/tokens";
import { KeyVault } from "./key-vault/key-vault";
import { VAULTS } from "./key-vault/vault-request";
import type { RestOptions } from "./options";
import { type Call, errorEnvelope, type Surface } from "./surface";

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
  /** Address of a vault's data plane, for clients with `disableChallengeResourceVerification`. */
  vaultUri(name: string): string;
  /** A bearer token, for calls without a client. */
  token(audience: string, request?: { objectId?: string; lifetimeSeconds?: number }): string;
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
  const tokens = new Tokens(world.identity.tenantId, () => `${origin}/${world.identity.tenantId}/`);
  const context: DoorContext = {
    world,
    options,
    tokens,
    authorizer: new Authorizer(world, options.authorize === true),
    pages: new Pages(),
    origin: () => origin,
  };
  const log = new CallLog();
  const identity = new IdentityEndpoint(world, tokens);
  const surfaceFor = router(context);
  const server = createServer({ cert: certificate, key: privateKey }, listener(answerer(world, log, surfaceFor)));
  const identityServer = createHttpServer(listener(answerer(world, log, () => identity)));
  const port = await listen(server, options.port ?? 0);
  origin = `https://localhost:${port}`;
  const identityPort = await listen(identityServer, 0);
  return {
    port,
    resourceManager: origin,
    certificate,
    identityEndpoint: `http://127.0.0.1:${identityPort}/msi/token`,
    identityHeader: identity.headerFor(),
    identityHeaderOf: (resourceId) => identity.headerFor(resourceId),
    vaultUri: (name) => `${origin}/${VAULTS}/${name}`,
    token: (audience, { objectId = world.identity.objectId, lifetimeSeconds } = {}) =>
      tokens.issue({ principal: { objectId, clientId: objectId }, audience, lifetimeSeconds }).token,
    get calls() {
      return log.list();
    },
    close: async () => {
      await Promise.all([close(server), close(identityServer)]);
    },
  };
}

/** Finds the service that a path is for; what no other one has belongs to Azure Resource Manager. */
function router(context: DoorContext): (request: RestRequest) => Surface {
  const manager = new ResourceManager(context, new Operations(context.origin));
  const vaults = new KeyVault(context);
  const authority = new Authority(context.world, context.tokens, context.origin, () => undefined);
  const metadata = metadataDocument(context.origin, context.world.identity.tenantId);
  const tenants = new Set([context.world.identity.tenantId, "common", "organizations"]);
  return ({ path }) => {
    const [first = "", second = ""] = path.slice(1).split("/");
    if (first === "metadata") return metadata;
    if (first === VAULTS) return vaults;
    if (tenants.has(first) || ["oauth2", "v2.0", "discovery", ".well-known"].includes(second)) return authority;
    return manager;
  };
}

function answerer(world: World, log: CallLog, surfaceFor: (request: RestRequest) => Surface): Answerer {
  return async (request) => {
    const call: Call = { at: world.clock.iso(), method: request.method, path: request.path };
    log.add(call);
    const surface = surfaceFor(request);
    const answer = await surface.answer(request, call).catch((error: unknown): RestAnswer => {
      if (!(error instanceof Refusal)) throw error;
      call.code = error.code;
      return surface.refused?.(error) ?? errorEnvelope(error);
    });
    call.status = answer.status;
    const requestId = randomUUID();
    return {
      ...answer,
      headers: { "x-ms-request-id": requestId, "x-ms-correlation-request-id": requestId, ...answer.headers },
    };
  };
}
