import { nameOf } from "../../sdk";
import type { WorldResource } from "../../world";
import { callerOf, type DoorContext } from "../door-context";
import { header, type RestAnswer, type RestRequest, segmentsOf } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { audiences } from "../identity/audiences";
import type { Call, Surface } from "../surface";
import { demandInVault } from "./access";
import { answerCertificates, answerKeys } from "./listed-items";
import { badParameter } from "./refusals";
import { answerDeletedSecrets, answerSecrets } from "./secrets-routes";
import type { VaultRequest } from "./vault-request";

const routes: Readonly<Record<string, (request: VaultRequest) => Promise<RestAnswer>>> = {
  secrets: answerSecrets,
  deletedsecrets: answerDeletedSecrets,
  keys: answerKeys,
  certificates: answerCertificates,
};

/** Key Vault's data plane, for every vault in the world. */
export class KeyVault implements Surface {
  constructor(private readonly context: DoorContext) {}

  async answer(request: RestRequest, call: Call): Promise<RestAnswer> {
    const [, name = "", ...segments] = segmentsOf(request.path);
    const principal = this.caller(request, call);
    const vault = this.vault(name);
    this.context.throttles.keyVault(vault.id);
    if (request.query.get("api-version") === null) {
      throw badParameter("The request URI must contain the query parameter api-version.");
    }
    const route = routes[segments[0]?.toLowerCase() ?? ""];
    if (route === undefined)
      throw new RestRefusal(404, "NotFound", `The simulated Key Vault has no ${segments.join("/")}.`);
    // Links to further pages carry the path that the client used, without the vault's prefix, which they get back.
    const inner = { ...request, path: `/${segments.map(encodeURIComponent).join("/")}` };
    return route({
      context: this.context,
      request: inner,
      vault,
      segments,
      demand: (id, dataAction, policy) =>
        demandInVault(this.context, call, principal, vault, id, { dataAction, policy }),
    });
  }

  private caller(request: RestRequest, call: Call) {
    try {
      return callerOf(this.context, request, call, audiences.keyVault);
    } catch (error) {
      if (!(error instanceof RestRefusal)) throw error;
      const missing = header(request, "authorization") === undefined;
      throw new RestRefusal(
        401,
        "Unauthorized",
        missing ? "AKV10000: Request is missing a Bearer or PoP token." : `AKV10032: Invalid token. ${error.reason}`,
        { headers: { "www-authenticate": this.challenge() } },
      );
    }
  }

  /** Tells clients where tokens come from and what to ask for. */
  private challenge(): string {
    const tenant = `${this.context.origin()}/${this.context.world.identity.tenantId}`;
    return `Bearer authorization="${tenant}", resource="${audiences.keyVault[0]}"`;
  }

  private vault(name: string): WorldResource {
    const vault = this.context.world
      .resources("Microsoft.KeyVault/vaults")
      .find((each) => nameOf(each.id).toLowerCase() === name.toLowerCase());
    if (vault !== undefined) return vault;
    throw new RestRefusal(
      404,
      "VaultNotFound",
      `There is no vault ${name} in the simulated Azure; its host name would not resolve.`,
    );
  }
}
