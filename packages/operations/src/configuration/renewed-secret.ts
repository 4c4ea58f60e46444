import type { Problem } from "@ringfence/core/problems";
import { notOneOf } from "@ringfence/core/problems";
import { SecretOwnerType } from "@ringfence/core/secret-owners";
import type { Parsed } from "./setting";

/** A secret that the jobs renew, as SecretRotation writes it into RINGFENCE_SECRETS. */
export interface RenewedSecret {
  /** Its name in the vault. */
  readonly name: string;
  /** The Azure id of the service whose key it is, or the address of a service of one's own. */
  readonly owner: string;
  readonly ownerType: SecretOwnerType;
  /** Days from a renewal to the expiry. */
  readonly maximumAgeDays: number;
  /** Hours for which the key before stays valid. */
  readonly overlapHours: number;
  /** Who reads the secret and says so; while one of them has not got the new value, the old key is not retired. */
  readonly consumers?: readonly string[];
  /** Where the service's data plane answers, where that is not its own public address. */
  readonly endpoint?: string;
  /** An address that answers to the key, for owners that have no other way to try one. */
  readonly probe?: string;
}

const NAME = /^[A-Za-z0-9-]{1,127}$/;

/** One row of RINGFENCE_SECRETS. */
export function renewedSecret(given: Readonly<Record<string, unknown>>): Parsed<RenewedSecret> {
  const { name, owner, ownerType, maximumAgeDays, overlapHours, consumers, endpoint, probe } = given;
  const kind = Object.values(SecretOwnerType).find((type) => type === ownerType);
  const problems: Problem[] = [];
  if (typeof name !== "string" || !NAME.test(name))
    problems.push({ path: "name", problem: `${JSON.stringify(name)} is not 1 to 127 letters, digits and hyphens` });
  if (typeof owner !== "string" || owner === "")
    problems.push({ path: "owner", problem: `${JSON.stringify(owner)} is not the id or address of a service` });
  if (kind === undefined)
    problems.push({ path: "ownerType", problem: notOneOf(ownerType, Object.values(SecretOwnerType)) });
  problems.push(...wholeFrom1("maximumAgeDays", maximumAgeDays, 90), ...wholeFrom1("overlapHours", overlapHours, 168));
  problems.push(...address("endpoint", endpoint), ...address("probe", probe));
  const isList = Array.isArray(consumers) && consumers.every((one) => typeof one === "string" && one !== "");
  if (consumers !== undefined && !isList)
    problems.push({ path: "consumers", problem: `${JSON.stringify(consumers)} is not a list of names` });
  if (problems.length > 0 || kind === undefined) return { problems };
  return {
    value: {
      name: String(name),
      owner: String(owner),
      ownerType: kind,
      maximumAgeDays: Number(maximumAgeDays),
      overlapHours: Number(overlapHours),
      ...(isList ? { consumers: consumers.map(String) } : {}),
      ...(endpoint === undefined ? {} : { endpoint: String(endpoint) }),
      ...(probe === undefined ? {} : { probe: String(probe) }),
    },
  };
}

function wholeFrom1(path: string, given: unknown, most: number): Problem[] {
  if (Number.isInteger(given) && Number(given) >= 1 && Number(given) <= most) return [];
  return [{ path, problem: `${JSON.stringify(given)} is not a whole number from 1 to ${most}` }];
}

function address(path: string, given: unknown): Problem[] {
  if (given === undefined || (typeof given === "string" && /^https:\/\/\S+$/.test(given))) return [];
  return [{ path, problem: `${JSON.stringify(given)} is not an address that begins with https://` }];
}
