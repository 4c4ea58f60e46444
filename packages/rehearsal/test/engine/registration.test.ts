import { type Rehearsed, rehearseProgram } from "./rehearse-program";

const urn = (path: string) => `urn:pulumi:dev::components::${path}`;
const network = urn("echo:index:Thing::network");
const server = urn("test:index:Site$test:index:Group$echo:index:Thing::site-server");

describe("a program with components, providers and dependencies", () => {
  let up: Rehearsed;
  let preview: Rehearsed;

  beforeAll(async () => {
    [up, preview] = await Promise.all([
      rehearseProgram("components"),
      rehearseProgram("components", { mode: "preview" }),
    ]);
  });

  test("registers the URNs that the real engine does, parents' types included", () => {
    const expected = [
      urn("pulumi:pulumi:Stack::components-dev"),
      urn("pulumi:providers:echo::default_1_2_3"),
      urn("pulumi:providers:echo::west"),
      network,
      urn("test:index:Site::site"),
      urn("test:index:Site$test:index:Group::site-inner"),
      server,
      urn("echo:index:Thing::backup"),
      urn("test:index:Group::many"),
    ].sort();
    for (const { stack } of [up, preview]) {
      expect(stack.programError).toBeUndefined();
      expect(stack.resources.map((resource) => resource.urn).sort()).toEqual(expected);
    }
  });

  test("gives providers their version, and the stack's configuration to default ones", () => {
    expect(up.resource("default_1_2_3").inputs).toEqual({ version: "1.2.3", __internal: {} });
    expect(up.resource("west").inputs).toEqual({ region: "west", version: "1.2.3", __internal: {} });
    const configured = up.cloud.calls.filter(({ method }) => method === "configure").map(({ values }) => values);
    expect(configured).toContainEqual({ region: "west", version: "1.2.3" });
    expect(configured).toContainEqual({ version: "1.2.3" });
  });

  test("resolves outputs when it deploys", () => {
    expect(up.resource("network")).toMatchObject({
      id: "/echo/vnet",
      custom: true,
      parent: urn("pulumi:pulumi:Stack::components-dev"),
      inputs: { name: "vnet", cidr: "10.0.0.0/16" },
      outputs: { name: "vnet", cidr: "10.0.0.0/16", computed: "computed-network" },
    });
    expect(up.stack.outputs).toEqual({
      address: "computed-site-server",
      found: "found-computed-network",
      network: { cidr: "10.0.0.0/16", computed: "computed-network", id: "/echo/vnet", name: "vnet", urn: network },
    });
  });

  test("keeps unknown what only the cloud can give when it previews, and creates nothing", () => {
    expect(preview.resource("network").id).toBeUndefined();
    expect(preview.resource("network").outputs).toEqual({ name: "vnet", cidr: "10.0.0.0/16", computed: "<unknown>" });
    expect(preview.resource("site-server").inputs).toMatchObject({ network: "<unknown>", size: 2 });
    expect(preview.resource("backup").inputs).toMatchObject({
      nested: { list: ["<unknown>", "plain"] },
      source: "<unknown>",
    });
    expect(preview.stack.outputs).toMatchObject({ address: "<unknown>", found: "<unknown>" });
    expect(preview.cloud.calls.map(({ method }) => method)).not.toContain("create");
    expect(preview.cloud.calls.map(({ method }) => method)).not.toContain("invoke");
  });

  test("records dependencies by resource and by property, children of components included", () => {
    const backup = up.resource("backup");
    expect(backup.dependencies.sort()).toEqual([network, server].sort());
    expect(backup.propertyDependencies).toEqual({ source: [server], nested: [network] });
    expect(up.resource("site").propertyDependencies).toEqual({ network: [network] });
  });

  test("hands protection down from a component to its children", () => {
    const isProtected = (name: string) => up.resource(name).protect;
    expect(["site", "site-inner", "site-server"].map(isProtected)).toEqual([true, true, true]);
    expect(["network", "backup", "many"].map(isProtected)).toEqual([false, false, false]);
  });

  test("names what the program leaves unnamed the same in every run and mode", () => {
    const { name } = up.resource("site-server").inputs;
    expect(name).toMatch(/^site-server[0-9a-f]{8}$/);
    expect(preview.resource("site-server").inputs.name).toBe(name);
  });

  test("says that a stack without a file is a new one", () => {
    expect(up.stack.notes).toEqual(["There is no Pulumi.dev.yaml; rehearsed as a new, empty stack."]);
  });
});

describe("transforms of the program", () => {
  test("change resources, their children's included, and invokes before anything else sees them", async () => {
    const { stack, resource } = await rehearseProgram("transforms");
    expect(stack.programError).toBeUndefined();
    expect(resource("base")).toMatchObject({ inputs: { size: 1, owner: "platform" }, protect: true });
    expect(resource("child")).toMatchObject({
      inputs: { size: 7, owner: "platform", from: "computed-base" },
      parent: "urn:pulumi:dev::transforms::test:index:Group::group",
      protect: true,
    });
    expect(resource("own").dependencies).toEqual(["urn:pulumi:dev::transforms::echo:index:Thing::base"]);
    expect(resource("own").inputs).toMatchObject({ link: "computed-base" });
    expect(stack.outputs).toEqual({ found: "found-changed" });
  });
});

describe("resources that exist elsewhere", () => {
  test("are read, imported, and used", async () => {
    const { stack, cloud, resource } = await rehearseProgram("reads");
    expect(stack.programError).toBeUndefined();
    expect(resource("existing")).toMatchObject({
      read: true,
      id: "/echo/there",
      outputs: { computed: "computed-existing" },
    });
    expect(resource("user").inputs).toMatchObject({ of: "computed-existing" });
    expect(resource("imported").id).toBe("/echo/missing-old");
    const created = cloud.calls.filter(({ method }) => method === "create").map((call) => call.urn.split("::").at(-1));
    expect(created).toEqual(["user"]);
    expect(stack.notes).toContain("Imported resources are taken to exist as the program describes them.");
  });

  test("are refused where they do not exist", async () => {
    const { stack } = await rehearseProgram("reads", { config: { missing: "true" } });
    expect(stack.refusals).toEqual([
      {
        urn: "urn:pulumi:dev::reads::echo:index:Thing::gone",
        code: "ResourceNotFound",
        status: 404,
        message: "resource '/echo/missing' does not exist",
      },
    ]);
    expect(stack.programError).toBeUndefined();
  });
});
