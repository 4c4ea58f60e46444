import type { AllowedNetworkArgs } from "../networks/allowed-network";
import type { OutboundHostArgs } from "../networks/outbound-host";
import type { OpeningArgs } from "../openings/opening";
import type { PrincipalArgs } from "../principals/principal";
import type { RingContext } from "../ring/context";
import type { ConnectionArgs } from "./connection";
import type { ContentFilterArgs } from "./content-filter";
import type { DivergenceArgs } from "./divergence";
import type { ModelDeploymentArgs } from "./model-deployment";

/** A Foundry account with one project, its model deployments and content filters. */
export interface AiProjectArgs {
  /** The ring it belongs to: `ring.context`. */
  ring: RingContext;
  /** The deployed models. They are created one after another, a spillover target before what spills into it. */
  models: ModelDeploymentArgs[];
  /** Content filters beside the strict one, which deployments get that name none. */
  contentFilters?: ContentFilterArgs[];
  /** Who calls the models: applications, with their managed identities. */
  callers?: PrincipalArgs[];
  /** Who manages deployments and content filters without managing the account. */
  operators?: PrincipalArgs[];
  /** Who builds agents and evaluations in the project. */
  developers?: PrincipalArgs[];
  /** Services that the project reaches with its own identity. */
  connections?: ConnectionArgs[];
  /** The region of account and project, in Azure's short form; the ring's if left out. Another one needs `divergence`. */
  region?: string;
  /** Why the region is not the ring's, and what that means. Required if it is not; ignored if it is. */
  divergence?: DivergenceArgs;
  /** Networks let through the firewall. Only closed rings have one; a private ring is reached by its endpoint alone. */
  allowedNetworks?: AllowedNetworkArgs[];
  /**
   * Lets Azure services that Microsoft trusts through the firewall, for example AI Search when it embeds documents
   * while indexing. Closed to them if left out.
   */
  trustedAzureServices?: OpeningArgs;
  /** Hosts that the account itself may call. None if left out. */
  outboundHosts?: OutboundHostArgs[];
  /**
   * Whether to take back an account of the same name that was deleted less than 48 hours ago, which Azure keeps so
   * long and whose name nothing else can have. Azure refuses it where there is none; so set it for one deployment.
   */
  restoreDeletedAccount?: boolean;
}
