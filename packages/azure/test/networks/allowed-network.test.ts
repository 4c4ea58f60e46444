import * as fc from "fast-check";
import { type AllowedNetworkArgs, allowedNetworkProblems } from "../../src/networks/allowed-network";

const reason = "Developers work from the office";

test("an address, a range and a subnet are networks", () => {
  const networks = [
    { name: "gateway", range: "203.0.113.7", reason },
    { name: "office", range: "203.0.113.0/24", reason },
    { name: "agents", subnetId: "/subscriptions/s/subnets/agents", reason },
  ];
  expect(allowedNetworkProblems(networks)).toEqual([]);
});

test("every mistake is named with its path", () => {
  const networks = [
    { name: "office", range: "203.0.113.0/24", reason: "" },
    { name: "office", range: "203.0.113.0/33", reason },
    { name: " ", range: "10.1.0.0/16", reason },
    { range: "0.0.0.0/0", reason } as AllowedNetworkArgs,
    { name: "nothing", reason },
    { name: "both", range: "203.0.113.300", subnetId: "/subnet", reason },
  ];
  expect(allowedNetworkProblems(networks)).toEqual([
    { path: "[0].reason", problem: "missing; say in one sentence why it is needed" },
    { path: "[1].name", problem: '"office" is in the list twice' },
    { path: "[1].range", problem: '"203.0.113.0/33" is neither an IPv4 address nor a range such as 203.0.113.0/24' },
    { path: "[2].name", problem: "missing; what it is" },
    {
      path: "[2].range",
      problem:
        '"10.1.0.0/16" is private and never seen by a public endpoint; give the public address behind it, or a subnetId',
    },
    { path: "[3].name", problem: "missing; what it is" },
    { path: "[3].range", problem: '"0.0.0.0/0" is too wide; name at most a /16' },
    { path: "[4]", problem: "needs either a range or a subnetId" },
    { path: "[5]", problem: "needs either a range or a subnetId" },
    { path: "[5].range", problem: '"203.0.113.300" is neither an IPv4 address nor a range such as 203.0.113.0/24' },
  ]);
});

test.each(["172.16.0.1", "172.31.255.1", "192.168.4.0/24", "100.64.0.1", "100.127.255.255"])(
  "%s never arrives at a public endpoint",
  (range) => {
    expect(allowedNetworkProblems([{ name: "n", range, reason }])[0]?.problem).toMatch(/is private/);
  },
);

test.each(["172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.169.0.0/16"])("%s is public", (range) => {
  expect(allowedNetworkProblems([{ name: "n", range, reason }])).toEqual([]);
});

test("no other text passes as a range", () => {
  const noRange = fc.string().filter((text) => !/^[\d./]+$/.test(text));
  fc.assert(
    fc.property(noRange, (range) => {
      expect(allowedNetworkProblems([{ name: "n", range, reason }]).map(({ path }) => path)).toEqual(["[0].range"]);
    }),
  );
});
