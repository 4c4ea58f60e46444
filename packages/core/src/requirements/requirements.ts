/** The requirements of operational excellence for AI, by which alerts, rules and runbooks can be traced. */
export const requirements = {
  "OE-R1": "Rings with promotion gates for models, prompts and vector indexes",
  "OE-R2": "Runbooks and rollback playbooks in source control, linked from alerts",
  "OE-R3": "Service levels for latency, success rate and groundedness, with a dashboard and reviews",
  "OE-R4": "Capacity and quota watched, with a warning before they run out",
  "OE-R5": "Versioned prompts, models and flows, evaluated before merge, redeployable from manifests",
  "OE-R6": "Operational tags on every resource",
  "OE-R7": "Canary releases and feature flags, promoted only within latency and error limits",
  "OE-R8": "Secrets rotated within 90 days, expiries tracked, emergency revocation",
  "OE-R9": "Calls instrumented: correlation, model, deployment, tokens, prompt version",
  "OE-R10": "Severities with times to acknowledge and to mitigate, and reviews after incidents",
  "OE-R11": "Preview features kept out of production until their risk is assessed",
  "OE-R12": "Regional divergence documented",
  "OE-R13": "Monthly cost review and idle endpoints",
  "OE-R14": "Nightly drift detection, with work items that are done in time",
  "OE-R15": "Safety evaluations and red-team findings in dashboards and gates",
} as const;

/** A requirement's id: `OE-R1` to `OE-R15`. */
export type RequirementId = keyof typeof requirements;
