import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { logAnalytics } from "../../src/azure/logs/log-analytics";
import { loopbackCertificate } from "../azurite/certificate";
import { loopbackIdentity } from "../azurite/loopback-identity";

const workspace = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log-claims";
const from = new Date("2026-11-01T00:00:00Z");
const to = new Date("2026-11-21T12:00:00Z");

interface Asked {
  readonly url: string | undefined;
  readonly authorized: boolean;
  readonly prefer: string | string[] | undefined;
  readonly body: unknown;
}

/** A query service on the loopback address that gives the answers in turn. */
async function answering(...answers: { status: number; body: object }[]) {
  const { certificate, key } = await loopbackCertificate();
  const asked: Asked[] = [];
  const server = createServer({ cert: certificate, key }, (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { url, headers } = request;
      const authorized = headers.authorization?.startsWith("Bearer ") === true;
      asked.push({ url, authorized, prefer: headers.prefer, body: JSON.parse(Buffer.concat(parts).toString()) });
      const { status, body } = answers[asked.length - 1] ?? { status: 500, body: {} };
      response.writeHead(status, { "content-type": "application/json", "retry-after": "0" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const logs = logAnalytics(workspace, loopbackIdentity(), { endpoint, tlsOptions: { ca: certificate } });
  return { logs, asked, close: () => new Promise((resolve) => server.close(resolve)) };
}

const table = {
  name: "PrimaryResult",
  columns: [
    { name: "Bin", type: "datetime" },
    { name: "Good", type: "long" },
  ],
  rows: [["2026-11-01T00:05:00Z", 7]],
};

test("a query is asked of the workspace over its time, and its rows come by column", async () => {
  const service = await answering({ status: 200, body: { tables: [table] } });
  const rows = await service.logs.rows("AppRequests | count", from, to);
  await service.close();
  expect(rows).toEqual([{ Bin: new Date("2026-11-01T00:05:00Z"), Good: 7 }]);
  expect(service.asked).toEqual([
    {
      url: `/v1${workspace}/query`,
      authorized: true,
      prefer: "wait=180",
      body: { query: "AppRequests | count", timespan: "2026-11-01T00:00:00.000Z/2026-11-21T12:00:00.000Z" },
    },
  ]);
});

test("half an answer is none", async () => {
  const error = { code: "PartialError", message: "Some of the data could not be read" };
  const service = await answering({ status: 200, body: { tables: [table], error } });
  await expect(service.logs.rows("AppRequests | count", from, to)).rejects.toThrow(
    "Log Analytics answered in part: PartialError: Some of the data could not be read",
  );
  await service.close();
});

test("a service that is busy is asked again", async () => {
  const service = await answering({ status: 429, body: {} }, { status: 200, body: { tables: [table] } });
  await expect(service.logs.rows("AppRequests | count", from, to)).resolves.toHaveLength(1);
  await service.close();
  expect(service.asked).toHaveLength(2);
});
