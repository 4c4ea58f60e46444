import { ServiceClient } from "@azure/core-client";
import { bearerTokenAuthenticationPolicy, createPipelineRequest } from "@azure/core-rest-pipeline";
import { restartableConsumer } from "@ringfence/core/secret-consumers";
import { clientOptions } from "../azure/client-options";
import type { OwnerParts } from "../owners";

/** Restarts a consumer that is an app in Azure; does nothing for any other, which reads again by itself. */
export async function restartConsumer(
  consumer: string,
  { credential, resourceManager, settings }: Pick<OwnerParts, "credential" | "resourceManager" | "settings">,
): Promise<void> {
  const restart = restartableConsumer(consumer);
  if (restart === undefined) return;
  const client = new ServiceClient(clientOptions(settings));
  client.pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({ credential, scopes: "https://management.azure.com/.default" }),
  );
  const url = `${resourceManager}${consumer}/restart?api-version=${restart.apiVersion}`;
  const { status } = await client.sendRequest(createPipelineRequest({ url, method: "POST" }));
  if (status >= 300) throw new Error(`the restart was answered with ${status}`);
}
