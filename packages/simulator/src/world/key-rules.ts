import { textOf } from "../values";
import { stableHex, stableKey } from "./identity";
import type { NamedKey, WorldResource } from "./resource";

/** The access keys that callers of a service list and regenerate. */
export interface AccessKeys {
  /** Their names, in the order in which the service lists them. */
  slots: readonly string[];
  /**
   * A key's value.
   *
   * @param words what it follows from besides the resource: the slot, and after it the number of regenerations if any.
   */
  make: (resource: WorldResource, words: readonly string[]) => string;
}

/** The keys that callers of a service create and delete under names. */
export interface NamedKeys {
  /** A new key's value. */
  make: (resource: WorldResource, words: readonly string[]) => string;
  /** Those that a new resource has. */
  first?: (resource: WorldResource) => readonly NamedKey[];
}

const KEY_1_AND_2 = ["key1", "key2"];
const PRIMARY_AND_SECONDARY = ["primary", "secondary"];

/** Keys of authorization rules and of live connections. */
const pair: AccessKeys = {
  slots: PRIMARY_AND_SECONDARY,
  make: (resource, words) => stableKey(32, resource.id.toLowerCase(), ...words),
};

const topic: AccessKeys = { ...pair, slots: KEY_1_AND_2 };

/** Access keys by ARM type in lower case. */
const accessKeys: Readonly<Record<string, AccessKeys>> = {
  "microsoft.cognitiveservices/accounts": {
    slots: KEY_1_AND_2,
    make: (account, words) => stableHex(account.id.toLowerCase(), account.createdAt, ...words).slice(0, 32),
  },
  "microsoft.storage/storageaccounts": {
    slots: KEY_1_AND_2,
    make: (account, words) => stableKey(64, account.id.toLowerCase(), account.createdAt, ...words),
  },
  "microsoft.documentdb/databaseaccounts": {
    slots: ["primary", "secondary", "primaryReadonly", "secondaryReadonly"],
    make: (account, words) => stableKey(64, account.id.toLowerCase(), account.createdAt, ...words),
  },
  "microsoft.search/searchservices": {
    slots: PRIMARY_AND_SECONDARY,
    make: (service, words) => stableHex(service.id.toLowerCase(), ...words).slice(0, 52),
  },
  "microsoft.apimanagement/service/subscriptions": {
    slots: PRIMARY_AND_SECONDARY,
    make: (subscription, words) => {
      const [slot, generation] = words;
      const given = generation === undefined ? textOf(subscription.inputs[`${slot}Key`]) : undefined;
      return given ?? stableHex(subscription.id.toLowerCase(), ...words).slice(0, 32);
    },
  },
  "microsoft.operationalinsights/workspaces": {
    slots: PRIMARY_AND_SECONDARY,
    make: (workspace, words) => stableKey(64, workspace.id.toLowerCase(), ...words),
  },
  "microsoft.eventgrid/topics": topic,
  "microsoft.eventgrid/domains": topic,
  "microsoft.signalrservice/signalr": pair,
  "microsoft.signalrservice/webpubsub": pair,
  "microsoft.communication/communicationservices": pair,
};

const namedKeyRules: Readonly<Record<string, NamedKeys>> = {
  "microsoft.search/searchservices": {
    make: (service, words) => stableHex(service.id.toLowerCase(), "query", ...words).slice(0, 52),
    first: (service) => [
      {
        id: "query",
        name: "",
        value: stableHex(service.id.toLowerCase(), "query").slice(0, 52),
        createdAt: service.createdAt,
      },
    ],
  },
  "microsoft.insights/components": {
    make: (component, words) => stableKey(30, component.id.toLowerCase(), "api-key", ...words),
  },
};

/** The access keys of an ARM type; undefined where it has none. Authorization rules have them wherever they are. */
export function accessKeysOf(armType: string): AccessKeys | undefined {
  const type = armType.toLowerCase();
  return type.endsWith("/authorizationrules") ? pair : accessKeys[type];
}

/** The keys with names of an ARM type; undefined where it has none. */
export function namedKeysOf(armType: string): NamedKeys | undefined {
  return namedKeyRules[armType.toLowerCase()];
}
