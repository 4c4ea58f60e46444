import type { TokenCredential } from "@azure/core-auth";
import { type RestDoor, type RestOptions, serveRest } from "@ringfence/simulator/rest";
import { createWorld, type World, type WorldOptions } from "@ringfence/simulator/world";
import { type Answer, send } from "./send";

/** One world with the REST door open, and what Azure's clients need to use it. */
export interface Simulation {
  world: World;
  door: RestDoor;
  subscription: string;
  /** A credential of the signed-in principal; of another one with its object id. */
  credential(objectId?: string): TokenCredential;
  /** Options for Azure's management clients. */
  arm: { endpoint: string; tlsOptions: { ca: string }; retryOptions: { maxRetries: number } };
  /** Options for Key Vault's clients. */
  vault: {
    disableChallengeResourceVerification: true;
    tlsOptions: { ca: string };
    retryOptions: { maxRetries: number };
  };
  /** Calls Azure Resource Manager without a client. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

const tlsOf = (door: RestDoor) => ({ ca: door.certificate });

/** What a test opens the door with. */
export interface SimulationOptions extends RestOptions {
  /** The world behind it; a fresh one with a resource group `rg` when left out. */
  world?: World;
}

/** Opens the door. */
export async function simulation(
  { world: given, ...options }: SimulationOptions = {},
  worldOptions: WorldOptions = {},
): Promise<Simulation> {
  const world = given ?? createWorld({ operationMilliseconds: 1, ...worldOptions });
  const door = await serveRest(world, options);
  const credential = (objectId?: string): TokenCredential => ({
    getToken: async (scopes) => ({
      token: door.token(String(scopes).replace(/\/\.default$/, ""), { objectId }),
      expiresOnTimestamp: Date.now() + 3_600_000,
    }),
  });
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(door, method, `${door.resourceManager}${path}`, body, {
      authorization: `Bearer ${door.token("https://management.azure.com")}`,
      ...headers,
    });
  const { subscriptionId } = world.identity;
  const made =
    given !== undefined
      ? { status: 201 }
      : await call("PUT", `/subscriptions/${subscriptionId}/resourcegroups/rg?api-version=2021-04-01`, {
          location: "swedencentral",
        });
  if (made.status !== 201) throw new Error(`the resource group was answered with ${made.status}`);
  return {
    world,
    door,
    subscription: subscriptionId,
    credential,
    arm: { endpoint: door.resourceManager, tlsOptions: tlsOf(door), retryOptions: { maxRetries: 0 } },
    vault: { disableChallengeResourceVerification: true, tlsOptions: tlsOf(door), retryOptions: { maxRetries: 0 } },
    call,
  };
}
