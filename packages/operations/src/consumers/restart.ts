import { ServiceClient } from "@azure/core-client";
import { bearerTokenAuthenticationPolicy, createPipelineRequest } from "@azure/core-rest-pipeline";
import { clientOptions } from "../azure/client-options";
import type { OwnerParts } from "../owners";

/** How each kind of consumer is restarted: the call on it. Anything else is not restarted, it reads again by itself. */
const restarts: readonly { readonly type: RegExp; readonly path: string; readonly apiVersion: string }[] = [
  {
    type: /\/providers\/Microsoft\.App\/containerApps\/[^/]+\/revisions\/[^/]+$/i,
    path: "/restart",
    apiVersion: "2025-01-01",
  },
  { type: /\/providers\/Microsoft\.Web\/sites\/[^/]+$/i, path: "/restart", apiVersion: "2024-04-01" },
];

/** Restarts a consumer that is an app in Azure; does nothing for any other. */
export async function restartConsumer(
  consumer: string,
  { credential, resourceManager, settings }: Pick<OwnerParts, "credential" | "resourceManager" | "settings">,
): Promise<void> {
  const restart = restarts.find(({ type }) => type.test(consumer));
  if (restart === undefined) return;
  const client = new ServiceClient(clientOptions(settings));
  client.pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({ credential, scopes: "https://management.azure.com/.default" }),
  );
  const url = `${resourceManager}${consumer}${restart.path}?api-version=${restart.apiVersion}`;
  const { status } = await client.sendRequest(createPipelineRequest({ url, method: "POST" }));
  if (status >= 300) throw new Error(`the restart was answered with ${status}`);
}
