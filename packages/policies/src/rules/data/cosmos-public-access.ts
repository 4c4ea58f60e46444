import { resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const cosmosPublicAccess = resourceRule({
  id: "cosmos-no-public-access",
  title: "Cosmos DB accounts cannot be reached from the internet",
  covers: ["Azure.Cosmos.PublicAccess"],
  requirements: [],
  severity: "high",
  appliesTo: "cosmosdb:DatabaseAccount",
  holds: (account) => account.at("publicNetworkAccess").is("Disabled"),
  fix: 'Set publicNetworkAccess to "Disabled" and reach the account through a private endpoint.',
  why: "Azure opens the public endpoint unless told otherwise, and conversations and vectors lie behind it.",
  frameworks: [benchmarkControl("NS-2", "Azure.Cosmos.PublicAccess")],
});
