export type { Configuration, SettingName } from "./configuration";
export { ConfigurationRefused } from "./configuration-refused";
export { configurationFile } from "./file";
export { mustHave } from "./must-have";
export { type ConfigurationSources, readConfiguration } from "./read";
export type { RenewedSecret } from "./renewed-secret";
export type { Parsed, Setting } from "./setting";
export { settings } from "./settings";
