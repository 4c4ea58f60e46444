import { randomUUID } from "node:crypto";
import type { TokenCredential } from "@azure/core-auth";
import { createDefaultHttpClient, createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { type GrantPurpose, jobGrants } from "@ringfence/core/jobs";
import { roleDefinitionId } from "@ringfence/core/roles";
import { type RestDoor, type RestOptions, serveRest } from "@ringfence/simulator/rest";
import { createWorld, type World } from "@ringfence/simulator/world";

/** A simulated vault behind the REST door, and a job's identity with given roles on it. */
export interface SimulatedVault {
  readonly door: RestDoor;
  readonly uri: string;
  /** Of an identity that has the roles, on the vault alone. */
  readonly credential: TokenCredential;
  readonly tlsOptions: { readonly ca: string };
}

const JOB = "22222222-2222-2222-2222-222222222222";

/** Opens the door, makes a vault and gives the grants. */
export async function simulatedVault(
  grants: readonly GrantPurpose[],
  options: RestOptions = {},
): Promise<SimulatedVault> {
  const world = createWorld({ operationMilliseconds: 1 });
  // What is there before the job is made through a door that asks nobody for roles.
  const builder = await serveRest(world);
  try {
    await makeVault(builder, world.identity, grants);
  } finally {
    await builder.close();
  }
  const door = await serveRest(world, { authorize: true, ...options });
  return {
    door,
    uri: door.vaultUri("safe"),
    tlsOptions: { ca: door.certificate },
    credential: {
      getToken: async (scopes) => ({
        token: door.token(String(scopes).replace(/\/\.default$/, ""), { objectId: JOB }),
        expiresOnTimestamp: Date.now() + 3_600_000,
      }),
    },
  };
}

async function makeVault(door: RestDoor, identity: World["identity"], grants: readonly GrantPurpose[]): Promise<void> {
  const { subscriptionId, tenantId } = identity;
  const group = `/subscriptions/${subscriptionId}/resourceGroups/rg`;
  const vault = `${group}/providers/Microsoft.KeyVault/vaults/safe`;
  const put = async (path: string, version: string, body: object) => {
    const request = createPipelineRequest({
      url: `${door.resourceManager}${path}?api-version=${version}`,
      method: "PUT",
      body: JSON.stringify(body),
      headers: createHttpHeaders({
        authorization: `Bearer ${door.token("https://management.azure.com")}`,
        "content-type": "application/json",
      }),
    });
    request.tlsSettings = { ca: door.certificate };
    const answer = await createDefaultHttpClient().sendRequest(request);
    if (answer.status >= 300) throw new Error(`${path} was answered with ${answer.status}: ${answer.bodyAsText}`);
  };
  await put(group, "2021-04-01", { location: "swedencentral" });
  const properties = { tenantId, sku: { family: "A", name: "standard" }, enableRbacAuthorization: true };
  await put(vault, "2024-11-01", { location: "swedencentral", properties });
  for (const purpose of grants)
    await put(`${vault}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`, "2022-04-01", {
      properties: {
        roleDefinitionId: roleDefinitionId(jobGrants[purpose].role),
        principalId: JOB,
        principalType: "ServicePrincipal",
      },
    });
}
