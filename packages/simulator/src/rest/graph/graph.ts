import { objectOf, type Properties, textOf } from "../../values";
import type { ApplicationPassword, World, WorldResource } from "../../world";
import { callerOf, type DoorContext } from "../door-context";
import { jsonBody, type RestAnswer, type RestRequest, segmentsOf } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { audiences } from "../identity/audiences";
import type { Call, Surface } from "../surface";
import { addPassword, application, applications, createApplication, passwordsOf, removePassword } from "./applications";
import { certificatesOf, setCertificates } from "./certificates";

/** Where Microsoft Graph is behind the door: `/graph/v1.0/…`. */
export const GRAPH = "graph";

/** What a call needs in Microsoft Graph; role assignments of Azure say nothing of it, so it is noted and not judged. */
const NEEDED = "Application.ReadWrite.OwnedBy";

/** Microsoft Graph as far as the credentials of applications: read, create, passwords and certificates. */
export class Graph implements Surface {
  constructor(private readonly context: DoorContext) {}

  async answer(request: RestRequest, call: Call): Promise<RestAnswer> {
    callerOf(this.context, request, call, audiences.graph);
    call.action = NEEDED;
    const [, version = "", collection = "", ...rest] = segmentsOf(request.path);
    const byClient = /^applications\(appId='([^']+)'\)$/i.exec(collection)?.[1];
    if (!/^(v1\.0|beta)$/.test(version) || (collection !== "applications" && byClient === undefined)) {
      throw new RestRefusal(404, "Request_ResourceNotFound", `The simulated Microsoft Graph has no '${request.path}'.`);
    }
    const [id, action] = byClient === undefined ? rest : [undefined, rest[0]];
    if (byClient === undefined && id === undefined) return this.collection(request);
    const { world } = this.context;
    const app =
      byClient === undefined ? application(world, "objectId", id ?? "") : application(world, "clientId", byClient);
    if (app === undefined) {
      throw new RestRefusal(
        404,
        "Request_ResourceNotFound",
        `Resource '${id ?? byClient}' does not exist or one of its queried reference-property objects are not present.`,
      );
    }
    return this.one(request, app, action);
  }

  private collection(request: RestRequest): RestAnswer {
    const { world } = this.context;
    if (request.method === "POST") {
      const displayName = textOf(jsonBody(request).displayName);
      if (displayName === undefined)
        throw new RestRefusal(400, "Request_BadRequest", "A value is required for property 'displayName'.");
      return { status: 201, body: shown(world, createApplication(world, displayName)) };
    }
    const filter = request.query.get("$filter");
    const [, name, value] = /^(appId|displayName) eq '(.*)'$/.exec(filter ?? "") ?? [];
    if (filter !== null && name === undefined) {
      throw new RestRefusal(400, "Request_UnsupportedQuery", "Only appId eq '…' and displayName eq '…' are simulated.");
    }
    const property = name === "appId" ? "clientId" : "displayName";
    const found = applications(world).filter(({ properties }) => name === undefined || properties[property] === value);
    return { status: 200, body: { value: found.map((app) => shown(world, app)) } };
  }

  private async one(request: RestRequest, app: WorldResource, action: string | undefined): Promise<RestAnswer> {
    const { world } = this.context;
    const body = jsonBody(request);
    if (request.method === "GET" && action === undefined) return { status: 200, body: shown(world, app) };
    if (request.method === "PATCH" && action === undefined) {
      const { passwordCredentials: _, keyCredentials, ...plain } = body;
      world.alter(app.id, plain);
      if (keyCredentials !== undefined) setCertificates(world, app, keyCredentials);
      return { status: 204 };
    }
    if (request.method === "POST" && action === "addPassword") {
      const password = addPassword(world, app, objectOf(body.passwordCredential));
      return { status: 200, body: { ...credential(password), secretText: password.secretText } };
    }
    if (request.method === "POST" && action === "removePassword") {
      const keyId = textOf(body.keyId) ?? "";
      if (await removePassword(world, app, keyId)) return { status: 204 };
      throw new RestRefusal(400, "Request_BadRequest", `No password credential found with keyId '${keyId}'.`);
    }
    throw new RestRefusal(
      405,
      "Request_BadRequest",
      `The simulated Microsoft Graph does not answer ${request.method} here.`,
    );
  }
}

function shown(world: World, app: WorldResource): Properties {
  const { objectId, clientId, displayName } = app.properties;
  return {
    id: objectId ?? "",
    appId: clientId ?? "",
    displayName: displayName ?? "",
    passwordCredentials: passwordsOf(world, app).map(credential),
    keyCredentials: certificatesOf(app).map((each) => ({ ...each, key: null })),
  };
}

/** A password as it is shown later: its text is given once, to whoever adds it. */
function credential({ keyId, displayName, startDateTime, endDateTime, secretText }: ApplicationPassword): Properties {
  return {
    keyId,
    displayName,
    startDateTime,
    endDateTime,
    hint: secretText.slice(0, 3),
    secretText: null,
    customKeyIdentifier: null,
  };
}
