import { ResourceMonitorFeature as Feature } from "@pulumi/pulumi/proto/resource_pb";

/**
 * What this engine can do, by the names that older SDKs ask for one by one and the codes that newer ones get at once.
 * State migrations, byte strings and invokes that wait for dependencies are not here; SDKs then do without.
 */
const FEATURES: Readonly<Record<string, Feature>> = {
  secrets: Feature.RESOURCE_MONITOR_FEATURE_SECRETS,
  resourceReferences: Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
  outputValues: Feature.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES,
  aliasSpecs: Feature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
  deletedWith: Feature.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
  replaceWith: Feature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
  transforms: Feature.RESOURCE_MONITOR_FEATURE_TRANSFORMS,
  invokeTransforms: Feature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS,
  parameterization: Feature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
  resourceHooks: Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS,
  errorHooks: Feature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS,
};

export function supports(feature: string): boolean {
  return Object.hasOwn(FEATURES, feature);
}

export const supportedFeatures: readonly Feature[] = Object.values(FEATURES);
