import { SecretOwnerType } from "@ringfence/core/secret-owners";
import { keyOwner } from "../../src/owners";
import { KeyCheck, type KeyOwner, OwnerUnavailable, Secret } from "../../src/ports";
import { type LoopbackService, loopbackService } from "./loopback-service";

/** A service that speaks the two-slot protocol, as the docs tell it. */
const keys: Record<string, string> = { "1": "planted-first", "2": "planted-second" };
const asked: string[] = [];
let broken = 0;
let service: LoopbackService;
let owner: KeyOwner;

beforeAll(async () => {
  service = await loopbackService(({ method, path, headers }) => {
    asked.push(`${method} ${path}`);
    if (broken > 0) return { status: broken };
    if (path === "/keys/check")
      return { status: Object.values(keys).includes(String(headers["x-api-key"])) ? 204 : 401 };
    if (headers.authorization !== "Bearer token-for-the-service") return { status: 401 };
    if (method === "GET" && path === "/keys") return { status: 200, body: { keys } };
    const slot = /^\/keys\/([12])$/.exec(path)?.[1];
    if (method !== "POST" || slot === undefined) return { status: 404 };
    keys[slot] = `planted-${slot}-${asked.length}`;
    return { status: 204 };
  });
  owner = keyOwner({
    secret: {
      name: "billing",
      owner: `${service.address}/keys/`,
      ownerType: SecretOwnerType.HttpService,
      maximumAgeDays: 60,
      overlapHours: 24,
    },
    credential: { getToken: async () => ({ token: "token-for-the-service", expiresOnTimestamp: Date.now() + 1e6 }) },
    resourceManager: "https://management.azure.com",
    settings: { tlsOptions: { ca: service.certificate } },
  });
});
afterAll(() => service.close());

test("its keys are read, renewed and tried over the protocol", async () => {
  const before = await owner.keys();
  expect([...before.keys()]).toEqual(["1", "2"]);
  await owner.regenerate("2");
  const after = (await owner.keys()).get("2");
  expect(after?.reveal()).not.toBe("planted-second");
  expect(await owner.check(after ?? new Secret(""))).toBe(KeyCheck.Works);
  expect(await owner.check(new Secret("planted-second"))).toBe(KeyCheck.Refused);
});

test("a renewal that fails is not repeated by the client, and the error holds no key", async () => {
  broken = 503;
  asked.length = 0;
  const error: unknown = await owner.regenerate("1").catch((thrown: unknown) => thrown);
  broken = 0;
  expect(error).toBeInstanceOf(OwnerUnavailable);
  expect(error).toMatchObject({ reason: "later" });
  expect(String(error)).not.toContain("planted");
  expect(asked).toEqual(["POST /keys/1"]);
});

test("an answer that the protocol does not know is no verdict on the key", async () => {
  broken = 404;
  await expect(owner.check(new Secret("planted-first"))).rejects.toThrow("2xx, 401 or 403 are understood");
  broken = 0;
});
