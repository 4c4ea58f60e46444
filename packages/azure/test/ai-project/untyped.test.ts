import * as fc from "fast-check";
import type { AiProjectArgs } from "../../src/ai-project/args";
import { aiProjectProblems } from "../../src/ai-project/problems";
import type { MlWorkspaceArgs } from "../../src/ml-workspace/args";
import { mlWorkspaceProblems } from "../../src/ml-workspace/problems";
import { workspaceArgs } from "../ml-workspace/workspaces";
import { chat, project, today } from "./projects";

const value = fc.oneof(
  fc.constantFrom(undefined, null, Number.NaN, true),
  fc.string(),
  fc.integer(),
  fc.constant([]),
  fc.constant([null]),
  fc.constant({}),
);

/** Rows as they may come from configuration, where TypeScript does not look. */
const rows = (...keys: string[]) =>
  fc.oneof(value, fc.array(fc.oneof(value, fc.dictionary(fc.constantFrom(...keys), value)), { maxLength: 3 }));

const principals = rows("principalId", "principalType", "name");
const shared = {
  allowedNetworks: rows("name", "range", "subnetId", "reason"),
  outboundHosts: rows("host", "reason"),
};
const evidence = fc.dictionary(fc.constantFrom("digest", "approver", "from", "evaluated", "scores"), value);
const models = rows(
  "name",
  "model",
  "version",
  "sku",
  "capacity",
  "spilloverTo",
  "upgrade",
  "contentFilter",
  "openings",
);
const aiProject = fc.record({
  ...shared,
  models,
  evidence: fc.oneof(value, evidence),
  contentFilters: rows("name", "loosenings"),
  callers: principals,
  developers: principals,
  connections: rows("name", "category", "target", "resourceId", "roles"),
  region: value,
});
const mlWorkspace = fc.record({
  ...shared,
  clusters: rows("name", "vmSize", "maximumNodes", "idleMinutes", "priority"),
  scientists: principals,
  outboundEndpoints: rows("name", "resourceId", "subresource"),
  isolation: value,
});

function expectReadable(problems: ReturnType<typeof mlWorkspaceProblems>): void {
  for (const { path, problem } of problems) {
    expect(path).not.toBe("");
    expect(problem).not.toMatch(/undefined|\[object|^\s*$/);
  }
}

test("whatever the arguments of an AiProject are, they are refused in words and nothing is thrown", () => {
  fc.assert(
    fc.property(aiProject, ({ models, evidence, ...changes }) => {
      const all = Array.isArray(models) ? [{ ...chat, evidence }, ...models] : models;
      const args = project("prod", { ...changes, models: all } as unknown as AiProjectArgs);
      expectReadable(aiProjectProblems(args, today));
    }),
    { numRuns: 500 },
  );
});

test("whatever the arguments of an MlWorkspace are, they are refused in words and nothing is thrown", () => {
  fc.assert(
    fc.property(mlWorkspace, (changes) => {
      expectReadable(mlWorkspaceProblems(workspaceArgs("dev", changes as unknown as MlWorkspaceArgs)));
    }),
    { numRuns: 500 },
  );
});
