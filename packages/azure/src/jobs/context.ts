import type { Input } from "@pulumi/pulumi";

/**
 * Where scheduled jobs run and what they share: one Container Apps environment, one image, one store. `SecretRotation`
 * gives it by its getter `jobs` to the components that add jobs of their own.
 */
export interface JobsContext {
  /** The jobs' container image with its registry, pinned by its digest. */
  image: string;
  /** The Container Apps environment's id. */
  environmentId: Input<string>;
  /** The id of the storage account that holds queues, journal and audit. */
  storageAccountId: Input<string>;
  /** That account's name. */
  storageAccountName: Input<string>;
  /** The id of the journal's table, for roles on it. */
  journalTableId: Input<string>;
  /** The table's name. */
  journalTable: Input<string>;
  /** The id of the audit's container, for roles on it. */
  auditContainerId: Input<string>;
  /** The container's name. */
  auditContainer: Input<string>;
  /**
   * Whether the jobs' identity may read the ring's logs already, as it may where secrets of the rotation have consumers;
   * Azure refuses the same role twice. It may not if left out, and a component whose job reads logs gives it the role.
   */
  readsLogs?: boolean;
}
