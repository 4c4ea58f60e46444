import { createPublicKey, randomUUID, verify, X509Certificate } from "node:crypto";
import { SecretOwnerType, secretOwner } from "@ringfence/core/secret-owners";
import { keyOwner } from "../../src/owners";
import { KeyCheck, Secret } from "../../src/ports";
import { type Asked, type LoopbackService, loopbackService } from "./loopback-service";

const TENANT = "11111111-1111-4111-8111-111111111111";
const APP = "22222222-2222-4222-8222-222222222222";

interface Credential {
  keyId: string;
  displayName: string;
  hint?: string;
  secretText?: string;
  customKeyIdentifier?: string;
  key?: string;
}

/** Graph's application and Entra's token endpoint, as far as an application's credentials go. */
let passwords: Credential[] = [];
let certificates: Credential[] = [];
let service: LoopbackService;

beforeAll(async () => {
  service = await loopbackService((asked) => (asked.path.startsWith(`/${TENANT}`) ? token(asked) : graph(asked)));
});
afterAll(() => service.close());
beforeEach(() => {
  passwords = [{ keyId: "theirs", displayName: "somebody else's", hint: "abc", secretText: "abc-not-ours" }];
  certificates = [{ keyId: "theirs", displayName: "somebody else's", customKeyIdentifier: "AAAA" }];
});

function graph({ method, path, body }: Asked) {
  const given = body === "" ? {} : JSON.parse(body);
  if (method === "GET") {
    const passwordCredentials = passwords.map(({ secretText: _hidden, ...shown }) => shown);
    const keyCredentials = certificates.map(({ key: _hidden, ...shown }) => shown);
    return { status: 200, body: { appId: APP, passwordCredentials, keyCredentials } };
  }
  if (path.endsWith("/addPassword")) {
    const secretText = `${randomUUID().slice(0, 3)}-planted-${randomUUID()}`;
    const made = { keyId: randomUUID(), hint: secretText.slice(0, 3), secretText, ...given.passwordCredential };
    passwords.push(made);
    return { status: 200, body: made };
  }
  if (path.endsWith("/removePassword")) {
    passwords = passwords.filter(({ keyId }) => keyId !== given.keyId);
    return { status: 204 };
  }
  const before = certificates;
  certificates = given.keyCredentials.map((credential: Credential) => {
    if (credential.key === undefined) return before.find(({ keyId }) => keyId === credential.keyId) ?? credential;
    const { fingerprint } = new X509Certificate(Buffer.from(credential.key, "base64"));
    const customKeyIdentifier = Buffer.from(fingerprint.replaceAll(":", ""), "hex").toString("base64");
    return { ...credential, keyId: randomUUID(), customKeyIdentifier };
  });
  return { status: 204 };
}

function token({ body }: Asked) {
  const form = new URLSearchParams(body);
  const refused = { status: 401, body: { error: "invalid_client" } };
  if (form.get("client_id") !== APP) return { status: 400, body: { error: "unauthorized_client" } };
  const assertion = form.get("client_assertion");
  const isKnown =
    assertion === null
      ? passwords.some(({ secretText }) => secretText === form.get("client_secret"))
      : certificates.some(({ key }) => key !== undefined && isSigned(assertion, key));
  return isKnown ? { status: 200, body: { access_token: "t" } } : refused;
}

function isSigned(assertion: string, certificate: string): boolean {
  const [header = "", claims = "", signature = ""] = assertion.split(".");
  const { aud } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { aud: string };
  const key = createPublicKey(
    new X509Certificate(Buffer.from(certificate, "base64")).publicKey.export({ type: "spki", format: "pem" }),
  );
  const isRight = verify("sha256", Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, "base64url"));
  return isRight && aud.endsWith(`/${TENANT}/oauth2/v2.0/token`);
}

function application(ownerType: SecretOwnerType) {
  const payload = Buffer.from(JSON.stringify({ tid: TENANT })).toString("base64url");
  return keyOwner({
    secret: {
      name: "partner",
      owner: `${service.address}/v1.0/applications/${randomUUID()}`,
      ownerType,
      maximumAgeDays: 60,
      overlapHours: 24,
      endpoint: service.address,
    },
    credential: { getToken: async () => ({ token: `e30.${payload}.s`, expiresOnTimestamp: Date.now() + 1e6 }) },
    resourceManager: "https://management.azure.com",
    settings: { tlsOptions: { ca: service.certificate } },
  });
}

test.each([SecretOwnerType.ApplicationClientSecret, SecretOwnerType.ApplicationCertificate])(
  "%s: a slot is filled, known again by another run, renewed and emptied; what others made stays",
  async (type) => {
    const owner = application(type);
    const [, slot] = secretOwner(type).slots;
    expect(await owner.keys()).toEqual(new Map());
    await owner.regenerate(slot);
    const first = (await owner.keys()).get(slot) ?? new Secret("");
    expect(await owner.check(first)).toBe(KeyCheck.Works);

    const later = application(type);
    expect(await later.keys()).toEqual(new Map());
    expect(await later.holds?.(slot, first)).toBe(true);
    await later.regenerate(slot);
    const second = (await later.keys()).get(slot) ?? new Secret("");
    expect(second.equals(first)).toBe(false);
    expect(await later.check(first)).toBe(KeyCheck.Refused);
    expect(await later.check(second)).toBe(KeyCheck.Works);
    expect(await application(type).holds?.(slot, first)).toBe(false);

    await later.clear?.(slot);
    expect(await later.check(second)).toBe(KeyCheck.Refused);
    expect([passwords, certificates].map(([theirs]) => theirs?.keyId)).toEqual(["theirs", "theirs"]);
    expect([passwords, certificates].map(({ length }) => length)).toEqual([1, 1]);
  },
  30_000,
);
