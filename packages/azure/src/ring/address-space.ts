import { isIPv4 } from "node:net";
import type { Problem } from "@ringfence/core/problems";
import { RingName } from "@ringfence/core/rings";

/**
 * Where a private ring's network lies unless stated. The four rings of one service do not overlap, so they can be
 * peered with one hub; two services need their own ranges for that. 172.20 is clear of the ranges that people, Docker
 * (172.17) and home networks mostly use: a judgement.
 */
export const defaultAddressSpaces: Readonly<Record<RingName, string>> = {
  [RingName.Sandbox]: "172.20.0.0/22",
  [RingName.Dev]: "172.20.4.0/22",
  [RingName.Test]: "172.20.8.0/22",
  [RingName.Prod]: "172.20.12.0/22",
};

/**
 * A Container Apps environment with workload profiles needs a subnet of at least 32 addresses (/27), and a subnet gets
 * a quarter of the network (azure-docs container-apps networking.md).
 */
const LONGEST_PREFIX = 25;
const SHORTEST_PREFIX = 8;

/** Ranges that a Container Apps subnet must not overlap (azure-docs container-apps networking.md). */
const reserved = [
  "169.254.0.0/16",
  "172.30.0.0/16",
  "172.31.0.0/16",
  "192.0.2.0/24",
  "100.100.0.0/17",
  "100.100.128.0/19",
  "100.100.160.0/19",
  "100.100.192.0/19",
];

/** The private ranges of RFC 1918 and the shared one of RFC 6598. */
const allowed = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

interface Range {
  first: number;
  prefix: number;
}

/** The subnets of a ring's network: the first two quarters; the other half is free for the user's own. */
export interface SubnetRanges {
  endpoints: string;
  jobs: string;
}

/** Cuts a valid address space into subnets. */
export function subnetRanges(addressSpace: string): SubnetRanges {
  const range = parse(addressSpace);
  if (!range) throw new Error(`${JSON.stringify(addressSpace)} is not an IPv4 range`);
  const prefix = range.prefix + 2;
  const quarter = (index: number) => `${dotted(range.first + index * 2 ** (32 - prefix))}/${prefix}`;
  return { endpoints: quarter(0), jobs: quarter(1) };
}

/** What is wrong with an address space, path empty. */
export function addressSpaceProblems(addressSpace: string | undefined): Problem[] {
  if (addressSpace === undefined) return [];
  const problem = problemOf(addressSpace);
  return problem === undefined ? [] : [{ path: "", problem: `${JSON.stringify(addressSpace)} ${problem}` }];
}

function problemOf(addressSpace: string): string | undefined {
  const range = parse(addressSpace);
  if (!range) return "is not an IPv4 range such as 172.20.0.0/22";
  const { first, prefix } = range;
  const start = Math.floor(first / 2 ** (32 - prefix)) * 2 ** (32 - prefix);
  if (start !== first) return `does not start on its own boundary; write ${dotted(start)}/${prefix}`;
  if (prefix > LONGEST_PREFIX)
    return `is too small; the jobs' subnet is a quarter of it and needs 32 addresses, so give at least a /${LONGEST_PREFIX}`;
  if (prefix < SHORTEST_PREFIX) return `is too large; give at most a /${SHORTEST_PREFIX}`;
  if (!blocks(allowed).some((block) => contains(block, range)))
    return `is not private; take it from ${allowed.join(", ")}`;
  const [clash] = blocks(reserved).filter((block) => overlaps(block, range));
  return clash && `overlaps ${dotted(clash.first)}/${clash.prefix}, which Azure Container Apps keeps for itself`;
}

function parse(text: unknown): Range | undefined {
  if (typeof text !== "string") return undefined;
  const [address = "", prefix = "", ...rest] = text.split("/");
  if (rest.length > 0 || !isIPv4(address) || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32) return undefined;
  const first = address.split(".").reduce((number, octet) => number * 256 + Number(octet), 0);
  return { first, prefix: Number(prefix) };
}

function dotted(number: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join(".");
}

function last({ first, prefix }: Range): number {
  return first + 2 ** (32 - prefix) - 1;
}

function contains(block: Range, range: Range): boolean {
  return block.first <= range.first && last(range) <= last(block);
}

function overlaps(one: Range, other: Range): boolean {
  return one.first <= last(other) && other.first <= last(one);
}

function blocks(ranges: readonly string[]): Range[] {
  return ranges.flatMap((text) => parse(text) ?? []);
}
