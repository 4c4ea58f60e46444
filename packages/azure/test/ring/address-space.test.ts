import * as fc from "fast-check";
import { addressSpaceProblems, defaultAddressSpaces, subnetRanges } from "../../src/ring/address-space";

const problem = (range: string) => addressSpaceProblems(range).map((found) => found.problem);

test("the rings' own ranges are good and do not overlap", () => {
  const ranges = Object.values(defaultAddressSpaces);
  for (const range of ranges) expect(addressSpaceProblems(range)).toEqual([]);
  expect(new Set(ranges).size).toBe(4);
});

test("a range is cut into quarters", () => {
  expect(subnetRanges("172.20.0.0/22")).toEqual({ endpoints: "172.20.0.0/24", jobs: "172.20.1.0/24" });
  expect(subnetRanges("10.0.0.128/25")).toEqual({ endpoints: "10.0.0.128/27", jobs: "10.0.0.160/27" });
  expect(subnetRanges("192.168.0.0/16")).toEqual({ endpoints: "192.168.0.0/18", jobs: "192.168.64.0/18" });
});

test.each([
  ["10.0.0.0", "is not an IPv4 range such as 172.20.0.0/22"],
  ["10.0.0.0/33", "is not an IPv4 range such as 172.20.0.0/22"],
  ["10.0.0/16", "is not an IPv4 range such as 172.20.0.0/22"],
  ["10.0.0.0/16/24", "is not an IPv4 range such as 172.20.0.0/22"],
  ["fd00::/64", "is not an IPv4 range such as 172.20.0.0/22"],
  ["10.0.0.7/24", "does not start on its own boundary; write 10.0.0.0/24"],
  ["255.255.255.255/22", "does not start on its own boundary; write 255.255.252.0/22"],
  ["10.0.0.0/26", "is too small; the jobs' subnet is a quarter of it and needs 32 addresses, so give at least a /25"],
  ["0.0.0.0/0", "is too large; give at most a /8"],
  ["8.8.8.0/24", "is not private; take it from 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10"],
  ["172.30.1.0/24", "overlaps 172.30.0.0/16, which Azure Container Apps keeps for itself"],
  ["172.16.0.0/12", "overlaps 172.30.0.0/16, which Azure Container Apps keeps for itself"],
  ["100.100.200.0/24", "overlaps 100.100.192.0/19, which Azure Container Apps keeps for itself"],
])("%s is refused", (range, message) => {
  expect(problem(range)).toEqual([`${JSON.stringify(range)} ${message}`]);
});

test("whatever is accepted is cut into two subnets of a quarter each, one after the other, inside it", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const range = fc
    .tuple(fc.constantFrom("10", "172", "192", "100"), octet, octet, octet, fc.integer({ min: 8, max: 25 }))
    .map(([a, b, c, d, prefix]) => `${a}.${b}.${c}.${d}/${prefix}`);
  fc.assert(
    fc.property(range, (text) => {
      const boundary = /write (\S+)"?$/.exec(problem(text)[0] ?? "")?.[1] ?? text;
      fc.pre(addressSpaceProblems(boundary).length === 0);
      const [start, prefix] = numbers(boundary);
      const { endpoints, jobs } = subnetRanges(boundary);
      const quarter = 2 ** (32 - prefix - 2);
      expect(numbers(endpoints)).toEqual([start, prefix + 2]);
      expect(numbers(jobs)).toEqual([start + quarter, prefix + 2]);
    }),
  );
});

function numbers(range: string): [number, number] {
  const [address = "", prefix] = range.split("/");
  return [address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0), Number(prefix)];
}
