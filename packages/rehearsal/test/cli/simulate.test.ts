import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ringfence } from "./run-cli";

jest.setTimeout(300_000);

test("prints one line to evaluate, answers the engine at that address, and ends cleanly when told to", async () => {
  const bin = join(__dirname, "../../bin/ringfence.js");
  const child = spawn(process.execPath, [bin, "simulate", "--provider", "datadog"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const packages =
    /^export PULUMI_DEBUG_PROVIDERS=(.+)$/
      .exec(line)?.[1]
      ?.split(",")
      .map((one) => one.split(":")) ?? [];
  expect(packages.map(([name]) => name)).toEqual(expect.arrayContaining(["azure-native", "random", "datadog"]));
  const ports = new Set(packages.map(([, port]) => port));
  expect(ports.size).toBe(1);

  const client = new ResourceProviderClient(`127.0.0.1:${[...ports][0]}`, credentials.createInsecure());
  const version = await new Promise((resolve, reject) =>
    client.getPluginInfo(new Empty(), (error, info) => (error ? reject(error) : resolve(info?.getVersion()))),
  );
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  client.close();

  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("with --rest another program's clients of Azure find the door by the lines that are printed", async () => {
  const bin = join(__dirname, "../../bin/ringfence.js");
  const child = spawn(process.execPath, [bin, "simulate", "--rest"], { stdio: ["ignore", "pipe", "pipe"] });
  const lines: Record<string, string> = {};
  for await (const line of createInterface(child.stdout)) {
    const [, name = "", value = ""] = /^export ([A-Z_]+)=(.*)$/.exec(line) ?? [];
    lines[name] = value;
    if (name === "RINGFENCE_LOG_ANALYTICS_ENDPOINT") break;
  }
  const program = `
    const { DefaultAzureCredential } = require("@azure/identity");
    const { SearchManagementClient } = require("@azure/arm-search");
    const { AZURE_SUBSCRIPTION_ID, RINGFENCE_RESOURCE_MANAGER: endpoint } = process.env;
    const group = endpoint + "/subscriptions/" + AZURE_SUBSCRIPTION_ID + "/resourceGroups/rg?api-version=2021-04-01";
    const credential = new DefaultAzureCredential();
    const location = "swedencentral";
    (async () => {
      const { token } = await credential.getToken("https://management.azure.com/.default");
      const headers = { authorization: "Bearer " + token, "content-type": "application/json" };
      await fetch(group, { method: "PUT", headers, body: JSON.stringify({ location }) });
      const client = new SearchManagementClient(credential, AZURE_SUBSCRIPTION_ID, { endpoint });
      await client.services.beginCreateOrUpdateAndWait("rg", "find", { location, sku: { name: "basic" } });
      console.log((await client.services.get("rg", "find")).status);
    })();`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], {
    env: { ...process.env, ...lines },
    cwd: __dirname,
  });
  expect(stdout).toBe("running\n");
  expect(existsSync(lines.NODE_EXTRA_CA_CERTS ?? "")).toBe(true);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(existsSync(lines.NODE_EXTRA_CA_CERTS ?? "")).toBe(false);
});

test("a port that is taken is said in one line", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { status, stdout, stderr } = ringfence("simulate", "--port", String(port));
  server.close();
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe(
    `ringfence: port ${port} of 127.0.0.1 cannot be served: another program listens there; give another --port\n`,
  );
});

test("a taken port of the door for Azure's clients ends the program too, and names its flag", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { status, stderr } = ringfence("simulate", "--rest-port", String(port));
  server.close();
  expect([status, stderr]).toEqual([
    2,
    `ringfence: port ${port} of 127.0.0.1 cannot be served: another program listens there; give another --rest-port\n`,
  ]);
});

test("a state file that holds something else is not overwritten", () => {
  const folder = mkdtempSync(join(tmpdir(), "ringfence-"));
  const file = join(folder, "world.json");
  writeFileSync(file, "[]");
  const { status, stderr } = ringfence("simulate", "--state", file);
  rmSync(folder, { recursive: true });
  expect(status).toBe(2);
  expect(stderr).toContain(`${file} is not a simulated Azure's state`);
});
