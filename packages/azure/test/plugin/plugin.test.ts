import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import { ComponentResource } from "@pulumi/pulumi";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest } from "@pulumi/pulumi/proto/provider_pb";
import * as ringfence from "../../src/index";

/** Starts the built package as Pulumi starts a plugin from its sources, and asks it for its schema. */

const directory = join(__dirname, "../..");
const runPlugin = require.resolve("@pulumi/pulumi/cmd/run-plugin");

let plugin: ChildProcess;
let port: string;

beforeAll(async () => {
  plugin = spawn(process.execPath, [runPlugin, directory, "127.0.0.1:1"], {
    cwd: directory,
    stdio: ["ignore", "pipe", "inherit"],
  });
  port = await firstLine(plugin);
}, 60_000);

afterAll(() => void plugin.kill());

test("the plugin serves the schema of all components under the name ringfence", async () => {
  const schema = JSON.parse(await getSchema(`127.0.0.1:${port}`));
  const components = Object.entries(ringfence)
    .filter(([, value]) => typeof value === "function" && value.prototype instanceof ComponentResource)
    .map(([name]) => `ringfence:index:${name}`);
  expect(schema).toMatchObject({ name: "ringfence", version: "0.1.0", namespace: "ringfence" });
  expect(Object.keys(schema.resources).toSorted()).toEqual(components.toSorted());
  expect(schema.resources["ringfence:index:EnvironmentRing"].requiredInputs).toEqual([
    "location",
    "monthlyBudget",
    "ring",
    "tags",
  ]);
}, 60_000);

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("the plugin has no output");
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error("the plugin ended before it said its port; is the package built (npm run build)?");
}

function getSchema(address: string): Promise<string> {
  const client = new ResourceProviderClient(address, credentials.createInsecure(), {
    "grpc.max_receive_message_length": 64 * 1024 * 1024,
  });
  return new Promise((resolve, reject) => {
    client.getSchema(new GetSchemaRequest(), (error, response) => {
      client.close();
      if (error) reject(error);
      else resolve(response.getSchema());
    });
  });
}
