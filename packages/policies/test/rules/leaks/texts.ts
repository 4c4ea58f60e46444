const repeated = (text: string, length: number) => text.repeat(length).slice(0, length);
const base64 = (length: number) => `${repeated("aB3/xY9+", length)}`;

/** Texts that are secrets by how they are written, put together here so that no scanner takes this file for a leak. */
export const secretTexts: Readonly<Record<string, string>> = {
  "a storage account's connection string": `DefaultEndpointsProtocol=https;AccountName=st;AccountKey=${base64(86)}==;EndpointSuffix=core.windows.net`,
  "a namespace's connection string": `Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${base64(43)}=`,
  "a database's connection string":
    "Server=tcp:sql.database.windows.net;Database=claims;User ID=app;Password=Tr0ub4dor3;",
  "a cache's connection string": `redis.cache.windows.net:6380,password=${base64(43)}=,ssl=True`,
  "a shared access signature": `https://st.blob.core.windows.net/c?sv=2024-11-04&sig=${repeated("aB3%2F", 44)}`,
  "a function's address with its key": `https://f.azurewebsites.net/api/run?code=${repeated("aB3-x_", 54)}==`,
  "a password in an address": "amqps://app:Tr0ub4dor3@queue.example:5671/claims",
  "a private key": "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
  "a token": `${["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJjbGFpbXMifQ"].join(".")}.${repeated("aB3-x_", 43)}`,
  "a client secret of Entra": `abc8Q~${repeated("aB3-x_~.", 34)}`,
  "a key of 64 bytes": `${base64(86)}==`,
  "a key of 32 bytes": `${base64(43)}=`,
  "a key of 16 bytes": repeated("0a1b2c3d", 32),
  "a Foundry key of today": `${repeated("aB3xY9", 52)}JQQJ99${repeated("aB3xY9", 26)}`,
  "a search key of today": `${repeated("aB3xY9", 42)}AzSeA${repeated("aB3xY9", 5)}`,
  "a model vendor's key": `sk-proj-${repeated("aB3-x_", 40)}`,
  "a code host's token": `ghp_${repeated("aB3xY9", 36)}`,
};

/** What is easily taken for a secret and is none. */
export const harmlessTexts: Readonly<Record<string, { name: string; value: string }>> = {
  "a secret's name": { name: "Db:PasswordSecret", value: "claims-db-password" },
  "a vault's address": { name: "OpenAI:ApiKey", value: "https://kv.vault.azure.net/secrets/openai" },
  "a reference of an app setting": {
    name: "Db:Password",
    value: "@Microsoft.KeyVault(SecretUri=https://kv/secrets/x)",
  },
  "a blank in a connection string": { name: "Db", value: "Server=tcp:sql;User ID=app;Password={password};" },
  "a connection string without a key": {
    name: "Db",
    value: "Server=tcp:sql.database.windows.net;Authentication=Active Directory Default;Database=claims",
  },
  "a GUID": { name: "Tenant", value: "3f2504e0-4f89-41d3-9a0c-0305e82c3301" },
  "a resource id": {
    name: "Vault",
    value: "/subscriptions/3f2504e0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
  },
  "a number of tokens": { name: "MaxTokens", value: "128000" },
  "an e-mail address in an address": { name: "Contact", value: "mailto:claims@contoso.example" },
  "a flag": { name: "FeatureManagement:RequireToken", value: "false" },
  "a public key": { name: "Jwt:PublicKeyId", value: "2026-11-a1b2c3" },
  "the name of a field": { name: "Cosmos:Partition_Key", value: "tenantId2026claims" },
  "a prompt that speaks of passwords": { name: "Prompt", value: "Never ask for a password: say why instead." },
};
