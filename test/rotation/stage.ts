import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TableClient } from "@azure/data-tables";
import { BlobServiceClient } from "@azure/storage-blob";
import { QueueServiceClient } from "@azure/storage-queue";
import type { RehearsedResource } from "@ringfence/rehearsal/document";
import { rehearse } from "@ringfence/rehearsal/engine";
import { type RestDoor, serveRest } from "@ringfence/simulator/rest";
import { createWorld, type World } from "@ringfence/simulator/world";
import { type Azurite, startAzurite } from "../../packages/operations/test/azurite/index.ts";
import { type JobDefinition, jobDefinitions } from "./job-definitions.ts";

/** The example deployed into a simulated Azure and Azurite, and its jobs as the deployment defines them. */
export interface Stage {
  readonly world: World;
  readonly door: RestDoor;
  readonly azurite: Azurite;
  readonly jobs: readonly JobDefinition[];
  /** What a job's container sees, with the addresses of the simulated services in place of Azure's. */
  environmentOf(job: JobDefinition): Record<string, string>;
  /** Where Azurite keeps what it is given. */
  readonly storeFolder: string;
  /** Certificates of both, in one file: for NODE_EXTRA_CA_CERTS. */
  readonly certificates: string;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");

/** Deploys a stack of the example; who may do what is decided by the roles that the deployment gives. */
export async function openStage(stack = "prod"): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "rotation-stage-"));
  const world = createWorld();
  const document = await rehearse({ directory: root, stacks: [stack], mode: "up", policyPacks: [] }, world);
  const [rehearsed] = document.stacks;
  const trouble = rehearsed?.programError ?? rehearsed?.refusals.map(({ message }) => message).join("\n");
  if (rehearsed === undefined || trouble !== "") throw new Error(`the example was not deployed: ${trouble}`);
  const storeFolder = join(folder, "azurite");
  const azurite = await startAzurite({ folder: storeFolder });
  const queues = { endpoint: azurite.queueEndpoint, certificate: azurite.certificate };
  const door = await serveRest(world, { authorize: true, queues });
  const jobs = jobDefinitions(rehearsed.resources);
  await makeStores(azurite, rehearsed.resources);
  const certificates = join(folder, "certificates.pem");
  writeFileSync(certificates, `${door.certificate}\n${azurite.certificate}\n`);
  return {
    world,
    door,
    azurite,
    jobs,
    storeFolder,
    certificates,
    environmentOf: (job) => environment(job, door, azurite, certificates),
    close: async () => {
      await door.close();
      await azurite.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Azurite has one account, so what the deployment declares in its accounts is made there. */
async function makeStores(azurite: Azurite, resources: readonly RehearsedResource[]): Promise<void> {
  const { credential, tlsOptions } = azurite;
  const options = { tlsOptions, retryOptions: { maxTries: 3 } };
  const names = (type: string, property: string) =>
    resources.filter((each) => each.type === type).map((each) => String(each.inputs[property] ?? each.name));
  const blobs = new BlobServiceClient(azurite.blobEndpoint, credential, options);
  for (const name of names("azure-native:storage:BlobContainer", "containerName"))
    await blobs.getContainerClient(name).createIfNotExists();
  const queues = new QueueServiceClient(azurite.queueEndpoint, credential, options);
  for (const name of names("azure-native:storage:Queue", "queueName"))
    await queues.getQueueClient(name).createIfNotExists();
  for (const name of names("azure-native:storage:Table", "tableName"))
    await new TableClient(azurite.tableEndpoint, name, credential, { tlsOptions }).createTable();
}

function environment(
  { id, variables }: JobDefinition,
  door: RestDoor,
  azurite: Azurite,
  certificates: string,
): Record<string, string> {
  const { APPLICATIONINSIGHTS_CONNECTION_STRING: _, ...told } = variables;
  const vault = new URL(told.RINGFENCE_KEY_VAULT_URI ?? "").hostname.split(".")[0] ?? "";
  const secrets = JSON.parse(told.RINGFENCE_SECRETS ?? "[]") as { owner: string }[];
  return {
    ...told,
    IDENTITY_ENDPOINT: door.identityEndpoint,
    IDENTITY_HEADER: door.identityHeaderOf(id),
    NODE_EXTRA_CA_CERTS: certificates,
    RINGFENCE_KEY_VAULT_URI: door.vaultUri(vault),
    RINGFENCE_LOG_ANALYTICS_ENDPOINT: door.resourceManager,
    RINGFENCE_RESOURCE_MANAGER: door.resourceManager,
    RINGFENCE_SECRETS: JSON.stringify(
      secrets.map((secret) => ({ ...secret, endpoint: door.serviceEndpoint(secret.owner) })),
    ),
    RINGFENCE_STORAGE_BLOB_ENDPOINT: azurite.blobEndpoint,
    RINGFENCE_STORAGE_QUEUE_ENDPOINT: azurite.queueEndpoint,
    RINGFENCE_STORAGE_TABLE_ENDPOINT: azurite.tableEndpoint,
  };
}
