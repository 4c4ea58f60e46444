export { type SarifOptions, sarifLog } from "./log";
