export { type Azurite, type AzuriteOptions, startAzurite } from "./azurite";
export { type LoopbackCertificate, loopbackCertificate } from "./certificate";
export { type LoopbackPrincipal, loopbackIdentity } from "./loopback-identity";
