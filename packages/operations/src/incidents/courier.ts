import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
} from "@azure/core-rest-pipeline";
import type { IncidentRoute } from "@ringfence/core/on-call";
import { type ClientSettings, clientOptions } from "../azure/client-options";
import type { SecretStore } from "../ports";
import { type IncidentMessage, messageForms } from "./messages";

/** Brings messages to receivers. */
export interface Courier {
  /** @throws DeliveryFailed; bringing the same message again is harmless. */
  deliver(route: IncidentRoute, message: IncidentMessage): Promise<void>;
}

/** A receiver did not take a message. Says the route and the status, never the address, which may hold a key. */
export class DeliveryFailed extends Error {
  constructor(
    readonly route: string,
    readonly status: number | undefined,
    why: string,
  ) {
    super(`the route ${route} did not take a message: ${why}`);
    this.name = "DeliveryFailed";
  }
}

/** Brings messages by HTTPS; the addresses and keys come from the ring's key vault at every run. */
export function httpsCourier(secrets: SecretStore, settings: ClientSettings = {}): Courier {
  const { additionalPolicies, ...options } = clientOptions(settings);
  // A redirect would carry the message, and with it a key, to a host that nobody has named.
  const pipeline = createPipelineFromOptions({ ...options, redirectOptions: { maxRetries: 0 } });
  for (const { policy } of additionalPolicies) pipeline.addPolicy(policy, { afterPhase: "Retry" });
  const client = createDefaultHttpClient();
  return {
    deliver: async (route, message) => {
      const secret = await secretOf(secrets, route);
      const { url, headers, body } = messageForms[route.kind](message, secret, route.api);
      if (!url.startsWith("https://")) throw new DeliveryFailed(route.name, undefined, "its address is not https");
      const request = createPipelineRequest({
        url,
        method: "POST",
        headers: createHttpHeaders({ "content-type": "application/json", ...headers }),
        body: JSON.stringify(body),
      });
      const status = await pipeline.sendRequest(client, request).then(
        (response) => response.status,
        (error: unknown) => {
          const code = (error as { code?: unknown }).code;
          throw new DeliveryFailed(route.name, undefined, typeof code === "string" ? code : "no answer");
        },
      );
      if (status < 200 || status > 299) throw new DeliveryFailed(route.name, status, `it answered ${status}`);
    },
  };
}

async function secretOf(secrets: SecretStore, { name, secret }: IncidentRoute): Promise<string> {
  const newest = await secrets.newest(secret);
  if (newest === undefined) throw new DeliveryFailed(name, undefined, `the vault has no secret ${secret}`);
  if (!newest.enabled) throw new DeliveryFailed(name, undefined, `the vault's secret ${secret} is disabled`);
  return (await secrets.read(secret, newest.version)).reveal();
}
