import * as fc from "fast-check";
import type { MlWorkspaceArgs } from "../../src/ml-workspace/args";
import { type ComputeClusterArgs, computeClusterProblems } from "../../src/ml-workspace/compute-cluster";
import { mlWorkspaceNameProblems, mlWorkspaceProblems } from "../../src/ml-workspace/problems";
import { cpu, reason, workspaceArgs } from "./workspaces";

test.each(["sandbox", "dev", "test", "prod"] as const)("good arguments are good in %s", (ring) => {
  expect(mlWorkspaceProblems(workspaceArgs(ring))).toEqual([]);
});

test("a workspace without a ring says so", () => {
  expect(mlWorkspaceProblems({} as MlWorkspaceArgs)).toEqual([
    { path: "ring", problem: "missing; the ring it belongs to, `ring.context`" },
  ]);
});

test("a closed ring wants to know why the workspace may be reached, a private one does not", () => {
  const silent = { publicAccessWhereClosed: undefined };
  expect(mlWorkspaceProblems(workspaceArgs("dev", silent))).toEqual([
    {
      path: "publicAccessWhereClosed",
      problem:
        'missing; dev has no virtual network and Azure ML no firewall, so nobody could reach the workspace: say why it may be reached from the internet, or set overrides.network to "private" on the ring',
    },
  ]);
  expect(mlWorkspaceProblems(workspaceArgs("prod", silent))).toEqual([]);
  expect(mlWorkspaceProblems(workspaceArgs("dev", { publicAccessWhereClosed: { reason: "" } }))).toEqual([
    { path: "publicAccessWhereClosed.reason", problem: "missing; say in one sentence why it is needed" },
  ]);
});

test("jobs of a private ring reach the internet only for a reason", () => {
  const isolation = "AllowInternetOutbound" as const;
  expect(mlWorkspaceProblems(workspaceArgs("prod", { isolation }))).toEqual([
    { path: "internetOutbound.reason", problem: "missing; say in one sentence why it is needed" },
  ]);
  expect(mlWorkspaceProblems(workspaceArgs("prod", { isolation, internetOutbound: { reason } }))).toEqual([]);
  expect(mlWorkspaceProblems(workspaceArgs("dev", { isolation }))).toEqual([]);
});

test("hosts are named only where not every host may be reached", () => {
  const outboundHosts = [{ host: "pypi.org", reason }];
  const isolation = "AllowInternetOutbound" as const;
  expect(mlWorkspaceProblems(workspaceArgs("prod", { outboundHosts }))).toEqual([]);
  expect(mlWorkspaceProblems(workspaceArgs("dev", { outboundHosts }))).toEqual([]);
  expect(mlWorkspaceProblems(workspaceArgs("dev", { outboundHosts, isolation }))).toEqual([
    {
      path: "outboundHosts",
      problem:
        "AllowInternetOutbound lets jobs reach every host; leave the hosts out, or choose AllowOnlyApprovedOutbound",
    },
  ]);
});

test("every mistake is named with its path", () => {
  const args = workspaceArgs("prod", {
    clusters: [
      cpu,
      { ...cpu, name: "CPU" },
      {
        name: "gpu-1",
        vmSize: "huge",
        maximumNodes: 0,
        idleMinutes: 90,
        priority: "Cheap",
      } as unknown as ComputeClusterArgs,
      { vmSize: "Standard_DS3_v2", maximumNodes: 101 } as ComputeClusterArgs,
    ],
    scientists: [{ principalId: "me" }],
    operators: [{ principalId: "you" }],
    isolation: "Open" as "AllowInternetOutbound",
    outboundHosts: [{ host: "localhost", reason }],
    outboundEndpoints: [
      { name: "search", resourceId: "/search", subresource: "searchService" },
      { name: "search", resourceId: "", subresource: "" },
      { name: "a b", resourceId: "/x", subresource: "blob" },
    ],
    allowedNetworks: [{ name: "office", range: "10.0.0.1", reason }],
  });
  const found = mlWorkspaceProblems(args);
  expect(found.map(({ path }) => path)).toEqual([
    "clusters[1].name",
    "clusters[2].name",
    "clusters[2].vmSize",
    "clusters[2].maximumNodes",
    "clusters[2].idleMinutes",
    "clusters[2].priority",
    "clusters[3].name",
    "clusters[3].maximumNodes",
    "scientists[0].principalId",
    "operators[0].principalId",
    "isolation",
    "outboundHosts[0].host",
    "outboundEndpoints[1].name",
    "outboundEndpoints[1].resourceId",
    "outboundEndpoints[1].subresource",
    "outboundEndpoints[2].name",
    "allowedNetworks[0].range",
  ]);
  const said = Object.fromEntries(found.map(({ path, problem }) => [path, problem]));
  expect(said).toMatchObject({
    "clusters[1].name": '"CPU" is in the list twice',
    "clusters[2].vmSize": '"huge" is not a machine size such as Standard_DS3_v2',
    "clusters[2].maximumNodes": "0 is not a whole number from 1 to 100",
    "clusters[2].idleMinutes": "90 is not a whole number from 1 to 60",
    "clusters[2].priority": '"Cheap" is not one of Dedicated, LowPriority',
    isolation: '"Open" is not one of AllowOnlyApprovedOutbound, AllowInternetOutbound',
  });
});

test("a name is refused when one of the resources could not have it", () => {
  expect(mlWorkspaceNameProblems("training", workspaceArgs("prod"))).toEqual([]);
  expect(mlWorkspaceNameProblems("model-training", workspaceArgs("prod")).map(({ path }) => path)).toEqual(["name"]);
  expect(mlWorkspaceNameProblems("claims", workspaceArgs("prod"))).toEqual([
    { path: "name", problem: '"claims" is the ring\'s name, whose vault has the same name; choose another' },
  ]);
  const keyVaultId = "/vault";
  expect(mlWorkspaceNameProblems("modeltraining", workspaceArgs("prod", { keyVaultId }))).toEqual([]);
});

test("whatever numbers a cluster is given, it is accepted exactly when they are in range", () => {
  const numbers = fc.oneof(fc.integer({ min: -5, max: 120 }), fc.double());
  fc.assert(
    fc.property(numbers, numbers, (maximumNodes, idleMinutes) => {
      const good = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
      expect(computeClusterProblems([{ ...cpu, maximumNodes, idleMinutes }]).length === 0).toBe(
        good(maximumNodes, 100) && good(idleMinutes, 60),
      );
    }),
  );
});
