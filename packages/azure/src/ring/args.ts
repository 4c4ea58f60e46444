import type { Input } from "@pulumi/pulumi";
import type { RingName, RingOverrides } from "@ringfence/core/rings";
import type { TagsArgs } from "@ringfence/core/tags";
import type { AllowedNetworkArgs } from "../networks/allowed-network";
import type { OpeningArgs } from "../openings/opening";
import type { OnCallArgs } from "./on-call";

/** One environment ring. What is left out comes from the ring's row or is safe. */
export interface EnvironmentRingArgs {
  /** The ring: sandbox, dev, test or prod. Its row decides whatever is not stated here. */
  ring: RingName;
  /** The region, in Azure's short form: `swedencentral`. */
  location: string;
  /**
   * The Entra tenant of the subscription, as a GUID. Left out, the tenant of whoever deploys, which is known at preview.
   * State it where that is another one, as under Azure Lighthouse: the key vault trusts this tenant alone.
   */
  tenantId?: string;
  /** The operational tags. Every taggable child carries them, with the ring as `environment`. */
  tags: TagsArgs;
  /** Who is told of alerts, by severity. Prod needs receivers for Sev0 and Sev1. */
  onCall?: OnCallArgs;
  /** What the ring may cost a month, in the currency of the subscription's bill. */
  monthlyBudget: number;
  /**
   * The month the budget starts with: `2026-11`. Azure takes no month that has passed when it creates a budget, and
   * never lets it change after; so only the first deployment looks at it. That deployment's month if left out.
   */
  budgetFrom?: string;
  /** What differs from the ring's row. */
  overrides?: RingOverrides;
  /**
   * The virtual network's IPv4 range, where the ring's network is private: at least a /25. The first two quarters
   * become the subnets for private endpoints and for jobs, the rest stays free. Left out: 172.20.0.0/22 in sandbox,
   * 172.20.4.0/22 in dev, 172.20.8.0/22 in test, 172.20.12.0/22 in prod.
   */
  addressSpace?: string;
  /**
   * Private DNS zones that exist already, by name (`privatelink.vaultcore.azure.net`), as the ids of zones that the
   * ring's network can resolve, for example in a hub. The ring creates all others that its services need.
   */
  privateDnsZoneIds?: Record<string, Input<string>>;
  /** Networks that the key vault's firewall lets through, where the ring's network is closed. None if left out. */
  allowedNetworks?: AllowedNetworkArgs[];
  /**
   * Lets Azure services that Microsoft trusts through the key vault's firewall, for example an Application Gateway
   * that takes its certificate from it. Closed to them if left out.
   */
  trustedAzureServices?: OpeningArgs;
  /**
   * Where people read the runbooks that alerts link to; a link is this, a slash, the runbook's name and `.md`. The
   * runbooks of the Ringfence repository if left out: copy them to where your team can edit them.
   */
  runbooksUrl?: string;
  /**
   * What makes globally unique names unique: 3 to 13 lower-case letters and digits, starting with a letter. Left out,
   * it is made from project, stack, name and ring, so it changes when one of them is renamed. Two organisations that
   * deploy the same program under the same names need their own.
   */
  nameSuffix?: string;
}
