export { providerPackages } from "./packages";
export { type ProviderServer, type ServeOptions, serveProviders } from "./server";
