type RequirementNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;

/** An operational-excellence requirement, OE-R1 to OE-R15, by which alerts, rules and runbooks can be traced. */
export type RequirementId = `OE-R${RequirementNumber}`;
