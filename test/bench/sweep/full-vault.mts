import { Agent, request } from "node:https";
import { type RestDoor, serveRest } from "@ringfence/simulator/rest";
import { createWorld } from "@ringfence/simulator/world";

/** A simulated Azure with a vault in it, which grows as it is told. */
export interface FullVault {
  readonly door: RestDoor;
  readonly uri: string;
  /** Adds secrets until there are so many. */
  fill(secrets: number): Promise<void>;
  /** Calls of the vault's data plane since the last time that it was asked. */
  callsSince(): number;
}

const DAY_SECONDS = 24 * 60 * 60;

export async function fullVault(): Promise<FullVault> {
  const world = createWorld({ operationMilliseconds: 1 });
  const door = await serveRest(world);
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca: door.certificate });
  const send = (url: string, audience: string, body: object): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${door.token(audience)}`, "content-type": "application/json" };
      const sent = request(url, { method: "PUT", agent, headers }, (answer) => {
        answer.resume();
        answer.on("end", () =>
          (answer.statusCode ?? 500) < 300 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
        );
      });
      sent.on("error", reject);
      sent.end(JSON.stringify(body));
    });
  const { subscriptionId, tenantId } = world.identity;
  const group = `${door.resourceManager}/subscriptions/${subscriptionId}/resourceGroups/rg`;
  const manage = "https://management.azure.com";
  await send(`${group}?api-version=2021-04-01`, manage, { location: "swedencentral" });
  await send(`${group}/providers/Microsoft.KeyVault/vaults/full?api-version=2024-11-01`, manage, {
    location: "swedencentral",
    properties: { tenantId, sku: { family: "A", name: "standard" } },
  });
  const uri = door.vaultUri("full");
  let written = 0;
  let counted = 0;
  return {
    door,
    uri,
    fill: async (secrets) => {
      const now = Math.floor(Date.parse(door.control.clock.now()) / 1000);
      const next = async (): Promise<void> => {
        if (written >= secrets) return;
        written += 1;
        // Nineteen in twenty are sound; the others have no expiry, so that the sweep has something to say.
        const attributes = written % 20 === 0 ? {} : { exp: now + 45 * DAY_SECONDS };
        await send(`${uri}/secrets/secret-${written}?api-version=7.4`, "https://vault.azure.net", {
          value: `value-${written}`,
          attributes,
          tags: { renewedAt: "console.contoso.example" },
        });
        return next();
      };
      await Promise.all(Array.from({ length: 8 }, next));
      counted = door.calls.length;
    },
    callsSince: () => {
      const calls = door.calls.length - counted;
      counted = door.calls.length;
      return calls;
    },
  };
}
