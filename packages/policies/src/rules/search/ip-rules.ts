import { fails, holds, resourceRule } from "../../rule";

/** A range of no fixed bits is every address there is, whatever address it is written with. */
const EVERY_ADDRESS = /\/0+\s*$/;

export const ipRules = resourceRule({
  id: "search-no-open-ip-rule",
  title: "Search firewalls do not let every address in",
  covers: ["CKV_AZURE_210"],
  requirements: [],
  severity: "critical",
  appliesTo: "search:Service",
  holds: (service) =>
    service.at("networkRuleSet.ipRules").every((rule) => {
      const range = rule.at("value");
      return range.judge((given) =>
        typeof given === "string" && EVERY_ADDRESS.test(given) ? fails(range.path, "lets every address in") : holds,
      );
    }),
  fix: "Name the ranges that need access, or remove the rule and use a private endpoint.",
  why: "A firewall that allows 0.0.0.0/0 looks switched on in every report and keeps nobody out.",
});
