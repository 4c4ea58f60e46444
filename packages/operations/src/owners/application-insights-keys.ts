import { ServiceClient, type ServiceClientOptions } from "@azure/core-client";
import { bearerTokenAuthenticationPolicy, createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import type { Slot } from "../ports";
import { reading, renewing } from "./client-settings";
import type { MakeOwner, OwnerParts } from "./owner-parts";
import { askService, serviceAddress, verdictOf } from "./service-request";
import { twoSlotOwner } from "./two-slot-owner";

/** API keys have had no newer version (Azure REST specification, applicationinsights 2015-05-01). */
const API_VERSION = "2015-05-01";

interface ApiKey {
  readonly id: string;
  readonly name?: string;
  readonly apiKey?: string;
}

/**
 * API keys of an Application Insights component, where Entra identities are not used yet. They are made and deleted by
 * name, and shown once: what a slot holds is known only to the run that made it. The client is Azure's common pipeline,
 * because the component's own client package is built on the one before it and takes no options for its connection.
 */
export const makeOwner: MakeOwner = (parts) => {
  const made = new Map<Slot, string>();
  const reads = client(parts, reading(parts));
  const renews = client(parts, renewing(parts));
  const named = async (slot: Slot) => {
    const { value = [] } = await reads<{ value?: ApiKey[] }>("GET", "/ApiKeys");
    return value.filter(({ name }) => name === slot);
  };
  const clear = async (slot: Slot) => {
    for (const { id } of await named(slot)) await renews("DELETE", `/ApiKeys/${id.split("/").at(-1)}`);
    made.delete(slot);
  };
  return twoSlotOwner(parts, {
    keys: async () => Object.fromEntries(made),
    // A value cannot be compared with what is kept; that the slot has a key and the service accepts the value says it.
    holds: async (slot, key) =>
      (made.get(slot) ?? key.reveal()) === key.reveal() &&
      (await named(slot)).length > 0 &&
      (await check(parts, reads, key.reveal())) === "works",
    regenerate: async (slot) => {
      await clear(slot);
      const linkedReadProperties = [`${parts.secret.owner}/api`];
      const { apiKey } = await renews<ApiKey>("POST", "/ApiKeys", {
        name: slot,
        linkedReadProperties,
        linkedWriteProperties: [],
      });
      if (apiKey !== undefined) made.set(slot, apiKey);
    },
    clear,
    check: (key) => check(parts, reads, key.reveal()),
  });
};

type Call = <T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown) => Promise<T>;

async function check(parts: OwnerParts, reads: Call, key: string) {
  const { properties } = await reads<{ properties?: { AppId?: string; appId?: string } }>("GET", "");
  const address = serviceAddress(parts, "https://api.applicationinsights.io");
  const app = properties?.AppId ?? properties?.appId ?? "";
  return verdictOf(
    await askService(parts, { address: `${address}/v1/apps/${app}/metrics/metadata`, headers: { "x-api-key": key } }),
  );
}

/** Calls Azure Resource Manager on the component. */
function client({ secret, credential, resourceManager }: OwnerParts, options: ServiceClientOptions): Call {
  const service = new ServiceClient(options);
  service.pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({ credential, scopes: "https://management.azure.com/.default" }),
  );
  return async <T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T> => {
    const response = await service.sendRequest(
      createPipelineRequest({
        url: `${resourceManager}${secret.owner}${path}?api-version=${API_VERSION}`,
        method,
        headers: createHttpHeaders({ "content-type": "application/json" }),
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
    if (response.status >= 300)
      throw Object.assign(new Error(`${method} of the API keys was answered with ${response.status}`), {
        statusCode: response.status,
      });
    return JSON.parse(response.bodyAsText || "{}") as T;
  };
}
