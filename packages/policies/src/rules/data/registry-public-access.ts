import { allOf, resourceRule } from "../../rule";

export const registryPublicAccess = resourceRule({
  id: "registry-no-public-access",
  title: "Container registries cannot be reached from the internet, nor without a sign-in",
  covers: ["AzurePolicy-9f2dea28 / 0fdf0491"],
  requirements: [],
  severity: "high",
  appliesTo: "containerregistry:Registry",
  holds: (registry) =>
    allOf(registry.at("anonymousPullEnabled").isNot(true), registry.at("publicNetworkAccess").is("Disabled")),
  fix: 'Set publicNetworkAccess to "Disabled" (which needs the Premium SKU) and leave anonymousPullEnabled out.',
  why: "Images hold prompts, code and configuration; an open registry shows them to everybody.",
});
