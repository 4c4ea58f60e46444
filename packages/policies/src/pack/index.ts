export { type PackEnvironment, readEnvironment } from "./environment";
export { ownRules, SETTINGS_POLICY } from "./own-policies";
export { policiesOf } from "./policies-of";
export { Session, type SessionOptions } from "./session";
export { type PackArgs, startPack } from "./start-pack";
