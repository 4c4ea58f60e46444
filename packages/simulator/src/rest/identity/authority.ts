import type { World } from "../../world";
import { clientWith } from "../graph/applications";
import type { RestAnswer, RestRequest } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import type { Call, Surface } from "../surface";
import { signedIn, userAssigned } from "./managed-identities";
import type { Principal, Tokens } from "./tokens";

/** Entra's authority: where its endpoints are, and tokens for client credentials. */
export class Authority implements Surface {
  constructor(
    private readonly world: World,
    private readonly tokens: Tokens,
    private readonly origin: () => string,
  ) {}

  async answer(request: RestRequest, call: Call): Promise<RestAnswer> {
    const [tenant = "", ...rest] = request.path.split("/").filter((segment) => segment !== "");
    const tail = rest.join("/").toLowerCase();
    if (tail === "discovery/instance") return this.discovery();
    this.knownTenant(tenant);
    if (/^(v2\.0\/)?\.well-known\/openid-configuration$/.test(tail)) return this.configuration(tenant);
    if (/^oauth2\/(v2\.0\/)?token$/.test(tail)) return this.token(request, call);
    if (/^discovery\/(v2\.0\/)?keys$/.test(tail)) return { status: 200, body: { keys: [] } };
    throw new RestRefusal(404, "invalid_request", `AADSTS900144: the authority has no ${request.path}.`);
  }

  refused(refusal: RestRefusal): RestAnswer {
    return {
      status: refusal.status,
      body: {
        error: refusal.code,
        error_description: refusal.reason,
        error_codes: [Number(/AADSTS(\d+)/.exec(refusal.reason)?.[1] ?? 0)],
        timestamp: this.world.clock.iso(),
      },
    };
  }

  private knownTenant(tenant: string): void {
    if ([this.world.identity.tenantId, "common", "organizations"].includes(tenant.toLowerCase())) return;
    throw new RestRefusal(400, "invalid_tenant", `AADSTS90002: Tenant '${tenant}' not found.`);
  }

  private discovery(): RestAnswer {
    const host = new URL(this.origin()).host;
    return {
      status: 200,
      body: {
        tenant_discovery_endpoint: `${this.issuer()}/v2.0/.well-known/openid-configuration`,
        "api-version": "1.1",
        metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
      },
    };
  }

  private issuer(): string {
    return `${this.origin()}/${this.world.identity.tenantId}`;
  }

  private configuration(tenant: string): RestAnswer {
    const base = `${this.origin()}/${tenant}`;
    return {
      status: 200,
      body: {
        issuer: `${this.issuer()}/v2.0`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
        token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
        response_types_supported: ["code", "id_token", "token"],
        subject_types_supported: ["pairwise"],
        id_token_signing_alg_values_supported: ["RS256"],
        tenant_region_scope: "EU",
      },
    };
  }

  private token(request: RestRequest, call: Call): RestAnswer {
    const form = new URLSearchParams(request.body.toString("utf8"));
    if (form.get("grant_type") !== "client_credentials") {
      throw new RestRefusal(400, "unsupported_grant_type", "AADSTS70003: Only client credentials are simulated.");
    }
    const scope = form.get("scope")?.replace(/\/?\.default$/, "") ?? form.get("resource") ?? "";
    if (scope === "") throw new RestRefusal(400, "invalid_scope", "AADSTS90014: The scope is missing.");
    const principal = this.clientOf(form, `${this.origin()}${request.path}`);
    call.principal = principal.objectId;
    const { token, lifetimeSeconds } = this.tokens.issue({ principal, audience: scope, lifetimeSeconds: 3599 });
    return {
      status: 200,
      body: { token_type: "Bearer", expires_in: lifetimeSeconds, ext_expires_in: lifetimeSeconds, access_token: token },
    };
  }

  /**
   * Who the form's credentials are: an application by its secret or certificate, the signed-in principal with any secret,
   * or a user-assigned identity by a federated token, which is taken on trust.
   */
  private clientOf(form: URLSearchParams, audience: string): Principal {
    const clientId = form.get("client_id") ?? "";
    const [secret, assertion] = [form.get("client_secret") ?? undefined, form.get("client_assertion") ?? undefined];
    const known = clientWith(this.world, { clientId, secret, assertion, audience });
    if (known?.opens === true) return known.principal;
    if (known !== undefined) throw assertion === undefined ? wrongSecret(clientId) : wrongAssertion();
    const federated = assertion === undefined ? undefined : userAssigned(this.world, "clientId", clientId);
    if (federated !== undefined) return federated;
    if (clientId === this.world.identity.clientId) return signedIn(this.world);
    throw new RestRefusal(
      400,
      "unauthorized_client",
      `AADSTS700016: Application with identifier '${clientId}' was not found in the directory '${this.world.identity.tenantId}'.`,
    );
  }
}

function wrongSecret(clientId: string): RestRefusal {
  return new RestRefusal(
    401,
    "invalid_client",
    `AADSTS7000215: Invalid client secret provided for app '${clientId}'. Ensure the secret being sent in the request is ` +
      "the client secret value, not the client secret ID.",
  );
}

function wrongAssertion(): RestRefusal {
  return new RestRefusal(
    401,
    "invalid_client",
    "AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application.",
  );
}
