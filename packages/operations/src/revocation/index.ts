export { type Revocation, type RevocationParts, type Revoked, revokeSecrets } from "./revoke";
export { type RevocationScope, scopeOf } from "./scope";
