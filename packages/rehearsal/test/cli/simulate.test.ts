import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ringfence } from "./run-cli";

jest.setTimeout(60_000);

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

test("a state file that holds something else is not overwritten", () => {
  const folder = mkdtempSync(join(tmpdir(), "ringfence-"));
  const file = join(folder, "world.json");
  writeFileSync(file, "[]");
  const { status, stderr } = ringfence("simulate", "--state", file);
  rmSync(folder, { recursive: true });
  expect(status).toBe(2);
  expect(stderr).toContain(`${file} is not a simulated Azure's state`);
});
