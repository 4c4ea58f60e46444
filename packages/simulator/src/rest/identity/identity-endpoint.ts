import { createHmac, randomBytes } from "node:crypto";
import type { World, WorldResource } from "../../world";
import { header, type RestAnswer, type RestRequest } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import type { Call, Surface } from "../surface";
import { mayUse, signedIn, systemAssigned, userAssigned } from "./managed-identities";
import type { Principal, Tokens } from "./tokens";

/** The only version of the endpoint, as App Service and Container Apps have it. */
const API_VERSION = "2019-08-01";

/**
 * Gives managed identities their tokens, as Container Apps does: whoever knows the header's value is the container.
 * One value stands for the signed-in principal, who may ask for any identity; each resource has one of its own.
 */
export class IdentityEndpoint implements Surface {
  private readonly secret = randomBytes(32);
  private readonly owners = new Map<string, string>();

  constructor(
    private readonly world: World,
    private readonly tokens: Tokens,
  ) {}

  /** The value of `IDENTITY_HEADER` for code in a resource; for the signed-in principal when left out. */
  headerFor(resourceId = ""): string {
    const value = createHmac("sha256", this.secret).update(resourceId.toLowerCase()).digest("hex").slice(0, 32);
    this.owners.set(value, resourceId);
    return value;
  }

  async answer(request: RestRequest, call: Call): Promise<RestAnswer> {
    const owner = this.owners.get(header(request, "x-identity-header") ?? "");
    if (owner === undefined) throw new RestRefusal(401, "Unauthorized", "The X-IDENTITY-HEADER is missing or wrong.");
    if (request.query.get("api-version") !== API_VERSION) {
      throw new RestRefusal(400, "BadRequest", `The api-version must be ${API_VERSION}.`);
    }
    const resource = request.query.get("resource");
    if (!resource) throw new RestRefusal(400, "BadRequest", "The resource that the token is for is missing.");
    const principal = this.principal(request.query, owner);
    call.principal = principal.objectId;
    const { token, expiresOn } = this.tokens.issue({ principal, audience: resource });
    return {
      status: 200,
      body: {
        access_token: token,
        client_id: principal.clientId,
        expires_on: String(expiresOn),
        resource,
        token_type: "Bearer",
      },
    };
  }

  refused(refusal: RestRefusal): RestAnswer {
    return {
      status: refusal.status,
      body: { statusCode: refusal.status, message: refusal.reason, correlationId: this.world.identity.tenantId },
    };
  }

  private principal(query: URLSearchParams, owner: string): Principal {
    const container = owner === "" ? undefined : this.containerWith(owner);
    const asked = this.asked(query);
    const principal = asked ?? (container === undefined ? signedIn(this.world) : systemAssigned(container));
    if (principal === undefined || (container !== undefined && !mayUse(container, principal))) {
      throw new RestRefusal(
        400,
        "invalid_request",
        "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
      );
    }
    return principal;
  }

  private containerWith(id: string): WorldResource {
    const container = this.world.resource(id);
    if (container === undefined) throw new RestRefusal(400, "invalid_request", `There is no ${id} any more.`);
    return container;
  }

  /** The identity that the query names; none where it names none. */
  private asked(query: URLSearchParams): Principal | undefined {
    const by = [
      ["clientId", query.get("client_id")],
      ["principalId", query.get("principal_id") ?? query.get("object_id")],
      ["id", query.get("mi_res_id") ?? query.get("msi_res_id")],
    ] as const;
    const named = by.find(([, value]) => value !== null && value !== "");
    if (named === undefined) return undefined;
    const [name, value] = named;
    if (name === "clientId" && value === this.world.identity.clientId) return signedIn(this.world);
    const principal = userAssigned(this.world, name, value ?? "");
    if (principal !== undefined) return principal;
    throw new RestRefusal(
      400,
      "invalid_request",
      "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
    );
  }
}
