import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveRest } from "@ringfence/simulator/rest";
import type { World } from "@ringfence/simulator/world";
import { UsageError } from "../../engine";
import type { SimulateFlags } from "./command";
import { refusePort } from "./refuse-port";

/** The door for Azure's own clients, as the command line shows it. */
export interface OpenRest {
  /** `https://localhost:PORT`. */
  address: string;
  /** Environment variables that bring a Node.js program's clients to it. */
  variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Whether any flag asks for that door. */
export function wantsRest({ rest, restPort, authorize, queueEndpoint }: SimulateFlags): boolean {
  return rest === true || restPort !== undefined || authorize === true || queueEndpoint !== undefined;
}

/**
 * Opens the door and writes its certificate into a file of its own, which goes when the door closes.
 *
 * @throws UsageError when the port is taken or the queue's address is none.
 */
export async function openRest(world: World, { restPort, authorize, queueEndpoint }: SimulateFlags): Promise<OpenRest> {
  if (queueEndpoint !== undefined && !URL.canParse(queueEndpoint)) {
    throw new UsageError(
      `--queue-endpoint ${queueEndpoint} is no address, such as http://127.0.0.1:10001/devstoreaccount1`,
    );
  }
  const queues = queueEndpoint === undefined ? undefined : { endpoint: queueEndpoint };
  const door = await serveRest(world, { port: restPort, authorize, queues }).catch(refusePort(restPort, "--rest-port"));
  const folder = mkdtempSync(join(tmpdir(), "ringfence-"));
  const certificate = join(folder, "certificate.pem");
  writeFileSync(certificate, door.certificate);
  const { tenantId, subscriptionId } = world.identity;
  return {
    address: door.resourceManager,
    variables: {
      NODE_EXTRA_CA_CERTS: certificate,
      IDENTITY_ENDPOINT: door.identityEndpoint,
      IDENTITY_HEADER: door.identityHeader,
      AZURE_AUTHORITY_HOST: door.resourceManager,
      AZURE_TENANT_ID: tenantId,
      AZURE_SUBSCRIPTION_ID: subscriptionId,
      ARM_METADATA_HOSTNAME: `localhost:${door.port}`,
      RINGFENCE_RESOURCE_MANAGER: door.resourceManager,
      RINGFENCE_LOG_ANALYTICS_ENDPOINT: door.logAnalytics,
    },
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await door.close();
    },
  };
}
