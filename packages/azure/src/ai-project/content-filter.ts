/** What a content filter looks for; Azure's own names. */
export const FilterCategory = {
  Hate: "Hate",
  Sexual: "Sexual",
  Violence: "Violence",
  SelfHarm: "Selfharm",
  /** A user who talks the model out of its instructions: the prompt shield for direct attacks. */
  Jailbreak: "Jailbreak",
  /** Instructions hidden in documents that the model reads: the prompt shield for indirect attacks. */
  IndirectAttack: "Indirect Attack",
  ProtectedMaterialText: "Protected Material Text",
  ProtectedMaterialCode: "Protected Material Code",
} as const;
export type FilterCategory = (typeof FilterCategory)[keyof typeof FilterCategory];

/** Which side of the conversation is looked at. */
export const FilterSource = { Prompt: "Prompt", Completion: "Completion" } as const;
export type FilterSource = (typeof FilterSource)[keyof typeof FilterSource];

/** The least severity that is acted on: Low acts on low, medium and high, High on high alone. */
export const FilterThreshold = { Low: "Low", Medium: "Medium", High: "High" } as const;
export type FilterThreshold = (typeof FilterThreshold)[keyof typeof FilterThreshold];

/** What happens to what is found. */
export const FilterAction = {
  /** The request fails, or the answer ends. */
  Block: "block",
  /** It passes, and the response says what was found. */
  Annotate: "annotate",
  /** It is not looked for. */
  Ignore: "ignore",
} as const;
export type FilterAction = (typeof FilterAction)[keyof typeof FilterAction];

/** One thing that a filter lets pass although the strict filter does not. */
export interface FilterLooseningArgs {
  /** The category: Hate, Sexual, Violence, Selfharm, Jailbreak, Indirect Attack or one of the protected materials. */
  category: FilterCategory;
  /** Prompt or Completion; wherever the category is looked for if left out. */
  source?: FilterSource;
  /** Medium or High, for the four harm categories. */
  threshold?: FilterThreshold;
  /** annotate or ignore, instead of block. Azure wants an approved application for this in a harm category. */
  action?: FilterAction;
  /** Why, for whoever audits it: one sentence of at most 256 characters, kept as a tag on the filter. */
  reason: string;
}

/** A content filter of its own: the strict one but for what its rows loosen. */
export interface ContentFilterArgs {
  /** Its name, by which deployments choose it: letters, digits, `_`, `.` and `-`. */
  name: string;
  /** What it lets pass although the strict filter does not. */
  loosenings: FilterLooseningArgs[];
}
