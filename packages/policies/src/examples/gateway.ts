import { type ExampleBag, type Examples, resource } from "./example";
import { inGroup, logsOf } from "./surroundings";

const atGateway = { ...inGroup, serviceName: "apim-claims-prod" };

const backend = (args: ExampleBag) =>
  resource("apimanagement:Backend", "models", {
    ...atGateway,
    protocol: "http",
    url: "https://ai-claims-prod.openai.azure.com/openai",
    ...args,
  });

const api = (...protocols: string[]) =>
  resource("apimanagement:Api", "chat", { ...atGateway, displayName: "Chat", path: "chat", protocols });

const namedValue = (args: ExampleBag) =>
  resource("apimanagement:NamedValue", "vendor-key", {
    ...atGateway,
    displayName: "vendor-key",
    secret: true,
    ...args,
  });

const gatewayService = resource("apimanagement:ApiManagementService", "gateway", {
  ...inGroup,
  publisherName: "Claims platform",
  publisherEmail: "claims-platform@contoso.example",
  sku: { name: "StandardV2", capacity: 1 },
});

export const gateway: Examples = {
  "gateway-backend-credentials": {
    bad: [backend({})],
    good: [backend({ credentials: { certificateIds: ["client"] } })],
  },
  "gateway-encrypted-protocols": {
    bad: [api("http", "https")],
    good: [api("https")],
  },
  "gateway-logs": {
    bad: [gatewayService],
    good: [gatewayService, logsOf("gateway", [{ category: "GatewayLogs", enabled: true }])],
  },
  "gateway-secrets-in-key-vault": {
    bad: [namedValue({ value: "…" })],
    good: [namedValue({ keyVault: { secretIdentifier: "https://kv-claims-prod.vault.azure.net/secrets/vendor-key" } })],
  },
};
