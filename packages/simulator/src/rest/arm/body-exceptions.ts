/** Members that stand inside `properties` although their names usually stand beside it. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  "microsoft.operationalinsights/workspaces": ["sku"],
  "microsoft.cache/redis": ["sku"],
  "microsoft.network/applicationgateways": ["sku"],
};

/** Where azure-native's name for a property is not the one on the wire: the wire's name first. */
const RENAMED: Readonly<Record<string, readonly (readonly [wire: string, native: string])[]>> = {
  "microsoft.storage/storageaccounts": [
    ["supportsHttpsTrafficOnly", "enableHttpsTrafficOnly"],
    ["isNfsV3Enabled", "enableNfsV3"],
    ["networkAcls", "networkRuleSet"],
  ],
};

/** Whether a member with an envelope's name stands inside `properties` in this type. */
export function standsInside(armType: string, name: string): boolean {
  return INSIDE[armType.toLowerCase()]?.includes(name) === true;
}

/** azure-native's name for a property on the wire. */
export function renamed(armType: string, wire: string): string {
  return RENAMED[armType.toLowerCase()]?.find(([each]) => each === wire)?.[1] ?? wire;
}

/** The wire's name for a property of azure-native. */
export function wireName(armType: string, native: string): string {
  return RENAMED[armType.toLowerCase()]?.find(([, each]) => each === native)?.[0] ?? native;
}
