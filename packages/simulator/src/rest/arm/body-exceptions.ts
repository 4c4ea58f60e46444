import { isObject, type Properties, type Value } from "../../values";

/** Members that stand inside `properties` although their names usually stand beside it. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  "microsoft.operationalinsights/workspaces": ["sku"],
  "microsoft.cache/redis": ["sku"],
  "microsoft.network/applicationgateways": ["sku"],
};

/** Properties that a read through Azure Resource Manager leaves out: a POST action gives them. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  "microsoft.apimanagement/service/subscriptions": ["primaryKey", "secondaryKey"],
  "microsoft.cache/redis": ["accessKeys"],
};

/**
 * Where azure-native's name for a property is not the one on the wire: dotted paths, the wire's first. In types whose
 * `properties` azure-native lifts up, paths begin below it.
 */
const RENAMED: Readonly<Record<string, readonly (readonly [wire: string, native: string])[]>> = {
  "microsoft.storage/storageaccounts": [
    ["supportsHttpsTrafficOnly", "enableHttpsTrafficOnly"],
    ["isNfsV3Enabled", "enableNfsV3"],
    ["networkAcls", "networkRuleSet"],
  ],
  "microsoft.keyvault/vaults/secrets": [
    ["properties.attributes.exp", "properties.attributes.expires"],
    ["properties.attributes.nbf", "properties.attributes.notBefore"],
  ],
  "microsoft.authorization/roledefinitions": [["type", "roleType"]],
  "microsoft.insights/components": [
    ["Application_Type", "applicationType"],
    ["Flow_Type", "flowType"],
    ["Request_Source", "requestSource"],
    ...[
      "AppId",
      "ApplicationId",
      "ConnectionString",
      "CreationDate",
      "DisableIpMasking",
      "DisableLocalAuth",
      "ForceCustomerStorageForProfiler",
      "HockeyAppId",
      "HockeyAppToken",
      "ImmediatePurgeDataOn30Days",
      "IngestionMode",
      "InstrumentationKey",
      "LaMigrationDate",
      "PrivateLinkScopedResources",
      "RetentionInDays",
      "SamplingPercentage",
      "TenantId",
      "WorkspaceResourceId",
    ].map((wire) => [wire, `${wire[0]?.toLowerCase()}${wire.slice(1)}`] as const),
  ],
};

/** Whether a member with an envelope's name stands inside `properties` in this type. */
export function standsInside(armType: string, name: string): boolean {
  return INSIDE[armType.toLowerCase()]?.includes(name) === true;
}

/** Whether a read through Azure Resource Manager shows a property. */
export function isShown(armType: string, name: string): boolean {
  return NOT_SHOWN[armType.toLowerCase()]?.includes(name) !== true;
}

/** The properties under azure-native's names. */
export function withNativeNames(armType: string, properties: Properties): Properties {
  const names = RENAMED[armType.toLowerCase()] ?? [];
  return names.reduce((each, [wire, native]) => moved(each, wire.split("."), native.split(".")), properties);
}

/** The properties under the wire's names. */
export function withWireNames(armType: string, properties: Properties): Properties {
  const names = RENAMED[armType.toLowerCase()] ?? [];
  return names.reduce((each, [wire, native]) => moved(each, native.split("."), wire.split(".")), properties);
}

/** The object with a property under another name at the same depth; itself where it has no such property. */
function moved(object: Properties, from: readonly string[], to: readonly string[]): Properties {
  const [step = "", ...rest] = from;
  const value: Value | undefined = object[step];
  if (value === undefined) return object;
  if (rest.length > 0) return isObject(value) ? { ...object, [step]: moved(value, rest, to.slice(1)) } : object;
  const { [step]: _, ...others } = object;
  return { ...others, [to[0] ?? step]: value };
}
