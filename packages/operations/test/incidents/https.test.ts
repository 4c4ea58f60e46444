import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { type AlertRecord, azureAlerts, DeliveryFailed, httpsCourier } from "@ringfence/operations/incidents";
import { fakeClock, memorySecretStore } from "../../src/testing";
import { loopbackCertificate } from "../azurite";
import { message } from "../work-items/requests";
import { alertRecord, at } from "./alerts";

interface Asked {
  method: string;
  url: string;
  authorization: string | undefined;
  body: string;
}

let server: Server;
let address: string;
let tlsOptions: { ca: string };
let asked: Asked[];
let answer: (asked: Asked) => { status: number; body?: unknown; headers?: Record<string, string> };

beforeAll(async () => {
  const { certificate, key } = await loopbackCertificate();
  tlsOptions = { ca: certificate };
  server = createServer({ cert: certificate, key }, (request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const one = {
        method: request.method ?? "",
        url: request.url ?? "",
        authorization: request.headers.authorization,
        body,
      };
      asked.push(one);
      const { status, body: says, headers } = answer(one);
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(says ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  asked = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const credential = { getToken: async () => ({ token: "planted-token", expiresOnTimestamp: Date.now() + 3_600_000 }) };
const scope = "/subscriptions/s/resourceGroups/rg-claims";

async function listed(since: Date, resourceManager = address): Promise<string[]> {
  const names: string[] = [];
  const source = azureAlerts({ resourceManager, scope, credential }, { tlsOptions });
  for await (const { name } of source.changedSince(since)) names.push(name);
  return names;
}

const pages =
  (...given: AlertRecord[][]) =>
  ({ url }: Asked) => {
    const page = Number(new URL(url, address).searchParams.get("page") ?? 0);
    const next = given[page + 1] && { nextLink: `${address}${url.split("?")[0]}?page=${page + 1}` };
    return { status: 200, body: { value: given[page], ...next } };
  };

test("lists the alerts of the resource group, page after page, the last changed first", async () => {
  answer = pages([alertRecord("a3", 30), alertRecord("a2", 20)], [alertRecord("a1", 10)]);
  expect(await listed(at(0))).toEqual(["a3", "a2", "a1"]);
  const first = new URL(asked[0]?.url ?? "", address);
  expect(first.pathname).toBe(`${scope}/providers/Microsoft.AlertsManagement/alerts`);
  expect(Object.fromEntries(first.searchParams)).toMatchObject({
    "api-version": "2023-07-12-preview",
    timeRange: "30d",
    sortBy: "lastModifiedDateTime",
    sortOrder: "desc",
  });
  expect(asked.map(({ authorization }) => authorization)).toEqual(["Bearer planted-token", "Bearer planted-token"]);
});

test("reads no further than what has changed", async () => {
  answer = pages([alertRecord("a3", 30), alertRecord("a2", 20)], [alertRecord("a1", 10)]);
  expect(await listed(at(25))).toEqual(["a3"]);
  expect(asked).toHaveLength(1);
});

test("waits and asks again when Azure is busy", async () => {
  let busy = true;
  answer = (one) => {
    if (!busy) return pages([alertRecord("a1", 10)])(one);
    busy = false;
    return { status: 429, headers: { "retry-after": "1" } };
  };
  expect(await listed(at(0))).toEqual(["a1"]);
  expect(asked).toHaveLength(2);
});

test("takes its token to no other host", async () => {
  answer = () => ({ status: 200, body: { value: [], nextLink: "https://elsewhere.example/alerts" } });
  await expect(listed(at(0))).rejects.toThrow("the list of alerts goes on at https://elsewhere.example");
});

test("says the status where Azure refuses", async () => {
  answer = () => ({ status: 403 });
  await expect(listed(at(0))).rejects.toThrow(`listing the alerts of ${scope} was answered 403`);
});

describe("a message", () => {
  const route = { name: "channel", kind: "teams", secret: "channel-address" } as const;
  const deliver = (secret: string) => {
    const vault = memorySecretStore(fakeClock());
    vault.put({ name: "channel-address" }, secret);
    return httpsCourier(vault, { tlsOptions }).deliver(route, message);
  };

  test("goes to the address that the vault holds", async () => {
    answer = () => ({ status: 202 });
    await deliver(`${address}/hooks/planted-key`);
    expect(asked).toMatchObject([{ method: "POST", url: "/hooks/planted-key" }]);
    expect(JSON.parse(asked[0]?.body ?? "")).toMatchObject({ type: "message" });
  });

  test.each([
    ["a refusal", () => ({ status: 410 }), "it answered 410"],
    ["a redirect", () => ({ status: 307, headers: { location: `${address}/elsewhere` } }), "it answered 307"],
  ])("that meets %s fails without a word of the address", async (_, given, why) => {
    answer = given;
    const error: unknown = await deliver(`${address}/hooks/planted-key`).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DeliveryFailed);
    expect(String(error)).toContain(`the route channel did not take a message: ${why}`);
    expect(`${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain("planted-key");
    expect(asked).toHaveLength(1);
  });

  test("goes nowhere in the open, nor where the vault has no address", async () => {
    await expect(deliver("http://127.0.0.1:9/planted-key")).rejects.toThrow("its address is not https");
    const empty = httpsCourier(memorySecretStore(fakeClock()));
    await expect(empty.deliver(route, message)).rejects.toThrow("the vault has no secret channel-address");
  });
});
