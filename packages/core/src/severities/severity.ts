/** How urgent an alert is, in Azure Monitor's own words: Sev0 is the most urgent. */
export const Severity = { Sev0: "Sev0", Sev1: "Sev1", Sev2: "Sev2", Sev3: "Sev3", Sev4: "Sev4" } as const;
export type Severity = (typeof Severity)[keyof typeof Severity];

/** All severities, the most urgent first. */
export const severityNames: readonly Severity[] = Object.values(Severity);
