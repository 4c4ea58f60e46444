export { type Level, levelOf, levelTable } from "./level";
export { findPreset, Preset, type PresetChoice, presetNames, presetPattern, presets } from "./preset";
