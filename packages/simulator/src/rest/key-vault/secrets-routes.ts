import { nameOf } from "../../sdk";
import { objectOf, type Properties, textOf } from "../../values";
import { type DeletedResource, idKey, type SecretContent, type SecretVersion, secretVersions } from "../../world";
import { jsonBody, type RestAnswer } from "../http/exchange";
import { deletion, isPurgeable, recoverableDays, secretBundle, secretItem } from "./bundles";
import { badParameter, deletedButRecoverable, forbidden, secretNotFound } from "./refusals";
import { secretId, secretsOf, setSecret, updateVersion } from "./secrets";
import { type VaultRequest, vaultPage } from "./vault-request";

const ACTIONS = "Microsoft.KeyVault/vaults/secrets";
const NAME = /^[0-9A-Za-z-]{1,127}$/;
/** Key Vault takes values up to 25 KB. */
const LARGEST_VALUE = 25_600;

/** `/secrets…`: list, set, read, update, delete. */
export async function answerSecrets(vaultRequest: VaultRequest): Promise<RestAnswer> {
  const { request, segments } = vaultRequest;
  const [, name, tail] = segments;
  if (name === undefined) return list(vaultRequest);
  if (!NAME.test(name)) throw badParameter(`The request URI contains an invalid name: ${name}`);
  switch (request.method) {
    case "GET":
      return tail === "versions" ? listVersions(vaultRequest, name) : get(vaultRequest, name, tail);
    case "PUT":
      return set(vaultRequest, name);
    case "PATCH":
      return update(vaultRequest, name, tail);
    case "DELETE":
      return remove(vaultRequest, name);
    default:
      throw badParameter(`Method ${request.method} does not allow operation on ${request.path}`);
  }
}

/** `/deletedsecrets…`: list, read, purge, recover. */
export async function answerDeletedSecrets(vaultRequest: VaultRequest): Promise<RestAnswer> {
  const { context, request, vault, segments, demand } = vaultRequest;
  const [, name, tail] = segments;
  const { world } = context;
  if (name === undefined) {
    demand(vault.id, `${ACTIONS}/readMetadata/action`, ["secrets", "list"]);
    const prefix = `${idKey(vault.id)}/secrets/`;
    const graves = world.deleted.filter(({ id }) => idKey(id).startsWith(prefix));
    const byId = new Map(graves.map((grave) => [grave.id, grave]));
    return vaultPage(
      vaultRequest,
      () => [...byId.keys()],
      (id) => {
        const grave = byId.get(id) ?? world.deleted.find((each) => each.id === id);
        return grave === undefined ? undefined : deletedItem(vaultRequest, grave);
      },
    );
  }
  const id = secretId(vault, name);
  const grave = world.deleted.findLast((each) => idKey(each.id) === idKey(id));
  if (request.method === "POST" && tail === "recover") {
    demand(id, `${ACTIONS}/recover/action`, ["secrets", "recover"]);
    if (grave === undefined) throw secretNotFound(name);
    world.recover(grave);
    const newest = secretVersions(world.resource(id)).at(-1);
    if (newest === undefined) throw secretNotFound(name);
    return { status: 200, body: secretItem(vault, name, newest, true) };
  }
  if (request.method === "DELETE") {
    demand(id, `${ACTIONS}/purge/action`, ["secrets", "purge"]);
    if (grave === undefined) throw secretNotFound(name);
    if (!isPurgeable(vault)) {
      throw forbidden(
        "OperationNotAllowed",
        'Operation "purge" is not allowed because purge protection is enabled for this vault. Key Vault service will automatically purge it after the retention period has passed.',
      );
    }
    world.purge(grave);
    return { status: 204 };
  }
  demand(id, `${ACTIONS}/readMetadata/action`, ["secrets", "get"]);
  if (grave === undefined) throw secretNotFound(name);
  return { status: 200, body: deletedItem(vaultRequest, grave) };
}

function list(vaultRequest: VaultRequest): RestAnswer {
  const { context, vault, demand } = vaultRequest;
  demand(vault.id, `${ACTIONS}/readMetadata/action`, ["secrets", "list"]);
  return vaultPage(
    vaultRequest,
    () => secretsOf(context.world, vault).map(({ id }) => id),
    (id) => {
      const newest = secretVersions(context.world.resource(id)).at(-1);
      return newest === undefined ? undefined : secretItem(vault, nameOf(id), newest, false);
    },
  );
}

function listVersions(vaultRequest: VaultRequest, name: string): RestAnswer {
  const { context, vault, demand } = vaultRequest;
  demand(secretId(vault, name), `${ACTIONS}/readMetadata/action`, ["secrets", "list"]);
  const versions = new Map(versionsOf(vaultRequest, name).map((each) => [each.version, each]));
  return vaultPage(
    vaultRequest,
    () => [...versions.keys()],
    (version) => {
      const now = secretVersions(context.world.resource(secretId(vault, name))).find(
        (each) => each.version === version,
      );
      return now === undefined ? undefined : secretItem(vault, name, now, true);
    },
  );
}

function get(vaultRequest: VaultRequest, name: string, version: string | undefined): RestAnswer {
  const { vault, demand } = vaultRequest;
  demand(secretId(vault, name), `${ACTIONS}/getSecret/action`, ["secrets", "get"]);
  const versions = versionsOf(vaultRequest, name);
  const found = version === undefined ? versions.at(-1) : versions.find((each) => each.version === version);
  if (found === undefined) throw secretNotFound(version === undefined ? name : `${name}/${version}`);
  if (!found.enabled) throw forbidden("SecretDisabled", "Operation get is not allowed on a disabled secret.");
  return { status: 200, body: secretBundle(vault, name, found) };
}

async function set(vaultRequest: VaultRequest, name: string): Promise<RestAnswer> {
  const { context, request, vault, demand } = vaultRequest;
  const id = secretId(vault, name);
  demand(id, `${ACTIONS}/setSecret/action`, ["secrets", "set"]);
  const body = jsonBody(request);
  const value = textOf(body.value);
  if (value === undefined) throw badParameter("The parameter value is not specified.");
  if (value.length > LARGEST_VALUE) throw badParameter("The secret value is too long: at most 25 KB.");
  if (
    context.world.resource(id) === undefined &&
    context.world.deleted.some((grave) => idKey(grave.id) === idKey(id))
  ) {
    throw deletedButRecoverable(name);
  }
  const resource = await setSecret(context.world, vault, name, { value, ...contentOf(body) });
  const newest = secretVersions(resource).at(-1);
  if (newest === undefined) throw secretNotFound(name);
  return { status: 200, body: secretBundle(vault, name, newest) };
}

async function update(vaultRequest: VaultRequest, name: string, version: string | undefined): Promise<RestAnswer> {
  const { context, request, vault, demand } = vaultRequest;
  demand(secretId(vault, name), `${ACTIONS}/update/action`, ["secrets", "set"]);
  const wanted = version ?? versionsOf(vaultRequest, name).at(-1)?.version ?? "";
  const changed = await updateVersion(context.world, vault, name, wanted, contentOf(jsonBody(request)));
  if (changed === undefined) throw secretNotFound(`${name}/${wanted}`);
  return { status: 200, body: secretItem(vault, name, changed, true) };
}

async function remove(vaultRequest: VaultRequest, name: string): Promise<RestAnswer> {
  const { context, vault, demand } = vaultRequest;
  const id = secretId(vault, name);
  demand(id, `${ACTIONS}/delete`, ["secrets", "delete"]);
  versionsOf(vaultRequest, name);
  await context.world.remove(id, recoverableDays(vault));
  const grave = context.world.deleted.findLast((each) => idKey(each.id) === idKey(id));
  if (grave === undefined) throw secretNotFound(name);
  return { status: 200, body: deletedItem(vaultRequest, grave) };
}

function deletedItem({ vault }: VaultRequest, grave: DeletedResource): Properties {
  const newest = secretVersions(grave.kept?.[0]).at(-1);
  const item = newest === undefined ? {} : secretItem(vault, grave.name, newest, true);
  return { ...item, ...deletion(vault, "secrets", grave) };
}

function versionsOf({ context, vault }: VaultRequest, name: string): readonly SecretVersion[] {
  const versions = secretVersions(context.world.resource(secretId(vault, name)));
  if (versions.length === 0) throw secretNotFound(name);
  return versions;
}

/** What a body says of a version besides its value. */
function contentOf(body: Properties): Omit<SecretContent, "value"> {
  const { enabled, nbf, exp } = objectOf(body.attributes);
  const contentType = textOf(body.contentType);
  return {
    ...(typeof enabled === "boolean" ? { enabled } : {}),
    ...(typeof nbf === "number" ? { nbf } : {}),
    ...(typeof exp === "number" ? { exp } : {}),
    ...(contentType === undefined ? {} : { contentType }),
    ...(body.tags === undefined ? {} : { tags: objectOf(body.tags) }),
  };
}
