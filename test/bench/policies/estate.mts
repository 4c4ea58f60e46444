import type { CompleteResource } from "@ringfence/policies/testing";

/** What the resources of the component set are named by, and their copies by another number. */
export const SET_NAME = "e0000";

/** What is judged. */
export const Estate = {
  /** What Ringfence's components build for AI in production, over and over: 38 types, most of them judged by many rules. */
  Components: "components",
  /** Storage accounts alone: Azure's counterpart of the buckets that cdk-nag is given. */
  StorageAccounts: "storage accounts",
} as const;
export type Estate = (typeof Estate)[keyof typeof Estate];

/** So many resources of an estate; the components are copied from one set. */
export function estateOf(estate: Estate, count: number, set: string): CompleteResource[] {
  return estate === Estate.Components
    ? copies(set, count)
    : Array.from({ length: count }, (_, index) => account(index));
}

function copies(set: string, count: number): CompleteResource[] {
  const resources: CompleteResource[] = [];
  for (let copy = 0; resources.length < count; copy++)
    resources.push(...JSON.parse(set.replaceAll(SET_NAME, `e${String(copy).padStart(4, "0")}`)));
  return resources.slice(0, count);
}

/** As a bucket with encryption and versions is in cdk-nag's run: some rules hold and some do not. */
function account(index: number): CompleteResource {
  const type = "azure-native:storage:StorageAccount";
  const name = `account-${index}`;
  const props = {
    accountName: `stclaims${index}`,
    resourceGroupName: "rg-claims",
    location: "westeurope",
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
    minimumTlsVersion: "TLS1_2",
    allowBlobPublicAccess: false,
  };
  return {
    type,
    name,
    urn: `urn:pulumi:prod::claims::${type}::${name}`,
    props,
    outputs: props,
    parent: undefined,
    protect: false,
    dependencies: [],
    propertyDependencies: {},
  };
}
