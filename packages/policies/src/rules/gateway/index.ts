export { backendCredentials } from "./backend-credentials";
export { encryptedProtocols } from "./encrypted-protocols";
export { gatewayLogs } from "./gateway-logs";
export { namedValueSecret } from "./named-value-secret";
