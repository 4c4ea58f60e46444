import type { AiProjectArgs } from "../../src/ai-project/args";
import type { ConnectionArgs } from "../../src/ai-project/connection";
import type { ModelDeploymentArgs } from "../../src/ai-project/model-deployment";
import { aiProjectNameProblems, aiProjectProblems } from "../../src/ai-project/problems";
import { chat, embed, project, reserved, today } from "./projects";

const reason = "A reason that an auditor understands";

const problems = (args: AiProjectArgs) => aiProjectProblems(args, today);
const modelProblems = (...models: ModelDeploymentArgs[]) => problems(project("prod", { models }));

test.each(["sandbox", "dev", "test", "prod"] as const)("good arguments are good in %s", (ring) => {
  expect(problems(project(ring))).toEqual([]);
});

test("a project without a ring or models says so", () => {
  expect(problems({} as AiProjectArgs)).toEqual([
    { path: "ring", problem: "missing; the ring it belongs to, `ring.context`" },
  ]);
  expect(problems(project("dev", { models: undefined }))).toEqual([
    { path: "models", problem: "missing; the deployed models, one row each" },
  ]);
});

test("a deployment without a version is refused where versions are pinned", () => {
  const models = [{ ...chat, version: undefined }];
  const problem = { path: "models[0].version", problem: "missing; prod pins model versions" };
  expect(problems(project("prod", { models }))).toEqual([problem]);
  expect(problems(project("test", { models }))).toEqual([{ ...problem, problem: "missing; test pins model versions" }]);
  expect(problems(project("dev", { models }))).toEqual([]);
});

test("Azure may not choose the version where versions are pinned", () => {
  const models = [{ ...chat, upgrade: "OnceNewDefaultVersionAvailable" as const }];
  expect(problems(project("prod", { models }))).toEqual([
    {
      path: "models[0].upgrade",
      problem:
        "OnceNewDefaultVersionAvailable lets Azure change the version; prod pins model versions: OnceCurrentVersionExpired or NoAutoUpgrade",
    },
  ]);
  expect(problems(project("sandbox", { models }))).toEqual([]);
});

test("every mistake in a deployment is named at once", () => {
  const wrong = {
    name: "-chat",
    model: "",
    version: "1",
    sku: "Premium",
    capacity: 1.5,
    contentFilter: "lax",
    upgrade: "Sometimes",
    openings: [
      { opening: "everything", reason },
      { opening: "preview-model", reason: " " },
      { opening: "preview-model", reason },
    ],
  } as unknown as ModelDeploymentArgs;
  expect(modelProblems(wrong, { ...embed, capacity: 0 }, { ...embed, name: "EMBED" })).toEqual([
    {
      path: "models[0].name",
      problem: '"-chat" is not 2 to 64 letters, digits, "_", "." and "-", a letter or digit first',
    },
    { path: "models[0].model", problem: "missing; for example gpt-5.4" },
    {
      path: "models[0].sku",
      problem:
        '"Premium" is not one of Standard, DataZoneStandard, GlobalStandard, ProvisionedManaged, DataZoneProvisionedManaged, GlobalProvisionedManaged, DataZoneBatch, GlobalBatch',
    },
    {
      path: "models[0].capacity",
      problem: "1.5 is not a whole number of thousands of tokens a minute from 1",
    },
    {
      path: "models[0].upgrade",
      problem: '"Sometimes" is not one of NoAutoUpgrade, OnceCurrentVersionExpired, OnceNewDefaultVersionAvailable',
    },
    {
      path: "models[0].openings[0].opening",
      problem: '"everything" is not one of global-processing, preview-model, newer-offer',
    },
    { path: "models[0].openings[1].reason", problem: "blank; say in one sentence why it is needed" },
    { path: "models[0].openings[2].opening", problem: '"preview-model" is in the list twice' },
    { path: "models[0].contentFilter", problem: '"lax" is none of the filters strict' },
    { path: "models[1].capacity", problem: "0 is not a whole number of thousands of tokens a minute from 1" },
    { path: "models[2].name", problem: '"EMBED" is in the list twice' },
  ]);
});

test.each(["GlobalStandard", "GlobalProvisionedManaged", "GlobalBatch"] as const)(
  "%s is refused for confidential data unless somebody says why",
  (sku) => {
    const global = { ...chat, sku, capacity: 15 };
    const residency = (args: AiProjectArgs) => problems(args).filter(({ path }) => path === "models[0].sku");
    expect(residency(project("prod", { models: [global] }))).toEqual([
      {
        path: "models[0].sku",
        problem: `${sku} may process confidential data anywhere in the world; choose a data zone or regional SKU, or name the opening "global-processing" with its reason`,
      },
    ]);
    const opened: ModelDeploymentArgs = { ...global, openings: [{ opening: "global-processing", reason }] };
    expect(residency(project("prod", { models: [opened] }))).toEqual([]);
    const open = project("prod", { models: [global] });
    const internal = {
      ...open,
      ring: { ...open.ring, tags: { ...open.ring.tags, dataSensitivity: "internal" as const } },
    };
    expect(residency(internal)).toEqual([]);
  },
);

test.each<[string, Partial<ModelDeploymentArgs>, ModelDeploymentArgs, string]>([
  ["is not there", { spilloverTo: "none" }, chat, '"none" is none of the deployments chat-reserved, chat'],
  [
    "processes elsewhere",
    {},
    { ...chat, sku: "Standard" },
    '"chat" is Standard; DataZoneProvisionedManaged spills into DataZoneStandard, which processes in the same place',
  ],
  ["is another model", {}, { ...chat, model: "gpt-5.5" }, '"chat" is gpt-5.5; callers of chat-reserved expect gpt-5.4'],
  [
    "has another version",
    {},
    { ...chat, version: "2026-04-24" },
    '"chat" has version 2026-04-24; callers of chat-reserved expect 2026-03-05',
  ],
])("a spillover target that %s is refused", (_, source, target, problem) => {
  const found = modelProblems({ ...reserved, ...source }, target);
  expect(found.filter(({ path }) => path.endsWith("spilloverTo"))).toEqual([
    { path: "models[0].spilloverTo", problem },
  ]);
});

test("only provisioned deployments spill over, and not in a circle", () => {
  expect(modelProblems({ ...chat, spilloverTo: "other" }, { ...chat, name: "other" })).toEqual([
    {
      path: "models[0].spilloverTo",
      problem: "DataZoneStandard does not spill over; only provisioned throughput does",
    },
  ]);
  expect(modelProblems(reserved, { ...chat, spilloverTo: "chat-reserved" }).map(({ problem }) => problem)).toEqual([
    "spills over in a circle: chat-reserved → chat → chat-reserved",
    "spills over in a circle: chat-reserved → chat → chat-reserved",
  ]);
});

test("another region needs its divergence documented, in full", () => {
  const elsewhere = (changes: Partial<AiProjectArgs>) => problems(project("prod", { models: [], ...changes }));
  expect(elsewhere({ region: "swedencentral" })).toEqual([]);
  expect(elsewhere({ region: "francecentral" })).toEqual([
    {
      path: "divergence",
      problem:
        "missing; francecentral is not the ring's region swedencentral: say the reason, the dataFlow and the latencyImpactMs",
    },
  ]);
  expect(elsewhere({ region: "France Central" }).map(({ path }) => path)).toEqual(["region"]);
  expect(
    elsewhere({ region: "francecentral", divergence: { reason: "", dataFlow: " ", latencyImpactMs: -1 } }),
  ).toEqual([
    { path: "divergence.reason", problem: "missing; say in one sentence why it is needed" },
    { path: "divergence.dataFlow", problem: "blank; say in one sentence why it is needed" },
    {
      path: "divergence.latencyImpactMs",
      problem: "-1 is not a whole number of milliseconds from 0 to 10000; measure a call from the ring's region",
    },
  ]);
  const divergence = { reason, dataFlow: "Prompts and answers, nothing is kept", latencyImpactMs: 22 };
  expect(elsewhere({ region: "francecentral", divergence })).toEqual([]);
});

test("every mistake in a connection is named with its path", () => {
  const connections = [
    { name: "search", category: "CognitiveSearch", target: "https://search", roles: ["Search God"] },
    { name: "search", category: "ApiKey", target: "" },
    { name: "a", category: "AzureBlob", target: "https://blob" },
  ] as unknown as ConnectionArgs[];
  const found = problems(project("prod", { connections }));
  expect(found.map(({ path }) => path)).toEqual([
    "connections[0].roles[0]",
    "connections[0].resourceId",
    "connections[1].name",
    "connections[1].category",
    "connections[1].target",
    "connections[2].name",
  ]);
  expect(found[3]?.problem).toBe(
    '"ApiKey" is not one of CognitiveSearch, AzureOpenAI, AIServices, AzureBlob, AzureStorageAccount, CosmosDB',
  );
});

test("what is nested is refused under its own path", () => {
  const args = project("dev", {
    callers: [{ principalId: "api" }],
    operators: [{ principalId: "ops" }],
    developers: [{ principalId: "devs" }],
    contentFilters: [{ name: "lax", loosenings: [] }],
    allowedNetworks: [{ name: "office", range: "10.0.0.0/24", reason }],
    trustedAzureServices: { reason: "" },
    outboundHosts: [{ host: "localhost", reason }],
  });
  expect(problems(args).map(({ path }) => path)).toEqual([
    "contentFilters[0].loosenings",
    "callers[0].principalId",
    "operators[0].principalId",
    "developers[0].principalId",
    "allowedNetworks[0].range",
    "trustedAzureServices.reason",
    "outboundHosts[0].host",
  ]);
});

test("a name that no account can have is refused with the room that there is", () => {
  expect(aiProjectNameProblems("assistant", project("prod"))).toEqual([]);
  expect(aiProjectNameProblems("My Assistant", project("prod")).map(({ path }) => path)).toEqual(["name"]);
  expect(aiProjectNameProblems("a".repeat(60), project("prod"))[0]?.problem).toMatch(/shorten `name` to at most/);
});
