import type { Properties } from "../../values";
import type { World } from "../../world";
import { RestRefusal } from "../http/rest-refusal";

/** Whether a subscription can be changed. */
export const SubscriptionState = { Enabled: "Enabled", Disabled: "Disabled" } as const;
export type SubscriptionState = (typeof SubscriptionState)[keyof typeof SubscriptionState];

/** The subscriptions of the tenant: the world's own, and those in which somebody created a resource group. */
export class Subscriptions {
  private readonly disabled = new Set<string>();

  constructor(private readonly world: World) {}

  /** Ids of all subscriptions, the world's own first. */
  ids(): string[] {
    const others = this.world.resources("Microsoft.Resources/resourceGroups").map(({ id }) => id.split("/")[2] ?? "");
    return [...new Set([this.world.identity.subscriptionId, ...others])];
  }

  set(id: string, state: SubscriptionState): void {
    if (state === SubscriptionState.Disabled) this.disabled.add(id.toLowerCase());
    else this.disabled.delete(id.toLowerCase());
  }

  /**
   * A subscription, as Azure Resource Manager writes it.
   *
   * @throws RestRefusal 404 where the tenant has none with the id.
   */
  show(id: string): Properties {
    if (!this.ids().some((each) => each.toLowerCase() === id.toLowerCase())) {
      throw new RestRefusal(404, "SubscriptionNotFound", `The subscription '${id}' could not be found.`);
    }
    return {
      id: `/subscriptions/${id}`,
      subscriptionId: id,
      tenantId: this.world.identity.tenantId,
      displayName: "Simulated",
      state: this.disabled.has(id.toLowerCase()) ? SubscriptionState.Disabled : SubscriptionState.Enabled,
      subscriptionPolicies: {
        locationPlacementId: "Public_2014-09-01",
        quotaId: "PayAsYouGo_2014-09-01",
        spendingLimit: "Off",
      },
      authorizationSource: "RoleBased",
    };
  }

  /**
   * A disabled subscription can be read and cleared, and nothing else.
   *
   * @throws RestRefusal 409 ReadOnlyDisabledSubscription.
   */
  refuseChange(method: string, id: string): void {
    if (!["PUT", "PATCH", "POST"].includes(method) || !this.disabled.has(id.toLowerCase())) return;
    throw new RestRefusal(
      409,
      "ReadOnlyDisabledSubscription",
      `The subscription '${id}' is disabled and therefore marked as read only. You cannot perform any write actions on this ` +
        "subscription until it is re-enabled.",
    );
  }
}
