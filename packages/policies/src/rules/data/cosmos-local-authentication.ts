import { resourceRule } from "../../rule";

export const cosmosLocalAuthentication = resourceRule({
  id: "cosmos-local-auth-disabled",
  title: "Cosmos DB accounts accept Entra identities only",
  covers: ["CKV_AZURE_140"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "cosmosdb:DatabaseAccount",
  holds: (account) => account.at("disableLocalAuth").is(true),
  fix: "Set disableLocalAuth to true and assign data roles with cosmosdb.SqlResourceSqlRoleAssignment.",
  why: "An account key opens every conversation that the account keeps, and works until somebody regenerates it.",
});
