import type { LocalTypes } from "./local-type";

export const azureadTypes: LocalTypes = { resources: {}, functions: {} };
