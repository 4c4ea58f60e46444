import { resourceRule } from "../../rule";

export const redisLocalAuthentication = resourceRule({
  id: "redis-local-auth-disabled",
  title: "Redis caches accept Entra identities only",
  covers: ["AzurePolicy-3827af20 / Azure.Redis.LocalAuth"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "redis:Redis",
  holds: (cache) => cache.at("disableAccessKeyAuthentication").is(true),
  fix: 'Set disableAccessKeyAuthentication to true and redisConfiguration["aad-enabled"] to "true", and assign access policies.',
  why: "An access key opens every cached prompt and answer, and works until somebody regenerates it.",
});
