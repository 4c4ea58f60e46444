/** What tiles need to know of the ring; the names are what stands in braces in a tile's query or path. */
export interface RingFacts {
  service: string;
  environment: string;
  location: string;
  subscriptionId: string;
  resourceGroupId: string;
}

const PLACEHOLDER = /\{(service|environment|location|subscriptionId|resourceGroupId)\}/g;

/** A query or path with the ring's facts in it. They stand inside KQL's string literals, which escape with a backslash. */
export function withRingFacts(text: string, facts: RingFacts): string {
  return text.replace(PLACEHOLDER, (_, name: keyof RingFacts) => facts[name].replace(/[\\"]/g, "\\$&"));
}

/** The subscription of a resource group, as `/subscriptions/…`. */
export function subscriptionOf(resourceGroupId: string): string {
  return resourceGroupId.split("/").slice(0, 3).join("/");
}
