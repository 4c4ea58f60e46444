export { allowedRegistries } from "./allowed-registries";
export { applicationInsights } from "./application-insights";
export { onlineAuthentication } from "./online-authentication";
export { publicAccess } from "./public-access";
export { serverlessAuthentication } from "./serverless-authentication";
