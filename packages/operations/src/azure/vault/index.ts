import type { TokenCredential } from "@azure/core-auth";
import { CertificateClient } from "@azure/keyvault-certificates";
import { KeyClient } from "@azure/keyvault-keys";
import { SecretClient } from "@azure/keyvault-secrets";
import type { Clock, SecretStore } from "../../ports";
import { type ClientSettings, clientOptions } from "../client-options";
import { keyVaultStore } from "./key-vault-store";
import { pacedPolicy } from "./pace";

export { CALLS_PER_SECOND } from "./pace";

/**
 * The ring's vault. One pace for its three clients, because the vault counts them together. The vault's challenge names
 * whom the token is for; that it is the vault's own domain is checked, but for a vault on this machine.
 */
export function connectVault(
  uri: string,
  credential: TokenCredential,
  clock: Clock,
  settings: ClientSettings,
): SecretStore {
  const options = {
    ...clientOptions(settings, pacedPolicy(clock)),
    disableChallengeResourceVerification: isLoopback(new URL(uri).hostname),
  };
  return keyVaultStore({
    secrets: new SecretClient(uri, credential, options),
    publishing: new SecretClient(uri, credential, { ...options, retryOptions: { maxRetries: 0 } }),
    keys: new KeyClient(uri, credential, options),
    certificates: new CertificateClient(uri, credential, options),
  });
}

function isLoopback(host: string): boolean {
  return host === "127.0.0.1" || host === "localhost" || host.endsWith(".localhost");
}
