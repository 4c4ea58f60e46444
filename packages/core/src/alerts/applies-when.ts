/** What is true of a watched resource and decides which alerts make sense there. */
export interface ResourceFacts {
  /** Whether an AI account serves OpenAI's models, which have metrics of their own. */
  readonly hasOpenAiModels: boolean;
  /** Whether an AI account serves models of other makers, which have metrics of their own. */
  readonly hasOtherModels: boolean;
  /** Whether an AI account has provisioned throughput. */
  readonly hasProvisionedThroughput: boolean;
  /** Whether a model deployment of an AI account spills over to another one. */
  readonly hasSpillover: boolean;
  /** Whether an AI account's deployments get so few calls that a share of them says nothing: under about 20 a minute. */
  readonly hasLowTraffic: boolean;
  /** Whether an API Management service is of a v2 tier, which measures its load in another way. */
  readonly isV2Gateway: boolean;
  /** Whether a container app always runs at least one replica. */
  readonly isAlwaysOn: boolean;
}

/** What must be true, or not, of a resource for an alert to make sense there. */
export type AppliesWhen = Readonly<Partial<ResourceFacts>>;

/** What is taken for true of a resource of which nothing is said. */
export const usualFacts: ResourceFacts = {
  hasOpenAiModels: true,
  hasOtherModels: false,
  hasProvisionedThroughput: false,
  hasSpillover: false,
  hasLowTraffic: false,
  isV2Gateway: false,
  isAlwaysOn: false,
};

/** Which model deployments an alert counts, where some spill over to others when they are full. */
export const Spillover = {
  /** Those that spill over: what they turn away is served elsewhere, and costs more. */
  Only: "only",
  /** Those that do not: what they turn away is turned away. */
  LeftOut: "left-out",
} as const;
export type Spillover = (typeof Spillover)[keyof typeof Spillover];

/** Whether an alert makes sense on a resource. */
export function applies(appliesWhen: AppliesWhen | undefined, facts: ResourceFacts): boolean {
  const required = Object.entries(appliesWhen ?? {}) as [keyof ResourceFacts, boolean | undefined][];
  return required.every(([fact, value]) => value === undefined || facts[fact] === value);
}
