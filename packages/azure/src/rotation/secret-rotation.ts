import * as pulumi from "@pulumi/pulumi";
import { refuse } from "../refuse/refuse";
import { jobAccess } from "./access";
import type { SecretRotationArgs } from "./args";
import { expiryEvents } from "./expiry-events";
import { rotationJobs } from "./jobs";
import { networkedRing } from "./jobs-network";
import { rotationAlerts } from "./rotation-alerts";
import { secretRotationNameProblems, secretRotationProblems } from "./rotation-problems";
import type { ManualSecretArgs } from "./secrets";
import { rotationStore } from "./store";
import { manualSecret, vaultKey } from "./vault-contents";

/**
 * Renews the ring's secrets and keys before they get too old (OE-R8): expiry events, the job that answers them, a daily
 * sweep of the whole vault, roles and alerts. Key Vault announces what expires within 30 days; the announcement waits in
 * a queue and starts a job that renews the service's idle key and writes it to the vault. The sweep finds what was never
 * announced. Keys are renewed by Key Vault itself.
 *
 * The values of rotated secrets are never in the program: the job writes the first one too, so start the sweep once
 * after the first deployment.
 */
export class SecretRotation extends pulumi.ComponentResource {
  /** Where consumers read each secret, without a version, so that they get the newest: by the secret's name. */
  public readonly secretUris: pulumi.Output<Record<string, string>>;
  /** The name of the job that sweeps every day; starting it by hand renews what is due. */
  public readonly sweepJobName: pulumi.Output<string>;

  constructor(name: string, args: SecretRotationArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("SecretRotation", name, [...secretRotationNameProblems(name, args), ...secretRotationProblems(args)]);
    const held = { ...args, manualSecrets: args.manualSecrets?.map(withSecretValue) };
    super("ringfence:index:SecretRotation", name, held, opts);
    const child = { parent: this };
    const { ring, doors } = networkedRing(name, args.ring, child);
    const inNetwork = { ...held, ring };
    const store = rotationStore(name, ring, child);
    const access = jobAccess(name, inNetwork, store, child);
    const topic = expiryEvents(name, ring, store, child);
    const jobs = rotationJobs(name, inNetwork, store, pulumi.mergeOptions(child, { dependsOn: [...doors, ...access] }));
    rotationAlerts(name, ring, { topic, ...jobs }, child);
    const { secrets = [], manualSecrets = [], keys = [] } = held;
    for (const secret of manualSecrets) manualSecret(name, ring, secret, child);
    for (const key of keys) vaultKey(name, ring, key, child);
    this.secretUris = pulumi
      .output(ring.keyVaultUri)
      .apply((vault) =>
        Object.fromEntries([...secrets, ...manualSecrets].map((s) => [s.name, `${vault}secrets/${s.name}`])),
      );
    this.sweepJobName = jobs.sweep.name;
    this.registerOutputs({ secretUris: this.secretUris, sweepJobName: this.sweepJobName });
  }
}

/** A value is a secret in the state and on the screen even where the program gives it as plain text. */
function withSecretValue(secret: ManualSecretArgs): ManualSecretArgs {
  return { ...secret, value: pulumi.secret(secret.value) };
}
