import { allOf, resourceRule } from "../../rule";

export const sku = resourceRule({
  id: "search-no-free-tier",
  title: "Search services run in a paid tier",
  covers: ["Azure.Search.SKU"],
  requirements: ["OE-R3"],
  severity: "high",
  appliesTo: "search:Service",
  holds: (service) => {
    const name = service.at("sku.name");
    return allOf(name.exists(), name.isNot("free"));
  },
  fix: "Set sku.name to basic or higher; a service cannot leave the free tier later, it is created anew.",
  why: "The free tier shares its machines with strangers, has no replicas and no private endpoints, and Azure may delete it when idle.",
});
