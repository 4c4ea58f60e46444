export { type Azurite, type AzuriteOptions, startAzurite } from "./azurite.ts";
export { type LoopbackCertificate, loopbackCertificate } from "./certificate.ts";
export { type LoopbackPrincipal, loopbackIdentity } from "./loopback-identity.ts";
export { supportedNode } from "./supported-node.ts";
