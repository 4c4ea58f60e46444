import * as pulumi from "@pulumi/pulumi";
import { type RingName, ringNames } from "@ringfence/core/rings";
import { RoleName, roleDefinitionId } from "@ringfence/core/roles";
import * as fc from "fast-check";
import { AiProject } from "../../src/ai-project/ai-project";
import type { AiProjectArgs } from "../../src/ai-project/args";
import { shapeProblems } from "../azure-shapes";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { chat, embed, evidence, project, reserved, stayToday } from "./projects";

beforeAll(stayToday);

const api = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const reason = "A reason that an auditor understands";

async function created(args: AiProjectArgs): Promise<RecordedResource[]> {
  const { resources } = await recordResources(() => void new AiProject("assistant", args));
  return resources;
}

const recorded = new Map<RingName, Promise<RecordedResource[]>>();

/** What a project with unchanged arguments makes, recorded once a ring. */
function plain(ring: RingName): Promise<RecordedResource[]> {
  const recording = recorded.get(ring) ?? created(project(ring));
  recorded.set(ring, recording);
  return recording;
}

const short = (type: string) => type.replace("azure-native:", "");
const listed = (resources: readonly RecordedResource[]) =>
  resources.map(({ type, name }) => `${short(type)} ${name}`).toSorted();

function named(resources: readonly RecordedResource[], name: string, type = ""): RecordedResource {
  const found = resources.filter((resource) => resource.name === name && resource.type.endsWith(type));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources are named ${name}`);
  return found[0];
}

const account = (resources: readonly RecordedResource[]) => named(resources, "assistant-account", ":Account").inputs;

const everywhere = [
  "cognitiveservices:Account assistant-account",
  "cognitiveservices:Deployment assistant-model-chat",
  "cognitiveservices:Deployment assistant-model-chat-reserved",
  "cognitiveservices:Deployment assistant-model-embed",
  "cognitiveservices:Project assistant-project",
  "cognitiveservices:RaiPolicy assistant-filter-strict",
  "monitor:DiagnosticSetting assistant-account-diagnostics",
  "ringfence:index:AiProject assistant",
];
const privately = ["network:PrivateDnsZoneGroup assistant-account-zones", "network:PrivateEndpoint assistant-account"];

test.each<[RingName, string[]]>([
  ["sandbox", everywhere],
  ["dev", everywhere],
  ["test", [...everywhere, ...privately]],
  ["prod", [...everywhere, ...privately]],
])("in %s exactly these resources are made, all under the component", async (ring, expected) => {
  const resources = await plain(ring);
  expect(listed(resources)).toEqual(expected.toSorted());
  const [component, ...children] = resources;
  for (const child of children) expect(child.parent).toBe(component?.urn);
});

test("the account accepts Entra identities alone and is closed both ways", async () => {
  const ring = project("prod").ring;
  expect(account(await plain("prod"))).toEqual({
    accountName: "aif-assistant-prod-ab3de",
    resourceGroupName: "rg-claims",
    location: "swedencentral",
    kind: "AIServices",
    sku: { name: "S0" },
    identity: { type: "SystemAssigned" },
    properties: {
      allowProjectManagement: true,
      customSubDomainName: "aif-assistant-prod-ab3de",
      disableLocalAuth: true,
      publicNetworkAccess: "Disabled",
      networkAcls: { defaultAction: "Deny", bypass: "None", ipRules: [], virtualNetworkRules: [] },
      restrictOutboundNetworkAccess: true,
      allowedFqdnList: [],
    },
    tags: ring.tags,
  });
});

const opened: Partial<AiProjectArgs> = {
  allowedNetworks: [
    { name: "office", range: "203.0.113.0/24", reason },
    { name: "agents", subnetId: "/subnets/agents", reason },
  ],
  trustedAzureServices: { reason },
  outboundHosts: [{ host: "policies.contoso.example", reason }],
  restoreDeletedAccount: true,
};

test("a closed ring lets through the networks that are named and no others", async () => {
  expect(account(await created(project("dev", opened))).properties).toMatchObject({
    publicNetworkAccess: "Enabled",
    networkAcls: {
      defaultAction: "Deny",
      bypass: "AzureServices",
      ipRules: [{ value: "203.0.113.0/24" }],
      virtualNetworkRules: [{ id: "/subnets/agents" }],
    },
    restrictOutboundNetworkAccess: true,
    allowedFqdnList: ["policies.contoso.example"],
    restore: true,
  });
});

test("a closed ring that names no network has no public way in", async () => {
  expect(account(await plain("dev")).properties).toMatchObject({ publicNetworkAccess: "Disabled" });
});

test("a private ring stays private whatever networks are named for closed ones", async () => {
  expect(account(await created(project("prod", opened))).properties).toMatchObject({
    publicNetworkAccess: "Disabled",
    networkAcls: { defaultAction: "Deny", ipRules: [], virtualNetworkRules: [] },
  });
});

test("a deployment states model, version, filter and upgrade policy", async () => {
  const resources = await plain("prod");
  expect(named(resources, "assistant-model-chat-reserved").inputs).toEqual({
    deploymentName: "chat-reserved",
    accountName: "aif-assistant-prod-ab3de",
    resourceGroupName: "rg-claims",
    sku: { name: "DataZoneProvisionedManaged", capacity: 15 },
    properties: {
      model: { format: "OpenAI", name: "gpt-5.4", version: "2026-03-05" },
      raiPolicyName: "strict",
      versionUpgradeOption: "OnceCurrentVersionExpired",
      spilloverDeploymentName: "chat",
    },
    tags: project("prod").ring.tags,
  });
});

test("a ring that pins no versions leaves them to Azure unless the row says otherwise", async () => {
  const models = [
    { ...chat, version: undefined },
    { ...embed, upgrade: "NoAutoUpgrade" as const, contentFilter: "claims" },
  ];
  const contentFilters: AiProjectArgs["contentFilters"] = [
    { name: "claims", loosenings: [{ category: "Violence", threshold: "Medium", reason }] },
  ];
  const resources = await created(project("dev", { models, contentFilters }));
  expect(named(resources, "assistant-model-chat").inputs.properties).toEqual({
    model: { format: "OpenAI", name: "gpt-5.4" },
    raiPolicyName: "strict",
    versionUpgradeOption: "OnceNewDefaultVersionAvailable",
  });
  expect(named(resources, "assistant-model-embed").inputs.properties).toMatchObject({
    raiPolicyName: "claims",
    versionUpgradeOption: "NoAutoUpgrade",
  });
});

test("an opening is a tag on the deployment that it opens", async () => {
  const openings = [{ opening: "global-processing" as const, reason }];
  const resources = await created(project("prod", { models: [{ ...chat, sku: "GlobalStandard", openings }] }));
  expect(named(resources, "assistant-model-chat").inputs.tags).toEqual({
    ...project("prod").ring.tags,
    "opening-global-processing": reason,
  });
});

test("the evidence of a promotion is on the deployment as tags, and in the component's inputs", async () => {
  const resources = await created(project("prod", { models: [{ ...chat, evidence }] }));
  expect(named(resources, "assistant-model-chat").inputs.tags).toEqual({
    ...project("prod").ring.tags,
    "evidence-digest": evidence.digest,
    "evidence-approver": "ai-review@contoso.example",
    "evidence-from": "test",
    "evidence-evaluated": "2026-11-20T09:30:00Z",
    "evidence-score-groundedness": "0.96",
    "evidence-score-safety": "1",
  });
  expect(named(resources, "assistant").inputs.models).toEqual([{ ...chat, evidence }]);
});

/** The account's children in the order in which each waits for exactly one other; throws if they form no such chain. */
function chainOf(resources: readonly RecordedResource[]): string[] {
  const kinds = /:(RaiPolicy|Deployment|PrivateEndpoint|Project|ProjectConnection)$/;
  const children = resources.filter(({ type }) => kinds.test(type));
  const waitsFor = ({ dependencies }: RecordedResource) =>
    children.filter(({ urn }) => dependencies.includes(urn)).map(({ urn }) => urn);
  const chain = children.filter((child) => waitsFor(child).length === 0);
  while (chain.length < children.length) {
    const last = chain.at(-1)?.urn;
    const next = children.filter((child) => waitsFor(child).join() === last);
    if (next.length !== 1) throw new Error(`${next.length} children wait for ${last} and nothing else`);
    chain.push(...next);
  }
  return chain.map(({ name }) => name);
}

const connections: AiProjectArgs["connections"] = [
  { name: "search", category: "CognitiveSearch", target: "https://srch.search.windows.net", resourceId: "/search" },
  { name: "documents", category: "AzureBlob", target: "https://st.blob.core.windows.net" },
];

test("the account's children wait for one another: filters, deployments, endpoint, project, connections", async () => {
  const contentFilters: AiProjectArgs["contentFilters"] = [
    { name: "claims", loosenings: [{ category: "Violence", threshold: "Medium", reason }] },
  ];
  const resources = await created(project("prod", { contentFilters, connections }));
  expect(chainOf(resources)).toEqual([
    "assistant-filter-strict",
    "assistant-filter-claims",
    "assistant-model-chat",
    "assistant-model-chat-reserved",
    "assistant-model-embed",
    "assistant-account",
    "assistant-project",
    "assistant-connection-search",
    "assistant-connection-documents",
  ]);
});

test("however many deployments there are, they form one chain with every spillover target before its source", async () => {
  const rows = fc.uniqueArray(fc.constantFrom("a1", "b2", "c3", "d4", "e5", "f6"), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(rows, async (names) => {
      const models = names.map((name, index) => {
        const spilloverTo = index % 2 === 0 ? names[index + 1] : undefined;
        return spilloverTo === undefined ? { ...chat, name } : { ...reserved, name, spilloverTo };
      });
      const chain = chainOf(await created(project("dev", { models })));
      expect(chain.toSorted()).toEqual(
        ["assistant-filter-strict", ...names.map((name) => `assistant-model-${name}`), "assistant-project"].toSorted(),
      );
      expect([chain.at(0), chain.at(-1)]).toEqual(["assistant-filter-strict", "assistant-project"]);
      const place = (name: string) => chain.indexOf(`assistant-model-${name}`);
      for (const { name, spilloverTo } of models)
        if (spilloverTo !== undefined) expect(place(spilloverTo)).toBeLessThan(place(name));
    }),
    { numRuns: 12 },
  );
});

test("each task gets its least role, with a stable name, at the right place", async () => {
  const openings = [{ opening: "newer-offer" as const, reason }];
  const models = [
    chat,
    { ...embed, name: "other", format: "Mistral AI", model: "Mistral-Huge", version: "1", openings },
  ];
  const resources = await created(
    project("prod", {
      models,
      callers: [{ principalId: pulumi.output(api), name: "claims-api" }],
      operators: [{ principalId: api, principalType: "Group" }],
      developers: [{ principalId: pulumi.output(api), principalType: "User" }],
    }),
  );
  const accountId = named(resources, "assistant-account", ":Account").urn;
  const roles = resources.filter(({ type }) => type.endsWith(":RoleAssignment"));
  expect(roles.map(({ name, inputs }) => [name, inputs.roleDefinitionId, inputs.principalType]).toSorted()).toEqual([
    ["assistant-caller-claims-api", roleDefinitionId(RoleName.CognitiveServicesOpenAIUser), "ServicePrincipal"],
    [
      "assistant-caller-of-other-models-claims-api",
      roleDefinitionId(RoleName.CognitiveServicesUser),
      "ServicePrincipal",
    ],
    ["assistant-developer-1", roleDefinitionId(RoleName.AzureAIUser), "User"],
    [`assistant-operator-${api}`, roleDefinitionId(RoleName.CognitiveServicesOpenAIContributor), "Group"],
  ]);
  expect(roles.map(({ inputs }) => inputs.principalId)).toEqual([api, api, api, api]);
  const onAccount = roles.filter(({ dependencies }) => dependencies.includes(accountId)).map(({ name }) => name);
  expect(onAccount.toSorted()).toEqual([
    "assistant-caller-claims-api",
    "assistant-caller-of-other-models-claims-api",
    `assistant-operator-${api}`,
  ]);
  expect(named(resources, "assistant-developer-1").dependencies).toContain(named(resources, "assistant-project").urn);
});

test("callers of OpenAI's models get no role beyond those", async () => {
  const resources = await created(project("prod", { callers: [{ principalId: api }] }));
  const roles = resources.filter(({ type }) => type.endsWith(":RoleAssignment"));
  expect(roles.map(({ inputs }) => inputs.roleDefinitionId)).toEqual([
    roleDefinitionId(RoleName.CognitiveServicesOpenAIUser),
  ]);
});

test("a connection is made with the project's identity, which gets the role that it needs", async () => {
  const resources = await created(project("prod", { connections }));
  expect(named(resources, "assistant-connection-search").inputs).toEqual({
    accountName: "aif-assistant-prod-ab3de",
    projectName: "proj-assistant-prod",
    resourceGroupName: "rg-claims",
    connectionName: "search",
    properties: {
      authType: "AAD",
      category: "CognitiveSearch",
      target: "https://srch.search.windows.net",
      isSharedToAll: false,
      metadata: { ApiType: "Azure", ResourceId: "/search" },
    },
  });
  const roles = resources.filter(({ type }) => type.endsWith(":RoleAssignment"));
  expect(roles.map(({ name, inputs }) => [name, inputs.scope, inputs.roleDefinitionId, inputs.principalId])).toEqual([
    [
      "assistant-connection-search-search-index-data-reader",
      "/search",
      roleDefinitionId(RoleName.SearchIndexDataReader),
      "proj-assistant-prod-principal",
    ],
  ]);
});

test("another region is where account and project run, and its divergence is in their tags", async () => {
  const divergence = { reason, dataFlow: "Prompts and answers; nothing is kept", latencyImpactMs: 22 };
  const resources = await created(project("prod", { region: "francecentral", divergence }));
  for (const inputs of [account(resources), named(resources, "assistant-project").inputs]) {
    expect(inputs.location).toBe("francecentral");
    expect(inputs.tags).toEqual({
      ...project("prod").ring.tags,
      "divergence-from": "swedencentral",
      "divergence-reason": reason,
      "divergence-data-flow": "Prompts and answers; nothing is kept",
      "divergence-latency-impact-ms": "22",
    });
  }
  expect(named(resources, "assistant-account", ":PrivateEndpoint").inputs.location).toBe("swedencentral");
});

test("a divergence that is none leaves no trace", async () => {
  const divergence = { reason, dataFlow: "none", latencyImpactMs: 0 };
  expect(account(await created(project("prod", { region: "swedencentral", divergence }))).tags).toEqual(
    project("prod").ring.tags,
  );
});

test("logs and metrics of the account go to the ring's workspace", async () => {
  const { ring } = project("prod");
  const resources = await plain("prod");
  expect(named(resources, "assistant-account-diagnostics").inputs).toMatchObject({
    workspaceId: ring.logAnalyticsId,
    logs: [{ categoryGroup: "allLogs", enabled: true }],
    metrics: [{ category: "AllMetrics", enabled: true }],
  });
});

test("outputs say how to reach it, and ServiceMonitors gets what it needs", async () => {
  const { outputs } = await recordResources(
    () => {
      const { watched, endpoint, projectEndpoint, projectPrincipalId, accountName, deploymentNames } = new AiProject(
        "assistant",
        project("prod"),
      );
      return { watched, endpoint, projectEndpoint, projectPrincipalId, accountName, deploymentNames };
    },
    {
      outputs: ({ type, name, inputs }) => ({
        name: inputs.accountName ?? name,
        ...(type.endsWith(":Account") && {
          properties: { ...inputs.properties, endpoint: "https://made-by-azure.cognitiveservices.azure.com/" },
        }),
        ...(type.endsWith(":Project") && { identity: { ...inputs.identity, principalId: api } }),
      }),
    },
  );
  expect(outputs).toEqual({
    watched: {
      name: "assistant",
      resourceId: expect.stringMatching(/Account\/assistant-account$/),
      type: "Microsoft.CognitiveServices/accounts",
      projectId: expect.stringMatching(/Project\/assistant-project$/),
      hasOpenAiModels: true,
      hasOtherModels: false,
      hasProvisionedThroughput: true,
      spillingDeployments: ["chat-reserved"],
    },
    endpoint: "https://made-by-azure.cognitiveservices.azure.com/",
    projectEndpoint: "https://aif-assistant-prod-ab3de.services.ai.azure.com/api/projects/proj-assistant-prod",
    projectPrincipalId: api,
    accountName: "aif-assistant-prod-ab3de",
    deploymentNames: ["chat-reserved", "chat", "embed"],
  });
});

test("what is worth knowing of a model is told, and does not stop anybody", async () => {
  const warn = jest.spyOn(pulumi.log, "warn").mockImplementation(() => Promise.resolve());
  try {
    const models = [{ ...chat, model: "gpt-4.1", version: "2025-04-14" }];
    const resources = await created(project("dev", { models }));
    expect(named(resources, "assistant-model-chat").inputs.deploymentName).toBe("chat");
    expect(warn.mock.calls.map(([message]) => message)).toEqual([
      "models[0].version: gpt-4.1 2025-04-14 has retired; choose another model",
    ]);
  } finally {
    warn.mockRestore();
  }
});

test("a project without provisioned throughput is not watched for it", async () => {
  const { outputs } = await recordResources(() => ({
    watched: new AiProject("assistant", project("prod", { models: [chat, embed] })).watched,
  }));
  expect(outputs.watched.hasProvisionedThroughput).toBe(false);
});

test("every mistake is thrown at once and nothing is created", async () => {
  const args = project("prod", { models: [{ ...chat, version: undefined, capacity: 0 }], region: "francecentral" });
  const { outputs, resources } = await recordResources(() => {
    try {
      new AiProject("Assistant", args);
      return { message: "accepted" };
    } catch (error) {
      return { message: (error as Error).message };
    }
  });
  expect(outputs.message.split("\n")).toEqual([
    'AiProject "Assistant":',
    expect.stringMatching(/^ {2}name: "Assistant"/),
    "  models[0].version: missing; prod pins model versions",
    "  models[0].capacity: 0 is not a whole number of thousands of tokens a minute from 1",
    "  divergence: missing; francecentral is not the ring's region swedencentral: say the reason, the dataFlow and the latencyImpactMs",
  ]);
  expect(resources.filter(({ custom }) => custom)).toEqual([]);
});

test("the same program gives the same inputs twice", async () => {
  const args = () => project("prod", { ...opened, connections, callers: [{ principalId: api }] });
  const inputs = async () =>
    JSON.stringify((await created(args())).map(({ name, type, inputs }) => [name, type, inputs]).toSorted());
  expect(await inputs()).toBe(await inputs());
});

test("a preview, where ids and names are not known yet, shows the same resources", async () => {
  const args = () => project("prod", { connections, callers: [{ principalId: pulumi.output(api) }] });
  const { resources } = await recordResources(() => void new AiProject("assistant", args()), { preview: true });
  expect(listed(resources)).toEqual(listed(await created(args())));
});

test("Azure's type definitions take all inputs, in every ring", async () => {
  const divergence = { reason, dataFlow: "Prompts and answers", latencyImpactMs: 22 };
  const changes = { ...opened, connections, callers: [{ principalId: api }], region: "francecentral", divergence };
  const all: RecordedResource[] = [];
  for (const ring of ringNames) all.push(...(await created(project(ring, changes))));
  expect(shapeProblems(all)).toEqual([]);
});
