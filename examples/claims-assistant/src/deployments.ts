import type { ModelDeploymentArgs, PromotionEvidenceArgs } from "@ringfence/azure";

/** What a ring reserves for the chat model, and what its models have to show. */
interface Serving {
  chatCapacity: number;
  provisionedUnits: number;
  evidence: PromotionEvidenceArgs | undefined;
}

/**
 * The chat model and the embedding model. With provisioned units the chat model has reserved throughput, and what it
 * cannot take spills over to the same model paid by the token. They are evaluated together, so they share the evidence.
 */
export function deployments({ chatCapacity, provisionedUnits, evidence }: Serving): ModelDeploymentArgs[] {
  const chat = { model: "gpt-5.4", version: "2026-03-05", contentFilter: "claims", evidence };
  const byTheToken: ModelDeploymentArgs = { name: "chat", ...chat, sku: "DataZoneStandard", capacity: chatCapacity };
  const embeddings: ModelDeploymentArgs = {
    name: "embeddings",
    model: "text-embedding-3-large",
    version: "1",
    sku: "Standard",
    capacity: 60,
    evidence,
  };
  if (provisionedUnits === 0) return [byTheToken, embeddings];
  return [
    {
      name: "chat",
      ...chat,
      sku: "DataZoneProvisionedManaged",
      capacity: provisionedUnits,
      spilloverTo: "chat-spillover",
    },
    { ...byTheToken, name: "chat-spillover" },
    embeddings,
  ];
}
