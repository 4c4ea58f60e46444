import type { LocalTypes } from "./local-type";

export const tlsTypes: LocalTypes = { resources: {}, functions: {} };
