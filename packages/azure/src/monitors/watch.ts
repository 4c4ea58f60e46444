import type { Input } from "@pulumi/pulumi";

/**
 * One resource to watch. Name, type and what is said of the resource are plain, so that the alert rules are known while
 * the program runs and a preview shows them; only the id may be an output.
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
   * The Foundry project of an AI account, whose agents are watched too. Azure's metrics of agents are previews, so that
   * only rings that allow previews do so. None if left out.
   */
  projectId?: Input<string>;
  /** Whether it is an AI account that serves OpenAI's models, which have metrics of their own. True if left out. */
  hasOpenAiModels?: boolean;
  /** Whether it is an AI account that serves models of other makers, which have metrics of their own. False if left out. */
  hasOtherModels?: boolean;
  /**
   * Whether it is an AI account with provisioned throughput. Alerts that only make sense there, such as utilisation,
   * are left out otherwise. False if left out.
   */
  hasProvisionedThroughput?: boolean;
  /**
   * The model deployments of an AI account that spill over to another one when they are full. Callers that they turn
   * away are served there, so that they count as spillover and wake nobody. None if left out.
   */
  spillingDeployments?: string[];
  /**
   * Whether it is an AI account whose busiest model deployment gets fewer than about 20 calls a minute. There one failed
   * call at night is all of five minutes' calls, so that an availability rate pages for nothing: failed calls are counted
   * over half an hour instead (`model-failing-at-low-traffic` in place of `model-down` and `model-unavailable`). With
   * `watched` of an AiProject: `{ ...assistant.watched, hasLowTraffic: true }`. False if left out.
   */
  hasLowTraffic?: boolean;
  /** Whether it is an API Management service of a v2 tier, which measures its load in another way. False if left out. */
  isV2Gateway?: boolean;
  /** Whether it is a container app that always runs at least one replica. False if left out. */
  isAlwaysOn?: boolean;
}
