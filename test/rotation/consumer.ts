import { createHmac } from "node:crypto";
import { httpsClient } from "./https.ts";
import type { JobDefinition } from "./job-definitions.ts";
import type { Stage } from "./stage.ts";

/** Key Vault Secrets User: reads values, and nothing else. */
const SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6";
const OBJECT_ID = "5ca9ed00-0000-4000-8000-000000000001";
const PAUSE_MILLISECONDS = 10;

/** A call that the service did not accept. */
export interface FailedCall {
  readonly at: Date;
  readonly status: number;
}

/** The scanner: reads the published secret and calls its service with it, all the time. */
export interface Consumer {
  readonly calls: number;
  /** The Azure id of the rule whose key it uses. */
  readonly owner: string;
  readonly failed: readonly FailedCall[];
  /** The values that it has had, the oldest first; what must be found nowhere else. */
  readonly values: readonly string[];
  /** The longest time from a call that failed to one that did not, in milliseconds. */
  readonly longestOutage: number;
  /** Lets something happen between two calls, such as a month. */
  between(happens: () => Promise<void>): Promise<void>;
  /** Whether the service accepts a value. */
  accepts(value: string): Promise<boolean>;
  stop(): Promise<void>;
}

/** Lets the scanner read the secret of a job's first rotation, and begin. */
export function startConsumer({ world, door, environmentOf }: Stage, job: JobDefinition): Consumer {
  const [secret] = JSON.parse(environmentOf(job).RINGFENCE_SECRETS ?? "[]") as {
    name: string;
    owner: string;
    endpoint: string;
  }[];
  if (secret === undefined) throw new Error(`${job.name} renews no secret`);
  const vaultUri = environmentOf(job).RINGFENCE_KEY_VAULT_URI ?? "";
  allowToRead(world, vaultUri);
  const https = httpsClient(door.certificate);
  const rule = secret.owner.split("/").at(-1) ?? "";
  const address = `${secret.endpoint}/scans/messages`;
  const values: string[] = [];
  const failed: FailedCall[] = [];
  let calls = 0;
  let brokenSince: number | undefined;
  let longestOutage = 0;
  let stopped = false;
  const between: (() => Promise<void>)[] = [];

  const send = async (key: string) => {
    const authorization = signed(secret.endpoint, rule, key);
    return (await https.ask("POST", address, { authorization, "content-length": "0" })).status;
  };
  const read = async () => {
    const authorization = `Bearer ${door.token("https://vault.azure.net", { objectId: OBJECT_ID })}`;
    const reply = await https.ask("GET", `${vaultUri.replace(/\/$/, "")}/secrets/${secret.name}?api-version=7.5`, {
      authorization,
    });
    if (reply.status !== 200) throw new Error(`the scanner's read was answered with ${reply.status}: ${reply.text}`);
    return (JSON.parse(reply.text) as { value: string }).value;
  };
  const working = (async () => {
    while (!stopped) {
      await between.shift()?.();
      const value = await read();
      if (values.at(-1) !== value) values.push(value);
      const status = await send(value);
      calls += 1;
      const now = performance.now();
      if (status === 201) {
        if (brokenSince !== undefined) longestOutage = Math.max(longestOutage, now - brokenSince);
        brokenSince = undefined;
      } else {
        failed.push({ at: new Date(), status });
        brokenSince ??= now;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  })();
  return {
    get calls() {
      return calls;
    },
    owner: secret.owner,
    failed,
    values,
    get longestOutage() {
      return longestOutage;
    },
    between: (happens) =>
      new Promise((resolve, reject) => {
        between.push(() => happens().then(resolve, reject));
      }),
    accepts: async (value) => (await send(value)) === 201,
    stop: async () => {
      stopped = true;
      await working;
      https.close();
    },
  };
}

/** What an administrator would have done: the role on the vault. */
function allowToRead(world: Stage["world"], vaultUri: string): void {
  const name = vaultUri.replace(/\/$/, "").split("/").at(-1);
  const vault = world.resources("Microsoft.KeyVault/vaults").find(({ id }) => id.endsWith(`/${name}`));
  if (vault === undefined) throw new Error(`there is no vault ${name}`);
  const id = `${vault.id}/providers/Microsoft.Authorization/roleAssignments/5ca9ed00-0000-4000-8000-000000000002`;
  const { subscriptionId } = world.identity;
  world.assume(id, "Microsoft.Authorization/roleAssignments", {
    principalId: OBJECT_ID,
    scope: vault.id,
    roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${SECRETS_USER}`,
  });
}

/** Service Bus takes a signature that the key makes, good for a minute. */
function signed(address: string, rule: string, key: string): string {
  const resource = encodeURIComponent(address.toLowerCase());
  const expiry = Math.floor(Date.now() / 1000) + 60;
  const signature = createHmac("sha256", key).update(`${resource}\n${expiry}`).digest("base64");
  return `SharedAccessSignature sr=${resource}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${rule}`;
}
