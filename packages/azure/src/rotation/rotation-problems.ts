import { nameProblems, namingProblems, type PlannedName } from "@ringfence/core/naming";
import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { imageProblems } from "../jobs/image";
import { receiverProblems } from "../monitors/monitors-problems";
import type { RingContextSettings } from "../ring/context";
import { issuedOnProblems, maximumAgeProblems, SHORTEST_RENEWED_LIFE_DAYS } from "./age";
import type { SecretRotationArgs } from "./args";
import { DEFAULT_KEY_TYPE, isRsaKey, rsaKeySizes, type VaultKeyArgs, VaultKeyCurve, VaultKeyType } from "./keys";
import { SecretOwnerType } from "./owner-types";
import { DEFAULT_OVERLAP_HOURS, LONGEST_OVERLAP_HOURS, type ManualSecretArgs, type RotatedSecretArgs } from "./secrets";
import { sweepTimeProblems } from "./sweep-time";

/** The names that the component makes within the resource group; the storage account's, unique in all of Azure, has a suffix. */
const plannedNames: readonly PlannedName[] = [
  { kind: "systemTopic", qualifier: "vault" },
  { kind: "containerAppsEnvironment", qualifier: "jobs" },
  { kind: "containerAppsJob", qualifier: "rotate" },
  { kind: "containerAppsJob", qualifier: "sweep" },
];

/** What is wrong with the component's name, which its private endpoints' names begin with. */
export function secretRotationNameProblems(name: string, { ring }: SecretRotationArgs): Problem[] {
  if (!ring) return [];
  const endpoints = ["vault", "store-blob", "store-queue", "store-table"];
  const planned = endpoints.map((qualifier): PlannedName => ({ kind: "privateEndpoint", qualifier }));
  return namingProblems(planned, { name, ring: ring.ring }).slice(0, 1);
}

/** Everything wrong with SecretRotation's arguments; empty when it can be created. */
export function secretRotationProblems(args: SecretRotationArgs): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  const { ring, image, secrets = [], manualSecrets = [], keys = [], sweepAt } = args;
  const { name, suffix, settings } = ring;
  return [
    ...under("ring", namingProblems([{ kind: "storageAccount", qualifier: "rot" }], { name, ring: ring.ring, suffix })),
    ...under("ring", namingProblems(plannedNames, { name, ring: ring.ring })),
    ...receiverProblems(ring),
    ...imageProblems(image),
    ...sweepTimeProblems(sweepAt),
    ...secrets.flatMap((secret, index) => under(`secrets[${index}]`, rotatedSecretProblems(secret, settings))),
    ...manualSecrets.flatMap((secret, index) =>
      under(`manualSecrets[${index}]`, manualSecretProblems(secret, settings)),
    ),
    ...keys.flatMap((key, index) => under(`keys[${index}]`, keyProblems(key, settings))),
    ...sharedNames({ secrets, manualSecrets }),
    ...sharedNames({ keys }),
    ...sharedOwners(secrets),
  ];
}

function rotatedSecretProblems(secret: RotatedSecretArgs, settings: RingContextSettings): Problem[] {
  const { name, owner, ownerType, maximumAgeDays, overlapHours, consumers = [], endpoint, probe } = secret;
  const types = Object.values(SecretOwnerType);
  return [
    ...under("name", nameProblems("keyVaultSecret", name)),
    ...missing("owner", owner, "the Azure id of the service whose key it is"),
    ...(types.includes(ownerType) ? [] : [{ path: "ownerType", problem: notOneOf(ownerType, types) }]),
    ...maximumAgeProblems(maximumAgeDays, SHORTEST_RENEWED_LIFE_DAYS, settings),
    ...overlapProblems(overlapHours),
    ...consumers.flatMap((consumer, index) =>
      missing(`consumers[${index}]`, consumer, "an object id, an Azure id or a name; leave the list out for none"),
    ),
    ...addressProblems("endpoint", endpoint),
    ...addressProblems("probe", probe),
  ];
}

/** An address that is known already; one that is not is Azure's own. */
function addressProblems(path: string, address: unknown): Problem[] {
  if (typeof address !== "string" || /^https:\/\/\S+$/.test(address)) return [];
  return [{ path, problem: `${JSON.stringify(address)} is not an address that begins with https://` }];
}

function overlapProblems(hours: number = DEFAULT_OVERLAP_HOURS): Problem[] {
  if (Number.isInteger(hours) && hours >= 1 && hours <= LONGEST_OVERLAP_HOURS) return [];
  const problem = `${hours} is not a whole number of hours from 1 to ${LONGEST_OVERLAP_HOURS}`;
  return [{ path: "overlapHours", problem }];
}

function manualSecretProblems(secret: ManualSecretArgs, settings: RingContextSettings): Problem[] {
  const { name, value, issuedOn, maximumAgeDays, contentType, renewedAt } = secret;
  return [
    ...under("name", nameProblems("keyVaultSecret", name)),
    ...missing("value", value, "give it from the stack's configuration as a secret"),
    ...issuedOnProblems(issuedOn),
    ...maximumAgeProblems(maximumAgeDays, 1, settings),
    ...(contentType === "" ? [{ path: "contentType", problem: "empty; a media type, for example text/plain" }] : []),
    ...missing("renewedAt", renewedAt, "where the person who renews it gets a new value"),
  ];
}

function keyProblems(key: VaultKeyArgs, settings: RingContextSettings): Problem[] {
  const { name, keyType = DEFAULT_KEY_TYPE, keySize, curve, issuedOn, maximumAgeDays } = key;
  const [types, curves] = [Object.values(VaultKeyType), Object.values(VaultKeyCurve)];
  const isRsa = isRsaKey(keyType);
  const problems: Problem[] = under("name", nameProblems("keyVaultKey", name));
  if (!types.includes(keyType)) problems.push({ path: "keyType", problem: notOneOf(keyType, types) });
  else if (isRsa && curve !== undefined)
    problems.push({ path: "curve", problem: `${keyType} keys have no curve; leave it out` });
  else if (!isRsa && keySize !== undefined)
    problems.push({ path: "keySize", problem: `${keyType} keys have no size; give their curve` });
  if (keySize !== undefined && !rsaKeySizes.includes(keySize))
    problems.push({ path: "keySize", problem: `${keySize} is not one of ${rsaKeySizes.join(", ")} bits` });
  if (curve !== undefined && !curves.includes(curve))
    problems.push({ path: "curve", problem: notOneOf(curve, curves) });
  return [
    ...problems,
    ...issuedOnProblems(issuedOn),
    ...maximumAgeProblems(maximumAgeDays, SHORTEST_RENEWED_LIFE_DAYS, settings),
  ];
}

function missing(path: string, value: unknown, what: string): Problem[] {
  return value === undefined || value === null || value === "" ? [{ path, problem: `missing; ${what}` }] : [];
}

/** Key Vault keeps one set of names for secrets and one for keys, whatever the letter case. */
function sharedNames(lists: Record<string, { name: string }[]>): Problem[] {
  const first = new Map<string, string>();
  return Object.entries(lists).flatMap(([list, rows]) =>
    rows.flatMap(({ name }, index): Problem[] => {
      const path = `${list}[${index}].name`;
      const taken = first.get(String(name).toLowerCase());
      if (taken === undefined) first.set(String(name).toLowerCase(), path);
      return taken === undefined
        ? []
        : [{ path, problem: `${JSON.stringify(name)} is ${taken} too; names are unique` }];
    }),
  );
}

/** An owner has one pair of keys, a search service a second one for queries; two secrets that rotate it would take turns in breaking each other. */
function sharedOwners(secrets: readonly RotatedSecretArgs[]): Problem[] {
  const ofQueries = (type: SecretOwnerType) => type === SecretOwnerType.SearchQueryKeys;
  return secrets.flatMap(({ owner, ownerType }, index): Problem[] => {
    const first = secrets.findIndex(
      (other) => other.owner === owner && ofQueries(other.ownerType) === ofQueries(ownerType),
    );
    if (owner === undefined || first === index) return [];
    const problem = `is secrets[${first}].owner too; a service has one pair of keys, so one secret holds it`;
    return [{ path: `secrets[${index}].owner`, problem }];
  });
}
