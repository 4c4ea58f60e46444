/** Within what a name must be unique. */
export const NameScope = {
  Global: "global",
  Tenant: "tenant",
  Subscription: "subscription",
  ResourceGroup: "resource group",
  Parent: "parent",
} as const;
export type NameScope = (typeof NameScope)[keyof typeof NameScope];

/**
 * How a name is put together. `hyphenated`: parts joined by hyphens. `joined`: parts without any separator, for types
 * that allow letters and digits only. `uuid`: a UUID made from the parts. `given`: Azure or a standard dictates the
 * name, so it can be checked but not generated.
 */
export const NameForm = { Hyphenated: "hyphenated", Joined: "joined", Uuid: "uuid", Given: "given" } as const;
export type NameForm = (typeof NameForm)[keyof typeof NameForm];

/** What Azure demands of the names of one kind of resource, and how ours begin. */
export interface NamedKindRow {
  /** The resource type as Azure Resource Manager spells it. */
  type: string;
  /** What people call it. */
  title: string;
  /** How a generated name begins, after the Cloud Adoption Framework; empty where the name is not generated so. */
  abbreviation: string;
  form: NameForm;
  /** Within what the name must be unique. A global name needs a suffix. */
  scope: NameScope;
  /** Fewest characters. */
  minLength: number;
  /** Most characters. */
  maxLength: number;
  /** What the characters must look like; says nothing of length. */
  pattern: RegExp;
  /** The pattern in words. */
  allowed: string;
  /** Where rule and length come from. */
  source: string;
}
