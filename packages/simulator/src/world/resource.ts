import type { Properties } from "../values";
import type { KeyState } from "./access-keys";
import type { SecretVersion } from "./secret-versions";

/** One resource that exists in the simulated Azure. */
export interface WorldResource {
  /** Id in Azure Resource Manager. Ids are equal whatever their letter case. */
  id: string;
  /** ARM type, such as `Microsoft.Storage/storageAccounts`. */
  armType: string;
  /** What was asked for, in azure-native's shape, without secret marks. */
  inputs: Properties;
  /** What reading it gives, in azure-native's shape, without secret marks. */
  properties: Properties;
  /** Dotted paths in `properties` that are secrets; `*` stands for every item. */
  sensitive: readonly string[];
  /** When it was created, ISO 8601. */
  createdAt: string;
  /** Whether nobody created it here: a program read it, and it was taken to exist. */
  assumed?: boolean;
  /** Whether Azure created it along with its owner. */
  inherent?: boolean;
  /** What the service keeps of it and a read does not show. */
  state?: ServiceState;
}

/** What services keep of their resources beside what a read shows. */
export interface ServiceState {
  /** Access keys that were regenerated. */
  keys?: Readonly<Record<string, KeyState>>;
  /** The versions of a Key Vault secret, the oldest first. */
  versions?: readonly SecretVersion[];
  /** Keys that callers create and delete under a name: query keys of a search service, API keys of a component. */
  namedKeys?: readonly NamedKey[];
  /** How many of them were ever made, so that no value comes twice. */
  namedKeysMade?: number;
  /** Passwords of an Entra application that were added through Microsoft Graph. */
  passwords?: readonly ApplicationPassword[];
  /** How many of them were ever added, so that no text comes twice. */
  passwordsMade?: number;
}

/** A key that a caller created under a name. */
export interface NamedKey {
  id: string;
  name: string;
  value: string;
  /** ISO 8601. */
  createdAt: string;
  /** What else the service keeps of it. */
  more?: Properties;
}

/** A password of an Entra application. Times are ISO 8601. */
export interface ApplicationPassword {
  keyId: string;
  displayName: string;
  secretText: string;
  startDateTime: string;
  endDateTime: string;
}

/** A deleted resource whose name Azure still keeps. */
export interface DeletedResource {
  id: string;
  armType: string;
  name: string;
  location: string;
  /** When it was deleted, ISO 8601. */
  deletedAt: string;
  /** When Azure forgets it, ISO 8601. */
  purgedAt: string;
  /** The resource as it was, and then what was inside it; absent in worlds that older versions kept. */
  kept?: readonly WorldResource[];
}

/** The key under which ids are compared. */
export function idKey(id: string): string {
  return id.toLowerCase().replace(/\/+$/, "");
}
