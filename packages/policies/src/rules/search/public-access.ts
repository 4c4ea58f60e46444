import { resourceRule } from "../../rule";

export const publicAccess = resourceRule({
  id: "search-no-public-access",
  title: "Search services cannot be reached from the internet",
  covers: ["AzurePolicy-ee980b6d-search-pna"],
  requirements: [],
  severity: "high",
  appliesTo: "search:Service",
  holds: (service) => service.at("publicNetworkAccess").is("Disabled"),
  fix: 'Set publicNetworkAccess to "disabled" and reach the service through a private endpoint.',
  why: "An index holds the organisation's documents in pieces made for finding; the endpoint is open unless told otherwise.",
});
