import * as pulumi from "@pulumi/pulumi";
import type { JobsContext } from "../jobs/context";
import { jobsEnvironment } from "../jobs/jobs-environment";
import { refuse } from "../refuse/refuse";
import { jobAccess } from "./access";
import type { SecretRotationArgs } from "./args";
import { expiryEvents } from "./expiry-events";
import { rotationJobs } from "./jobs";
import { jobsContext } from "./jobs-context";
import { networkedRing } from "./jobs-network";
import { rotationAlerts } from "./rotation-alerts";
import { secretRotationNameProblems, secretRotationProblems } from "./rotation-problems";
import type { ManualSecretArgs } from "./secrets";
import { rotationStore } from "./store";
import { manualSecret, vaultKey } from "./vault-contents";

/** Where each component's jobs run. Kept here, because every property of a component is in its schema. */
const contexts = new WeakMap<SecretRotation, JobsContext>();

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
    const ready = [...doors, ...access];
    const environment = jobsEnvironment(name, ring, pulumi.mergeOptions(child, { dependsOn: ready }));
    const jobs = jobsContext(args, environment, store, ready);
    contexts.set(this, jobs);
    const { rotate, sweep } = rotationJobs(name, inNetwork, store, jobs, child);
    rotationAlerts(name, ring, { topic, rotate, sweep }, child);
    const { secrets = [], manualSecrets = [], keys = [] } = held;
    for (const secret of manualSecrets) manualSecret(name, ring, secret, child);
    for (const key of keys) vaultKey(name, ring, key, child);
    this.secretUris = pulumi
      .output(ring.keyVaultUri)
      .apply((vault) =>
        Object.fromEntries([...secrets, ...manualSecrets].map((s) => [s.name, `${vault}secrets/${s.name}`])),
      );
    this.sweepJobName = sweep.name;
    this.registerOutputs({ secretUris: this.secretUris, sweepJobName: this.sweepJobName });
  }

  /** Where the ring's jobs run. Give it to components that add a job of their own. */
  get jobs(): JobsContext {
    const context = contexts.get(this);
    if (context) return context;
    throw new Error("the rotation's jobs are read before the rotation has been made");
  }
}

/** A value is a secret in the state and on the screen even where the program gives it as plain text. */
function withSecretValue(secret: ManualSecretArgs): ManualSecretArgs {
  return { ...secret, value: pulumi.secret(secret.value) };
}
