export { harm } from "./harm";
export { mode } from "./mode";
export { promptShields } from "./prompt-shields";
export { protectedMaterial } from "./protected-material";
export { serverlessEndpoint } from "./serverless-endpoint";
