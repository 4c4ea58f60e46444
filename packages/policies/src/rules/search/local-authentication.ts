import { resourceRule } from "../../rule";

export const localAuthentication = resourceRule({
  id: "search-no-keys",
  title: "Search services accept Entra identities only",
  covers: ["AzurePolicy-6300012e-search-local-auth"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "search:Service",
  holds: (service) => service.at("disableLocalAuth").is(true),
  fix: "Set disableLocalAuth to true, leave authOptions out, and give callers a role such as Search Index Data Reader.",
  why: "An admin key reads and rewrites every index, names nobody in the logs, and lives until somebody rotates it.",
});
