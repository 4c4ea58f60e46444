export { insecureIngress } from "./insecure-ingress";
export { internalEnvironment } from "./internal-environment";
export { managedIdentity } from "./managed-identity";
export { virtualNetwork } from "./virtual-network";
