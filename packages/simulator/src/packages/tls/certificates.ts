import "reflect-metadata";
import { createHash, createPrivateKey, createPublicKey, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";
import { objectOf, type Properties, textOf, type Value } from "../../values";
import type { LocalType } from "../local-type";
import { algorithmOf } from "./private-key";

const HOUR = 3_600_000;

/** `tls.SelfSignedCert`: a real certificate, signed with the given key. */
export const selfSignedCert: LocalType = {
  immutable: "all",
  made: ["certPem", "keyAlgorithm", "readyForRenewal", "validityStartTime", "validityEndTime"],
  sensitive: ["privateKeyPem", "privateKeyPemWo"],
  make: async (inputs, { world }) => {
    const pem = keyOf(inputs, "privateKeyPem");
    const { keys, algorithm } = await cryptoKeys(pem);
    const validity = validityOf(inputs, world.clock.now());
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: serialOf(pem + validity.start.toISOString()),
      name: subjectOf(inputs),
      notBefore: validity.start,
      notAfter: validity.end,
      signingAlgorithm: algorithm,
      keys,
      extensions: await extensionsOf(inputs, keys.publicKey),
    });
    return issued(certificate, { keyAlgorithm: algorithmOf(pem) }, validity);
  },
};

/** `tls.CertRequest`: a real signing request. */
export const certRequest: LocalType = {
  immutable: "all",
  made: ["certRequestPem", "keyAlgorithm"],
  sensitive: ["privateKeyPem", "privateKeyPemWo"],
  make: async (inputs) => {
    const pem = keyOf(inputs, "privateKeyPem");
    const { keys, algorithm } = await cryptoKeys(pem);
    const request = await x509.Pkcs10CertificateRequestGenerator.create({
      name: subjectOf(inputs),
      keys,
      signingAlgorithm: algorithm,
      extensions: namesOf(inputs),
    });
    const certRequestPem = `${request.toString("pem")}\n`;
    return { id: digest(certRequestPem), outputs: { certRequestPem, keyAlgorithm: algorithmOf(pem) } };
  },
};

/** `tls.LocallySignedCert`: a real certificate for a request, signed by the given authority. */
export const locallySignedCert: LocalType = {
  immutable: "all",
  made: ["certPem", "caKeyAlgorithm", "readyForRenewal", "validityStartTime", "validityEndTime"],
  sensitive: ["caPrivateKeyPem", "caPrivateKeyPemWo"],
  make: async (inputs, { world }) => {
    const pem = keyOf(inputs, "caPrivateKeyPem");
    const { keys, algorithm } = await cryptoKeys(pem);
    const request = new x509.Pkcs10CertificateRequest(String(inputs.certRequestPem));
    const validity = validityOf(inputs, world.clock.now());
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: serialOf(String(inputs.certRequestPem) + validity.start.toISOString()),
      subject: request.subject,
      issuer: new x509.X509Certificate(String(inputs.caCertPem)).subject,
      notBefore: validity.start,
      notAfter: validity.end,
      signingAlgorithm: algorithm,
      publicKey: await request.publicKey.export(),
      signingKey: keys.privateKey,
      extensions: [...(await extensionsOf(inputs, keys.publicKey)), ...request.extensions],
    });
    return issued(certificate, { caKeyAlgorithm: algorithmOf(pem) }, validity);
  },
};

function issued(certificate: x509.X509Certificate, algorithm: Properties, validity: { start: Date; end: Date }) {
  const certPem = `${certificate.toString("pem")}\n`;
  const outputs: Properties = {
    ...algorithm,
    certPem,
    readyForRenewal: false,
    validityStartTime: validity.start.toISOString(),
    validityEndTime: validity.end.toISOString(),
  };
  return { id: digest(certPem), outputs };
}

function keyOf(inputs: Properties, name: string): string {
  const pem = textOf(inputs[name]) ?? textOf(inputs[`${name}Wo`]);
  if (pem === undefined) throw new Error(`${name}: missing; the private key in PEM that signs`);
  return pem;
}

async function cryptoKeys(pem: string) {
  const key = createPrivateKey(pem);
  const algorithm = signingAlgorithm(algorithmOf(pem), key.asymmetricKeyDetails?.namedCurve);
  const [pkcs8, spki] = [
    key.export({ format: "der", type: "pkcs8" }),
    createPublicKey(key).export({ format: "der", type: "spki" }),
  ];
  const keys = {
    privateKey: await webcrypto.subtle.importKey("pkcs8", pkcs8, algorithm, true, ["sign"]),
    publicKey: await webcrypto.subtle.importKey("spki", spki, algorithm, true, ["verify"]),
  };
  return { keys, algorithm };
}

function signingAlgorithm(algorithm: string, curve: string | undefined) {
  if (algorithm === "RSA") return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  if (algorithm === "ED25519") return { name: "Ed25519" };
  const names: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };
  const namedCurve = names[curve ?? ""];
  if (namedCurve === undefined)
    throw new Error(`no certificate can be signed here with a key on the curve ${curve}; use P256`);
  return { name: "ECDSA", namedCurve, hash: namedCurve === "P-256" ? "SHA-256" : "SHA-384" };
}

function validityOf(inputs: Properties, now: Date): { start: Date; end: Date } {
  const start = new Date(Math.floor(now.getTime() / 1000) * 1000);
  return { start, end: new Date(start.getTime() + Number(inputs.validityPeriodHours) * HOUR) };
}

const subjectParts: readonly [string, string][] = [
  ["commonName", "CN"],
  ["country", "C"],
  ["locality", "L"],
  ["organization", "O"],
  ["organizationalUnit", "OU"],
  ["province", "ST"],
  ["serialNumber", "2.5.4.5"],
];

function subjectOf(inputs: Properties): x509.JsonName {
  const subject = objectOf(inputs.subject);
  return subjectParts
    .filter(([name]) => typeof subject[name] === "string" && subject[name] !== "")
    .map(([name, short]) => ({ [short]: [String(subject[name])] }));
}

function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function namesOf(inputs: Properties): x509.Extension[] {
  const names: x509.JsonGeneralName[] = [
    ...texts(inputs.dnsNames).map((value) => ({ type: "dns" as const, value })),
    ...texts(inputs.ipAddresses).map((value) => ({ type: "ip" as const, value })),
    ...texts(inputs.uris).map((value) => ({ type: "url" as const, value })),
  ];
  return names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)];
}

const keyUsages: Readonly<Record<string, number>> = {
  digital_signature: x509.KeyUsageFlags.digitalSignature,
  content_commitment: x509.KeyUsageFlags.nonRepudiation,
  key_encipherment: x509.KeyUsageFlags.keyEncipherment,
  data_encipherment: x509.KeyUsageFlags.dataEncipherment,
  key_agreement: x509.KeyUsageFlags.keyAgreement,
  cert_signing: x509.KeyUsageFlags.keyCertSign,
  crl_signing: x509.KeyUsageFlags.cRLSign,
};

const extendedUsages: Readonly<Record<string, string>> = {
  server_auth: x509.ExtendedKeyUsage.serverAuth,
  client_auth: x509.ExtendedKeyUsage.clientAuth,
  code_signing: x509.ExtendedKeyUsage.codeSigning,
  email_protection: x509.ExtendedKeyUsage.emailProtection,
  timestamping: x509.ExtendedKeyUsage.timeStamping,
  ocsp_signing: x509.ExtendedKeyUsage.ocspSigning,
};

async function extensionsOf(inputs: Properties, signer: webcrypto.CryptoKey): Promise<x509.Extension[]> {
  const uses = texts(inputs.allowedUses);
  const plain = uses.reduce((flags, use) => flags | (keyUsages[use] ?? 0), 0);
  const extended = uses.map((use) => extendedUsages[use]).filter((use) => use !== undefined);
  const depth =
    typeof inputs.maxPathLength === "number" && inputs.maxPathLength >= 0 ? inputs.maxPathLength : undefined;
  return [
    ...(plain === 0 ? [] : [new x509.KeyUsagesExtension(plain, true)]),
    ...(extended.length === 0 ? [] : [new x509.ExtendedKeyUsageExtension(extended)]),
    new x509.BasicConstraintsExtension(inputs.isCaCertificate === true, depth, true),
    ...namesOf(inputs),
    ...(inputs.setSubjectKeyId === true ? [await x509.SubjectKeyIdentifierExtension.create(signer, false)] : []),
  ];
}

function serialOf(words: string): string {
  return `0${digest(words).slice(1, 32)}`;
}

function digest(words: string): string {
  return createHash("sha1").update(words).digest("hex");
}
