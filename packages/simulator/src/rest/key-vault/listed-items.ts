import { nameOf } from "../../sdk";
import { objectOf, type Properties } from "../../values";
import { stableHex, type WorldResource } from "../../world";
import type { RestAnswer } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { vaultOrigin } from "./bundles";
import { type VaultRequest, vaultPage } from "./vault-request";

/** What a collection of keys or certificates is made of. */
interface Listed {
  kind: "keys" | "certificates";
  /** ARM type of what is listed. */
  armType: string;
  dataAction: string;
}

/** `/keys` and `/keys/{name}`: what an inventory needs. No key material is in them and no operation is done with them. */
export const answerKeys = lister({
  kind: "keys",
  armType: "Microsoft.KeyVault/vaults/keys",
  dataAction: "Microsoft.KeyVault/vaults/keys/read",
});

/** `/certificates` and `/certificates/{name}`, with the days that they are good for. */
export const answerCertificates = lister({
  kind: "certificates",
  armType: "Microsoft.KeyVault/vaults/certificates",
  dataAction: "Microsoft.KeyVault/vaults/certificates/read",
});

function lister(listed: Listed): (vaultRequest: VaultRequest) => Promise<RestAnswer> {
  const { kind, armType, dataAction } = listed;
  return async (vaultRequest) => {
    const { context, vault, segments, demand } = vaultRequest;
    const [, name, tail] = segments;
    demand(vault.id, dataAction, [kind, name === undefined || tail === "versions" ? "list" : "get"]);
    const items = () => context.world.inside(vault.id).filter((each) => each.armType === armType);
    const show = (id: string) => {
      const found = context.world.resource(id);
      return found === undefined ? undefined : item(kind, vault, found, tail === "versions");
    };
    if (name === undefined) return vaultPage(vaultRequest, () => items().map(({ id }) => id), show);
    const found = items().find((each) => nameOf(each.id).toLowerCase() === name.toLowerCase());
    if (found === undefined) {
      const what = kind === "keys" ? "Key" : "Certificate";
      throw new RestRefusal(
        404,
        `${what}NotFound`,
        `A ${what.toLowerCase()} with (name/id) ${name} was not found in this key vault.`,
      );
    }
    if (tail === "versions") return vaultPage(vaultRequest, () => [found.id], show);
    const { kid, id, ...rest } = item(kind, vault, found, true);
    if (kind === "certificates") return { status: 200, body: { id: id ?? "", ...rest } };
    return { status: 200, body: { key: { kid: kid ?? "", kty: found.properties.kty ?? "RSA" }, ...rest } };
  };
}

function item(kind: Listed["kind"], vault: WorldResource, resource: WorldResource, withVersion: boolean): Properties {
  const { attributes, tags } = resource.properties;
  const { enabled, created, updated, exp, nbf, expires, notBefore } = objectOf(attributes);
  const version = stableHex(resource.id.toLowerCase(), "key").slice(0, 32);
  const id = `${vaultOrigin(vault)}/${kind}/${nameOf(resource.id)}${withVersion ? `/${version}` : ""}`;
  const [end, start] = [exp ?? expires, nbf ?? notBefore];
  return {
    ...(kind === "keys" ? { kid: id } : { id, x5t: stableHex(id).slice(0, 27) }),
    attributes: {
      enabled: enabled ?? true,
      ...(created === undefined ? {} : { created }),
      ...(updated === undefined ? {} : { updated }),
      ...(end === undefined ? {} : { exp: end }),
      ...(start === undefined ? {} : { nbf: start }),
      recoveryLevel: "Recoverable+Purgeable",
    },
    ...(tags === undefined ? {} : { tags }),
  };
}
