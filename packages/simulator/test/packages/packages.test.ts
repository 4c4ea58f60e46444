import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { providerPackages } from "@ringfence/simulator/provider";
import { type Bag, EngineClient } from "../provider/engine-client";
import { secretOf } from "../provider/secrets";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

let engine: EngineClient;
beforeEach(async () => {
  engine = await EngineClient.start();
});
afterEach(() => engine.stop());

function plain(value: unknown): string {
  return String((value as Bag)?.value);
}

test("the packages to name for the real engine", () => {
  expect(providerPackages).toEqual(
    expect.arrayContaining(["azure-native", "random", "tls", "azuread", "kubernetes", "docker"]),
  );
});

describe("random", () => {
  test("a password has the asked length and kinds, is a secret, and unknown in a preview", async () => {
    const type = "random:index/randomPassword:RandomPassword";
    const inputs = { length: 24, minUpper: 4, minNumeric: 4, minSpecial: 4, overrideSpecial: "_%" };
    const preview = await engine.register(type, "p", inputs, true);
    const { outputs } = await engine.register(type, "p", inputs);
    expect(preview.outputs.result).toBe(UNKNOWN);
    const value = plain(outputs.result);
    expect(outputs.result).toEqual(secretOf(value));
    expect(value).toHaveLength(24);
    expect(value.match(/[A-Z]/g)?.length).toBeGreaterThanOrEqual(4);
    expect(value.match(/[0-9]/g)?.length).toBeGreaterThanOrEqual(4);
    expect(value.match(/[_%]/g)?.length).toBeGreaterThanOrEqual(4);
    expect(value).toMatch(/^[A-Za-z0-9_%]+$/);
  });

  test("the same resource gets the same value, another one another", async () => {
    const type = "random:index/randomString:RandomString";
    const one = await engine.register(type, "a", { length: 12, special: false });
    const same = await engine.register(type, "a", { length: 12, special: false });
    const other = await engine.register(type, "b", { length: 12, special: false });
    expect(same.outputs.result).toBe(one.outputs.result);
    expect(other.outputs.result).not.toBe(one.outputs.result);
    expect(one.outputs.result).toMatch(/^[A-Za-z0-9]{12}$/);
  });

  test.each<[string, Bag, (outputs: Bag, id: string) => void]>([
    ["randomId:RandomId", { byteLength: 4, prefix: "p-" }, (outputs) => expect(outputs.hex).toMatch(/^p-[0-9a-f]{8}$/)],
    ["randomInteger:RandomInteger", { min: 5, max: 7 }, (outputs) => expect([5, 6, 7]).toContain(outputs.result)],
    [
      "randomUuid:RandomUuid",
      {},
      (outputs) => expect(outputs.result).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    ],
    ["randomPet:RandomPet", { length: 3, separator: "_" }, (_, id) => expect(id).toMatch(/^[a-z]+_[a-z]+_[a-z]+$/)],
    [
      "randomShuffle:RandomShuffle",
      { inputs: ["a", "b", "c"], resultCount: 2 },
      (outputs) => expect(outputs.results).toHaveLength(2),
    ],
    ["randomBytes:RandomBytes", { length: 8 }, (outputs) => expect(plain(outputs.hex)).toMatch(/^[0-9a-f]{16}$/)],
  ])("%s", async (type, inputs, holds) => {
    const made = await engine.register(`random:index/${type}`, "r", inputs);
    holds(made.outputs, made.id);
  });

  test("a changed keeper replaces", async () => {
    const made = await engine.register("random:index/randomUuid:RandomUuid", "r", { keepers: { a: "1" } });
    const diff = await engine.diff(made, { keepers: { a: "2" } });
    expect(diff.getReplacesList()).toEqual(["keepers"]);
  });
});

describe("tls", () => {
  test.each([
    ["RSA", { algorithm: "RSA", rsaBits: 2048 }, "ssh-rsa", "RSA PRIVATE KEY"],
    ["ECDSA", { algorithm: "ECDSA", ecdsaCurve: "P256" }, "ecdsa-sha2-nistp256", "EC PRIVATE KEY"],
    ["ED25519", { algorithm: "ED25519" }, "ssh-ed25519", "PRIVATE KEY"],
  ])("a %s key is real, in every form", async (_, inputs, kind, label) => {
    const { outputs } = await engine.register("tls:index/privateKey:PrivateKey", "k", inputs);
    const pem = plain(outputs.privateKeyPem);
    expect(outputs.privateKeyPem).toEqual(secretOf(pem));
    expect(pem).toContain(`-----BEGIN ${label}-----`);
    const publicPem = createPublicKey(createPrivateKey(pem)).export({ type: "spki", format: "pem" });
    expect(outputs.publicKeyPem).toBe(publicPem);
    expect(outputs.publicKeyOpenssh).toMatch(new RegExp(`^${kind} [A-Za-z0-9+/=]+\n$`));
    expect(outputs.publicKeyFingerprintSha256).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
    const openssh = Buffer.from(plain(outputs.privateKeyOpenssh).split("\n").slice(1, -2).join(""), "base64");
    expect(openssh.subarray(0, 15).toString()).toBe("openssh-key-v1\0");
    expect(openssh.includes(Buffer.from(String(outputs.publicKeyOpenssh).split(" ")[1] ?? "", "base64"))).toBe(true);
  });

  test("a self-signed certificate is real: names, uses, time and signature", async () => {
    const key = await engine.register("tls:index/privateKey:PrivateKey", "k", {
      algorithm: "ECDSA",
      ecdsaCurve: "P256",
    });
    const { outputs } = await engine.register("tls:index/selfSignedCert:SelfSignedCert", "c", {
      privateKeyPem: key.outputs.privateKeyPem,
      subject: { commonName: "claims.example", organization: "Contoso" },
      dnsNames: ["claims.example"],
      allowedUses: ["server_auth", "digital_signature"],
      validityPeriodHours: 24,
    });
    const certificate = new X509Certificate(String(outputs.certPem));
    expect(certificate.subject).toContain("CN=claims.example");
    expect(certificate.subjectAltName).toBe("DNS:claims.example");
    expect(certificate.verify(createPublicKey(createPrivateKey(plain(key.outputs.privateKeyPem))))).toBe(true);
    expect(outputs.validityEndTime).toBe("2026-11-22T12:00:00.000Z");
    expect(outputs.keyAlgorithm).toBe("ECDSA");
  });

  test("an authority signs a request", async () => {
    const make = (name: string) =>
      engine.register("tls:index/privateKey:PrivateKey", name, { algorithm: "RSA", rsaBits: 2048 });
    const [root, leaf] = [await make("root"), await make("leaf")];
    const authority = await engine.register("tls:index/selfSignedCert:SelfSignedCert", "ca", {
      privateKeyPem: root.outputs.privateKeyPem,
      subject: { commonName: "root" },
      allowedUses: ["cert_signing"],
      isCaCertificate: true,
      validityPeriodHours: 48,
    });
    const request = await engine.register("tls:index/certRequest:CertRequest", "r", {
      privateKeyPem: leaf.outputs.privateKeyPem,
      subject: { commonName: "leaf" },
    });
    const { outputs } = await engine.register("tls:index/locallySignedCert:LocallySignedCert", "l", {
      certRequestPem: request.outputs.certRequestPem,
      caPrivateKeyPem: root.outputs.privateKeyPem,
      caCertPem: authority.outputs.certPem,
      allowedUses: ["server_auth"],
      validityPeriodHours: 24,
    });
    const [issued, issuer] = [outputs.certPem, authority.outputs.certPem].map(
      (pem) => new X509Certificate(String(pem)),
    );
    expect(issued?.subject).toBe("CN=leaf");
    expect(issuer !== undefined && issued?.checkIssued(issuer)).toBe(true);
    expect(issued?.verify(createPublicKey(createPrivateKey(plain(root.outputs.privateKeyPem))))).toBe(true);
  });
});

describe("azuread", () => {
  test("an application, its principal and its password belong together", async () => {
    const app = await engine.register("azuread:index/application:Application", "app", { displayName: "claims" });
    const principal = await engine.register("azuread:index/servicePrincipal:ServicePrincipal", "sp", {
      clientId: app.outputs.clientId,
    });
    const password = await engine.register("azuread:index/applicationPassword:ApplicationPassword", "pw", {
      applicationId: app.id,
    });
    expect(app.id).toBe(`/applications/${app.outputs.objectId}`);
    expect(principal.outputs).toMatchObject({
      displayName: "claims",
      applicationTenantId: engine.world.identity.tenantId,
    });
    expect(password.outputs.value).toEqual(secretOf(plain(password.outputs.value)));
  });

  test("the signed-in principal is the same as azure-native's", async () => {
    const here = await engine.invoke("azuread:index/getClientConfig:getClientConfig", {});
    const there = await engine.invoke("azure-native:authorization:getClientConfig", {});
    expect([here.tenantId, here.objectId, here.clientId]).toEqual([there.tenantId, there.objectId, there.clientId]);
  });
});

describe("kubernetes", () => {
  const service = { apiVersion: "v1", kind: "Service", metadata: {}, spec: { type: "LoadBalancer" } };

  test("an object is named, lives in a namespace, and a load balancer has an address", async () => {
    const { id, inputs, outputs } = await engine.register("kubernetes:core/v1:Service", "web", service);
    expect(inputs.metadata).toMatchObject({ name: expect.stringMatching(/^web-[0-9a-f]{8}$/), namespace: "default" });
    expect(id).toBe(`default/${(inputs.metadata as Bag).name}`);
    expect(outputs.status).toMatchObject({ loadBalancer: { ingress: [{ ip: expect.stringMatching(/^20\./) }] } });
  });

  test("an unchanged object is no difference", async () => {
    const made = await engine.register("kubernetes:core/v1:Service", "web", service);
    const { inputs } = await engine.check("kubernetes:core/v1:Service", "web", service, made.inputs);
    expect((await engine.diff(made, inputs)).getDiffsList()).toEqual([]);
  });

  test("manifests are read", async () => {
    const text = "kind: A\n---\nkind: List\nitems:\n- kind: B\n- kind: C\n";
    const { result } = await engine.invoke("kubernetes:yaml:decode", { text });
    expect((result as Bag[]).map((each) => each.kind)).toEqual(["A", "B", "C"]);
  });
});

test("any other package's resource echoes its inputs, keeps its secrets, and is listed", async () => {
  const inputs = { name: "zone", token: secretOf("hidden") };
  const made = await engine.register("cloudflare:index/record:Record", "r", inputs);
  expect(made.outputs).toEqual(inputs);
  expect(await engine.read(made)).toEqual({ id: made.id, inputs, outputs: inputs });
  expect([...engine.world.unmodelledTypes]).toEqual(["cloudflare:index/record:Record"]);
  await engine.delete(made);
  expect((await engine.read(made)).id).toBe("");
});
