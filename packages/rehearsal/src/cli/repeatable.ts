/** Gathers the values of an option that may be given more than once. */
export const each = (value: string, before: string[] = []): string[] => [...before, value];
