export { type ClientSettings, clientOptions, storageOptions, tries } from "./client-options";
export { azureConnections } from "./connections";
export { codeOf, statusOf } from "./status";
