import { type ExampleBag, type Examples, moment, resource } from "./example";
import { inGroup, secret as secretOf } from "./surroundings";

const key = (properties: ExampleBag, answer?: ExampleBag) =>
  resource(
    "keyvault:Key",
    "documents",
    { ...inGroup, vaultName: "kv-claims-prod", properties: { kty: "RSA", ...properties } },
    answer,
  );

const secret = (properties: ExampleBag) => {
  const { args, ...rest } = secretOf(properties);
  return { ...rest, args: { ...args, vaultName: "kv-claims-prod" } };
};

const action = (type: string, trigger: ExampleBag) => ({
  rotationPolicy: { attributes: { expiryTime: "P90D" }, lifetimeActions: [{ action: { type }, trigger }] },
});

const created = { attributes: { created: Date.parse("2026-11-01") / 1000 } };

export const secrets: Examples = {
  "key-age": {
    bad: [key({ attributes: { notBefore: moment("2026-02-01") } })],
    good: [key({ attributes: { notBefore: moment("2026-11-01") } })],
  },
  "key-expires": {
    bad: [key({})],
    good: [key({ attributes: { expires: moment("2027-01-31") } })],
  },
  "key-in-hsm": {
    bad: [key({})],
    good: [key({ kty: "RSA-HSM" })],
  },
  "key-rotation-days": {
    bad: [key(action("rotate", { timeAfterCreate: "P2Y" }))],
    good: [key(action("rotate", { timeAfterCreate: "P60D" }))],
  },
  "key-auto-rotation": {
    bad: [key(action("notify", { timeBeforeExpiry: "P30D" }))],
    good: [key(action("rotate", { timeBeforeExpiry: "P30D" }))],
  },
  "key-validity-period": {
    bad: [key({ attributes: { expires: moment("2028-11-01") } }, created)],
    good: [key({ attributes: { expires: moment("2027-01-15") } }, created)],
  },
  "rsa-key-size": {
    bad: [key({ keySize: 2048 })],
    good: [key({ keySize: 4096 })],
  },
  "secret-age": {
    bad: [secret({ attributes: { notBefore: moment("2026-02-01") } })],
    good: [secret({ attributes: { notBefore: moment("2026-11-01") } })],
  },
  "secret-content-type": {
    bad: [secret({})],
    good: [secret({ contentType: "text/plain" })],
  },
  "secret-expires": {
    bad: [secret({})],
    good: [secret({ attributes: { expires: moment("2027-01-31") } })],
  },
  "secret-not-near-expiry": {
    bad: [secret({ attributes: { expires: moment("2026-11-25") } })],
    good: [secret({ attributes: { expires: moment("2027-01-31") } })],
  },
  "secret-validity-period": {
    bad: [secret({ attributes: { notBefore: moment("2026-11-01"), expires: moment("2028-11-01") } })],
    good: [secret({ attributes: { notBefore: moment("2026-11-01"), expires: moment("2027-01-15") } })],
  },
};
