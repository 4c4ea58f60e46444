export { deployment } from "./deployment";
export { keyValue } from "./key-value";
export { outputs } from "./outputs";
