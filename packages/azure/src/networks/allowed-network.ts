import type { Input } from "@pulumi/pulumi";
import type { Problem } from "@ringfence/core/problems";
import { reasonProblems } from "../openings/opening";
import { isRepeated, rowProblems } from "../refuse/rows";

/** A network that the firewalls of a closed ring let through. Give `range` or `subnetId`. */
export interface AllowedNetworkArgs {
  /** What it is: `office-berlin`, `build-agents`. */
  name: string;
  /** Public IPv4 addresses: one (`203.0.113.7`) or a range of up to 65,536 (`203.0.113.0/24`). */
  range?: string;
  /** The id of a subnet that has a service endpoint for the service. */
  subnetId?: Input<string>;
  /** Why it must be let through: one sentence of at most 256 characters. */
  reason: string;
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/;

/** The widest range that is a network and not half the internet: a judgement. */
const WIDEST_PREFIX = 16;

/** Ranges that never arrive at a public endpoint (RFC 1918, RFC 6598); Azure refuses them in firewall rules. */
const PRIVATE = [/^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./, /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./];

/** Everything wrong with a list of networks. */
export function allowedNetworkProblems(networks?: readonly AllowedNetworkArgs[]): Problem[] {
  return rowProblems(networks, ["name", "range"], ({ name, range, subnetId, reason }, earlier) => {
    const problems = reasonProblems("reason", reason);
    if (name === undefined || name.trim() === "") problems.push({ path: "name", problem: "missing; what it is" });
    else if (isRepeated(name, earlier))
      problems.push({ path: "name", problem: `${JSON.stringify(name)} is in the list twice` });
    if ((range === undefined) === (subnetId === undefined))
      problems.push({ path: "", problem: "needs either a range or a subnetId" });
    if (range !== undefined) problems.push(...rangeProblems(range));
    return problems;
  });
}

function rangeProblems(range: string): Problem[] {
  const refuse = (problem: string) => [{ path: "range", problem: `${JSON.stringify(range)} ${problem}` }];
  const match = IPV4.exec(range);
  const octets = (match?.slice(1, 5) ?? []).map(Number);
  const prefix = Number(match?.[5] ?? 32);
  if (!match || octets.some((octet) => octet > 255) || prefix > 32)
    return refuse("is neither an IPv4 address nor a range such as 203.0.113.0/24");
  if (PRIVATE.some((pattern) => pattern.test(range)))
    return refuse("is private and never seen by a public endpoint; give the public address behind it, or a subnetId");
  if (prefix < WIDEST_PREFIX) return refuse(`is too wide; name at most a /${WIDEST_PREFIX}`);
  return [];
}
