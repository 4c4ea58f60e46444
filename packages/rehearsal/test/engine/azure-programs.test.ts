import { join } from "node:path";
import type { StackRehearsal } from "../../src/document";
import { rehearse } from "../../src/engine";
import { programs } from "./rehearse-program";

/** Ordinary programs in the manner of public examples, and what they register: `module:Type::name`, under its parents. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "storage-site": [
    "azure-native:resources:ResourceGroup::resourceGroup",
    "azure-native:storage:Blob::index.html",
    "azure-native:storage:StorageAccount::sa",
    "azure-native:storage:StorageAccountStaticWebsite::staticWebsite",
    "pulumi:providers:azure-native::default_3_28_0",
    "pulumi:pulumi:Stack::storage-site-dev",
  ],
  "function-app": [
    "azure-native:resources:ResourceGroup::linux-fn-rg",
    "azure-native:storage:Blob::zip",
    "azure-native:storage:BlobContainer::zips",
    "azure-native:storage:StorageAccount::linuxfnsa",
    "azure-native:web:AppServicePlan::plan",
    "azure-native:web:WebApp::fa",
    "pulumi:providers:azure-native::default_3_28_0",
    "pulumi:pulumi:Stack::function-app-dev",
  ],
  "kubernetes-cluster": [
    "azure-native:containerservice:ManagedCluster::cluster",
    "azure-native:resources:ResourceGroup::aks-rg",
    "pulumi:providers:azure-native::default_3_28_0",
    "pulumi:providers:random::default_4_21_2",
    "pulumi:providers:tls::default_5_6_1",
    "pulumi:pulumi:Stack::kubernetes-cluster-dev",
    "random:index/randomPassword:RandomPassword::password",
    "tls:index/privateKey:PrivateKey::ssh-key",
  ],
  "container-app": [
    "azure-native:app:ContainerApp::app",
    "azure-native:app:ManagedEnvironment::env",
    "azure-native:containerregistry:Registry::registry",
    "azure-native:operationalinsights:Workspace::loganalytics",
    "azure-native:resources:ResourceGroup::rg",
    "pulumi:providers:azure-native::default_3_28_0",
    "pulumi:pulumi:Stack::container-app-dev",
  ],
  "private-network": [
    "azure-native:keyvault:Secret::connection",
    "azure-native:keyvault:Vault::vault",
    "azure-native:network:PrivateDnsZoneGroup::vault-zones",
    "azure-native:network:PrivateEndpoint::vault-endpoint",
    "azure-native:network:Subnet::endpoints",
    "azure-native:network:VirtualNetwork::vnet",
    "azure-native:privatedns:PrivateZone::zone",
    "azure-native:resources:ResourceGroup::private-rg",
    "pulumi:providers:azure-native::default_3_28_0",
    "pulumi:providers:azure-native::north",
    "pulumi:pulumi:Stack::private-network-dev",
  ],
  "data-platform": [
    "acme:data:Lake$azure-native:storage:BlobContainer::lakeusers",
    "acme:data:Lake$azure-native:storage:StorageAccount::lakesa",
    "acme:data:Lake::lake",
    "azure-native:cosmosdb:DatabaseAccount::cosmos",
    "azure-native:cosmosdb:SqlResourceSqlDatabase::db",
    "azure-native:resources:ResourceGroup::data-rg",
    "azure-native:sql:Database::sqldb",
    "azure-native:sql:Server::sqlserver",
    "azure-native:synapse:IpFirewallRule::allow-office",
    "azure-native:synapse:IpFirewallRule::allow-vpn",
    "azure-native:synapse:Workspace::workspace",
    "azure-native:web:AppServicePlan::plan",
    "azure-native:web:WebApp::site",
    "pulumi:providers:azure-native::default_3_28_0",
    "pulumi:pulumi:Stack::data-platform-dev",
  ],
  modern: [
    "azure-native:resources:ResourceGroup::modern-group",
    "pulumi:providers:azure-native::default_3_28_0",
    "pulumi:pulumi:Stack::modern-dev",
  ],
};

async function only(name: string, mode: "preview" | "up"): Promise<StackRehearsal> {
  const document = await rehearse({ directory: join(programs, name), mode, twice: true, policyPacks: [] });
  const [stack] = document.stacks;
  if (!stack) throw new Error(`no stack of ${name}`);
  return stack;
}

describe("ordinary Azure programs, unmodified", () => {
  let transpileOnly: string | undefined;

  // Types are checked in one test below; here that would only cost time.
  beforeAll(() => {
    transpileOnly = process.env.PULUMI_NODEJS_TRANSPILE_ONLY;
    process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  });
  afterAll(() => {
    if (transpileOnly === undefined) delete process.env.PULUMI_NODEJS_TRANSPILE_ONLY;
    else process.env.PULUMI_NODEJS_TRANSPILE_ONLY = transpileOnly;
  });

  describe.each(Object.entries(expected))("%s", (name, resources) => {
    test.each(["preview", "up"] as const)("rehearses in mode %s, and a second pass changes nothing", async (mode) => {
      const stack = await only(name, mode);
      expect(stack.programError).toBeUndefined();
      expect(stack.refusals).toEqual([]);
      expect(stack.resources.map(({ urn }) => urn.split("::").slice(2).join("::")).sort()).toEqual([...resources]);
      expect(stack.secondPass).toEqual({ create: [], update: [], replace: [], delete: [], same: resources.length });
      const unknown = JSON.stringify(stack.resources).includes("<unknown>");
      expect(unknown).toBe(mode === "preview");
      expect(JSON.stringify(stack)).not.toContain("hunter2");
    });
  });

  test("name in a preview what they name when deployed", async () => {
    const [preview, up] = await Promise.all([only("storage-site", "preview"), only("storage-site", "up")]);
    const accountName = (stack: StackRehearsal) =>
      stack.resources.find(({ name }) => name === "sa")?.inputs.accountName;
    expect(accountName(preview)).toMatch(/^sa[0-9a-f]{8}$/);
    expect(accountName(up)).toBe(accountName(preview));
  });

  test("reach explicit providers with their own configuration", async () => {
    const { resources, outputs } = await only("private-network", "up");
    const vault = resources.find(({ name }) => name === "vault");
    expect(vault?.inputs.location).toBe("northeurope");
    expect(outputs.vaultUri).toBe(`https://${String(vault?.inputs.vaultName)}.vault.azure.net/`);
    const secret = resources.find(({ name }) => name === "connection");
    expect(secret).toMatchObject({ protect: true, inputs: { properties: { value: "[secret]" } } });
    expect(secret?.propertyDependencies.vaultName).toEqual([
      "urn:pulumi:dev::private-network::azure-native:keyvault:Vault::vault",
    ]);
  });
});

describe("TypeScript programs", () => {
  test("are type-checked as Pulumi's host does, and rehearse", async () => {
    const stack = await only("storage-site", "up");
    expect(stack.programError).toBeUndefined();
    expect(stack.outputs).toEqual({ primaryKey: "[secret]", url: expect.stringMatching(/^https:\/\/sa[0-9a-f]{8}\./) });
  });

  test("that do not compile stop with the compiler's words", async () => {
    const { programError } = await only("type-error", "preview");
    expect(programError).toContain("index.ts(5,29): error TS4111: Property 'stack' comes from an index signature");
  });
});
