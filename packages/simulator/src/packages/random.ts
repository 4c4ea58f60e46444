import type { LocalTypes } from "./local-type";

export const randomTypes: LocalTypes = { resources: {}, functions: {} };
