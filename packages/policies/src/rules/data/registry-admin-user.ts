import { resourceRule } from "../../rule";

export const registryAdminUser = resourceRule({
  id: "registry-no-admin-user",
  title: "Container registries have no admin user",
  covers: ["CKV_AZURE_137"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "containerregistry:Registry",
  holds: (registry) => registry.at("adminUserEnabled").isNot(true),
  fix: "Leave adminUserEnabled out, and give pipelines and services the roles AcrPush and AcrPull.",
  why: "The admin user is one password for everybody that may replace every image which production will pull.",
});
