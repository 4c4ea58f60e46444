import type { Input } from "@pulumi/pulumi";

/**
 * One resource to watch. Name and type are plain, so that the alert rules are known while the program runs and a
 * preview shows them; only the id may be an output.
 */
export interface WatchArgs {
  /**
   * A short name for it, unique among what one ServiceMonitors watches; alert rules are named after it. Lower-case
   * letters, digits and hyphens, 2 to 24 characters, starting with a letter.
   */
  name: string;
  /** The resource's Azure id. */
  resourceId: Input<string>;
  /** The resource's Azure type, as Azure Resource Manager spells it: `Microsoft.CognitiveServices/accounts`. */
  type: string;
  /**
   * Whether it is an AI account with provisioned throughput. Alerts that only make sense there, such as utilisation,
   * are left out otherwise. False if left out.
   */
  hasProvisionedThroughput?: boolean;
}
