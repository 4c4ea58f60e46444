export { evidenceAge } from "./evidence-age";
export { evidenceGiven } from "./evidence-given";
export { scores } from "./scores";
