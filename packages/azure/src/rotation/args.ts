import type { Input } from "@pulumi/pulumi";
import type { RingContext } from "../ring/context";
import type { VaultKeyArgs } from "./keys";
import type { ManualSecretArgs, RotatedSecretArgs } from "./secrets";

/** What SecretRotation needs. With no secret at all it still sweeps the ring's vault every day and reports what is too old. */
export interface SecretRotationArgs {
  /** The ring whose key vault is looked after. One ring takes one SecretRotation: a vault has one event topic. */
  ring: RingContext;
  /** The jobs' container image with its registry, pinned by its digest: `contoso.azurecr.io/ringfence-operations@sha256:…`. */
  image: string;
  /**
   * The Azure id of the container registry that holds the image; the jobs' identity gets leave to pull from it. Leave it
   * out for a public registry, or where that identity has leave already.
   */
  registryId?: Input<string>;
  /** Secrets that the job renews: keys of services. */
  secrets?: RotatedSecretArgs[];
  /** Secrets that people renew. */
  manualSecrets?: ManualSecretArgs[];
  /** Keys that Key Vault renews. */
  keys?: VaultKeyArgs[];
  /** The time of day at which the sweep looks at every secret, key and certificate, in UTC; 03:17 if left out. */
  sweepAt?: string;
}
