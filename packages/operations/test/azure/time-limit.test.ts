import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createDefaultHttpClient, createPipelineRequest, type PipelineRequest } from "@azure/core-rest-pipeline";
import { timeLimit } from "../../src/azure/time-limit";

const client = createDefaultHttpClient();

function send(request: PipelineRequest, milliseconds: number) {
  return timeLimit(milliseconds).sendRequest(request, (given) => client.sendRequest(given));
}

/** A service that answers as it is told, and its address. */
async function serving(answer: Parameters<typeof createServer>[1]): Promise<{ server: Server; url: string }> {
  const server = createServer({ keepAlive: false }, answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

function requestTo(url: string): PipelineRequest {
  return createPipelineRequest({ url, allowInsecureConnection: true, disableKeepAlive: true });
}

test.each([
  ["never answers", () => undefined],
  [
    "begins to answer and goes silent",
    (_: unknown, answer: { writeHead(status: number): { write(text: string): unknown } }) => {
      answer.writeHead(200).write("{");
    },
  ],
])("a service that %s is given up on after the time", async (_name, answer) => {
  const { server, url } = await serving(answer as never);
  const request = requestTo(url);
  await expect(send(request, 100)).rejects.toThrow(/abort/i);
  // What is left on the request would tell the retry policy that the caller has given up.
  expect(request.abortSignal).toBeUndefined();
  server.closeAllConnections();
  server.close();
});

test("a caller who gives up is heard", async () => {
  const { server, url } = await serving(() => undefined);
  const gaveUp = new AbortController();
  const sent = send({ ...requestTo(url), abortSignal: gaveUp.signal }, 60_000);
  gaveUp.abort();
  await expect(sent).rejects.toThrow(/abort/i);
  server.closeAllConnections();
  server.close();
});

/** Sends one request to a port where nobody listens, in a process of its own, and says what timers are left. */
const refused = `
const { createDefaultHttpClient, createPipelineRequest } = require("@azure/core-rest-pipeline");
const { clientOptions } = require(${JSON.stringify(join(__dirname, "../../dist/azure/client-options"))});
const [{ policy }] = clientOptions({}).additionalPolicies;
const request = createPipelineRequest({ url: "http://127.0.0.1:1/", allowInsecureConnection: true });
policy.sendRequest(request, (given) => createDefaultHttpClient().sendRequest(given)).catch(({ code }) =>
  console.log(code, process.getActiveResourcesInfo().filter((each) => each === "Timeout").length),
);
`;

test("a refused connection leaves no timer that keeps the process alive", async () => {
  const child = spawn(process.execPath, ["-e", refused], { cwd: __dirname, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  expect(said.trim()).toBe("ECONNREFUSED 0");
}, 30_000);
