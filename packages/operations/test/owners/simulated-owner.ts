import { randomUUID } from "node:crypto";
import { request } from "node:https";
import type { TokenCredential } from "@azure/core-auth";
import { type SecretOwnerType, secretOwner } from "@ringfence/core/secret-owners";
import { type RestDoor, serveRest } from "@ringfence/simulator/rest";
import { createWorld, type World } from "@ringfence/simulator/world";
import { keyOwner } from "../../src/owners";
import type { KeyOwner } from "../../src/ports";

/** A simulated Azure in which roles decide, and a job that has no right but those of one owner's row. */
export interface SimulatedAzure {
  readonly world: World;
  readonly door: RestDoor;
  /** Creates a resource of the resource group `rg`, as somebody who may do everything. */
  create(path: string, body: object): Promise<string>;
  /** The owner of a key, asked by a job that may do what the row of its kind says. */
  owner(type: SecretOwnerType, owner: string, more?: { probe?: string; endpoint?: string }): Promise<KeyOwner>;
  /** The job's identity. */
  readonly credential: TokenCredential;
  close(): Promise<void>;
}

/** With `authorize: false` the job may do everything: what is looked at is not its rights. */
export async function simulatedAzure({ authorize = true } = {}): Promise<SimulatedAzure> {
  const world = createWorld({ operationMilliseconds: 1 });
  // Two doors into one Azure: through the first everything is made, the second asks for rights.
  const [makers, door] = await Promise.all([serveRest(world), serveRest(world, { authorize })]);
  const { subscriptionId, objectId } = world.identity;
  const group = `/subscriptions/${subscriptionId}/resourceGroups/rg`;
  const put = (path: string, body: object) => send(makers, path, body, makers.token("https://management.azure.com"));
  await put(`/subscriptions/${subscriptionId}/resourcegroups/rg?api-version=2021-04-01`, { location: "swedencentral" });
  const job = randomUUID();
  return {
    world,
    door,
    create: async (path, body) => {
      await put(`${group}/providers/${path}`, { location: "swedencentral", ...body });
      return `${group}/providers/${path.replace(/\?.*$/, "")}`;
    },
    owner: async (type, owner, more = {}) => {
      const role = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${randomUUID()}`;
      const permissions = [{ actions: secretOwner(type).actions, notActions: [], dataActions: [], notDataActions: [] }];
      const properties = {
        roleName: `renews ${type} ${randomUUID()}`,
        type: "CustomRole",
        permissions,
        assignableScopes: [group],
      };
      await put(`${role}?api-version=2022-04-01`, { properties });
      const scope = owner.replace(/\/namedValues\/[^/]+$/i, "");
      await put(`${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}?api-version=2022-04-01`, {
        properties: { roleDefinitionId: role, principalId: job, principalType: "ServicePrincipal" },
      });
      return keyOwner({
        secret: { name: "key", owner, ownerType: type, maximumAgeDays: 60, overlapHours: 24, ...more },
        credential: credentialOf(door, job),
        resourceManager: door.resourceManager,
        settings: { tlsOptions: { ca: door.certificate } },
      });
    },
    credential: credentialOf(door, job),
    close: async () => {
      await Promise.all([makers.close(), door.close()]);
    },
  };

  function credentialOf(its: RestDoor, principal: string = objectId): TokenCredential {
    return {
      getToken: async (scopes) => ({
        token: its.token(String(scopes).replace(/\/\.default$/, ""), { objectId: principal }),
        expiresOnTimestamp: Date.now() + 3_600_000,
      }),
    };
  }
}

function send(door: RestDoor, path: string, body: object, token: string): Promise<void> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const sent = request(
      `${door.resourceManager}${path}`,
      { method: "PUT", ca: door.certificate, headers },
      (answer) => {
        let said = "";
        answer.on("data", (part) => {
          said += part;
        });
        answer.on("end", () =>
          (answer.statusCode ?? 500) < 300 ? resolve() : reject(new Error(`${path}: ${answer.statusCode} ${said}`)),
        );
      },
    );
    sent.on("error", reject);
    sent.end(text);
  });
}
