import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type RestDoor, serveRest } from "@ringfence/simulator/rest";
import { createWorld } from "@ringfence/simulator/world";
import { loopbackCertificate, supportedNode } from "../azurite";

/** What Application Insights was sent, an envelope each. */
interface Envelope {
  readonly name: string;
  readonly data: { readonly baseData: Record<string, unknown> };
}

const program = join(__dirname, "..", "..", "bin", "ringfence-operations.js");
const envelopes: Envelope[] = [];
const authorizations = new Set<string>();
let folder: string;
let ingestion: Server;
let door: RestDoor;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "telemetry-"));
  const { certificate, key } = await loopbackCertificate();
  writeFileSync(join(folder, "ca.pem"), certificate);
  ingestion = createServer({ cert: certificate, key }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const text = (request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("utf8");
    const sent = text.startsWith("[") ? (JSON.parse(text) as Envelope[]) : lines(text);
    if (request.url?.includes("/track") && (request.headers.authorization ?? "") !== "") {
      envelopes.push(...sent);
      authorizations.add((request.headers.authorization ?? "").split(" ")[0] ?? "");
    }
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ itemsReceived: sent.length, itemsAccepted: sent.length, errors: [] }));
  });
  ingestion.listen(0, "127.0.0.1");
  await once(ingestion, "listening");
  door = await serveRest(createWorld());
}, 60_000);

afterAll(async () => {
  await door.close();
  ingestion.closeAllConnections();
  ingestion.close();
  rmSync(folder, { recursive: true, force: true });
});

function lines(text: string): Envelope[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Envelope);
}

test("a run is a trace, two metrics and its log in Application Insights, signed in and with one correlation", async () => {
  const { port } = ingestion.address() as AddressInfo;
  const endpoint = `https://127.0.0.1:${port}/`;
  const child = spawn(supportedNode(), [program, "actions"], {
    env: {
      PATH: process.env.PATH,
      NODE_EXTRA_CA_CERTS: join(folder, "ca.pem"),
      IDENTITY_ENDPOINT: door.identityEndpoint,
      IDENTITY_HEADER: door.identityHeader,
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=${endpoint};LiveEndpoint=${endpoint}`,
      RINGFENCE_STORAGE_ACCOUNT: "nowhere",
      RINGFENCE_JOURNAL_TABLE: "journal",
      // Nobody listens there: the job fails, and it is the failure that must be heard of.
      RINGFENCE_STORAGE_TABLE_ENDPOINT: "https://127.0.0.1:9/nowhere",
    },
  });
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(3);
  expect([...authorizations]).toEqual(["Bearer"]);
  const log = JSON.parse(err.split("\n")[0] ?? "") as { correlation: string };
  const text = JSON.stringify(envelopes);

  const named = (name: string) => envelopes.filter((envelope) => JSON.stringify(envelope).includes(`"${name}"`));
  expect(named("job actions").length).toBeGreaterThan(0);
  expect(JSON.stringify(named("job actions"))).toContain(log.correlation);
  for (const metric of ["ringfence.job.runs", "ringfence.job.duration"])
    expect(named(metric).length).toBeGreaterThan(0);
  expect(JSON.stringify(named("ringfence.job.runs"))).toContain('"ringfence.exit_code":"3"');
  expect(text).toContain('"message":"failed"');
}, 60_000);
