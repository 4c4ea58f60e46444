import type { RingContext } from "../../src/ring/context";
import type { SecretRotationArgs } from "../../src/rotation/args";
import type { VaultKeyCurve, VaultKeyType } from "../../src/rotation/keys";
import type { SecretOwnerType } from "../../src/rotation/owner-types";
import { secretRotationNameProblems, secretRotationProblems } from "../../src/rotation/rotation-problems";
import type { RotatedSecretArgs } from "../../src/rotation/secrets";
import { ringContextOf } from "../ring-contexts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const search: RotatedSecretArgs = {
  name: "search-admin",
  owner: "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Search/searchServices/srch",
  ownerType: "Microsoft.Search/searchServices",
};
const geocoder = { name: "geocoder", value: "x", issuedOn: "2026-11-01", renewedAt: "console.geocoder.example" };
const signing = { name: "signing", keyType: "RSA", issuedOn: "2026-11-01" } as const;
const good: SecretRotationArgs = {
  ring: ringContextOf("prod"),
  image: `contoso.azurecr.io/ringfence-operations@${digest}`,
  secrets: [search],
  manualSecrets: [geocoder],
  keys: [signing],
};

function withMaximum(secretMaximumAgeDays: number): RingContext {
  return { ...good.ring, settings: { ...good.ring.settings, secretMaximumAgeDays } };
}

test("good arguments have no problems, with and without secrets", () => {
  expect(secretRotationProblems(good)).toEqual([]);
  expect(secretRotationProblems({ ring: good.ring, image: good.image })).toEqual([]);
});

test.each([
  [undefined, "missing; the jobs' container image, pinned by its digest: "],
  ["contoso.azurecr.io/ringfence-operations:latest", "has no digest; a tag can be moved to other code, so pin it: "],
  ["contoso.azurecr.io/ringfence-operations", "has no digest; a tag can be moved to other code, so pin it: "],
  ["contoso.azurecr.io/ringfence-operations@sha256:abc", "is not an image reference with registry and digest: "],
  [`ringfence-operations@${digest}`, "is not an image reference with registry and digest: "],
])("the image %s is refused", (image, problem) => {
  expect(secretRotationProblems({ ...good, image: image as string })).toEqual([
    {
      path: "image",
      problem: `${image === undefined ? "" : `"${image}" `}${problem}contoso.azurecr.io/ringfence-operations@sha256:<64 hex digits>`,
    },
  ]);
});

test("an image may have a tag beside its digest, and a registry with a port", () => {
  for (const image of [`contoso.azurecr.io/ops/jobs:1.4.2@${digest}`, `ghcr.io/contoso/jobs@${digest}`])
    expect(secretRotationProblems({ ...good, image })).toEqual([]);
});

describe("ages", () => {
  const inProd = (maximumAgeDays: number | undefined, ring = good.ring) =>
    secretRotationProblems({ ...good, ring, secrets: [{ ...search, maximumAgeDays }] }).map(({ problem }) => problem);

  test.each([91, 61, 36, 0, -1, 45.5, Number.NaN])("%d days are refused in prod, whose maximum is 60", (days) => {
    expect(inProd(days)).toEqual([`${days} is not a whole number of days from 37 to 60, the ring's maximum`]);
  });

  test.each([undefined, 37, 60])("%s days are taken in prod", (days) => {
    expect(inProd(days)).toEqual([]);
  });

  test("90 days are the most anywhere, because no ring has more", () => {
    expect(inProd(90, withMaximum(90))).toEqual([]);
    expect(inProd(91, withMaximum(90))).toEqual(["91 is not a whole number of days from 37 to 90, the ring's maximum"]);
  });

  test("a ring whose maximum is shorter than Key Vault's notice cannot have its secrets renewed at the notice", () => {
    const problem =
      "the ring's secretMaximumAgeDays is 30, and what is renewed 30 days before its expiry must live for 37; raise the ring's override to 37 or more";
    expect(secretRotationProblems({ ...good, ring: withMaximum(30) })).toEqual([
      { path: "secrets[0].maximumAgeDays", problem },
      { path: "keys[0].maximumAgeDays", problem },
    ]);
  });

  test("people may renew more often than the notice allows a job to", () => {
    const manualSecrets = [{ ...geocoder, maximumAgeDays: 7 }];
    expect(secretRotationProblems({ ...good, manualSecrets })).toEqual([]);
  });
});

test.each(["2026-11-31", "2026-13-01", "21.11.2026", "2026-11-21T00:00:00Z", "tomorrow", ""])(
  "the day of issue %j is refused",
  (issuedOn) => {
    expect(secretRotationProblems({ ...good, keys: [{ ...signing, issuedOn }] })).toEqual([
      {
        path: "keys[0].issuedOn",
        problem: `"${issuedOn}" is not a day; give it as year-month-day, for example 2026-11-21`,
      },
    ]);
  },
);

test.each(["24:00", "3:17", "03:60", "noon"])("the sweep at %s is refused", (sweepAt) => {
  expect(secretRotationProblems({ ...good, sweepAt })).toEqual([
    { path: "sweepAt", problem: `"${sweepAt}" is not a time of day; give hours and minutes in UTC, for example 03:17` },
  ]);
});

test("every mistake is said at once, each with its path", () => {
  const args: SecretRotationArgs = {
    ...good,
    secrets: [
      { ...search, name: "search admin", ownerType: "Microsoft.Web/sites" as SecretOwnerType, overlapHours: 200 },
      { ...search, name: "GEOCODER" },
    ],
    manualSecrets: [{ ...geocoder, value: "", renewedAt: "", contentType: "" }],
    keys: [
      { ...signing, keyType: "AES" as VaultKeyType, keySize: 1024 },
      { ...signing, keyType: "EC", keySize: 3072, curve: "P-1" as VaultKeyCurve },
      { ...signing, name: "other", curve: "P-256" },
    ],
  };
  expect(secretRotationProblems(args)).toEqual([
    {
      path: "secrets[0].name",
      problem: expect.stringMatching(/^"search admin" is no key vault secret name; allowed: /),
    },
    {
      path: "secrets[0].ownerType",
      problem: expect.stringMatching(/^"Microsoft.Web\/sites" is not one of Microsoft.CognitiveServices\/accounts, /),
    },
    { path: "secrets[0].overlapHours", problem: "200 is not a whole number of hours from 1 to 168" },
    { path: "manualSecrets[0].value", problem: "missing; give it from the stack's configuration as a secret" },
    { path: "manualSecrets[0].contentType", problem: "empty; a media type, for example text/plain" },
    { path: "manualSecrets[0].renewedAt", problem: "missing; where the person who renews it gets a new value" },
    { path: "keys[0].keyType", problem: '"AES" is not one of RSA, RSA-HSM, EC, EC-HSM' },
    { path: "keys[0].keySize", problem: "1024 is not one of 2048, 3072, 4096 bits" },
    { path: "keys[1].keySize", problem: "EC keys have no size; give their curve" },
    { path: "keys[1].curve", problem: '"P-1" is not one of P-256, P-384, P-521' },
    { path: "keys[2].curve", problem: "RSA keys have no curve; leave it out" },
    { path: "manualSecrets[0].name", problem: '"geocoder" is secrets[1].name too; names are unique' },
    { path: "keys[1].name", problem: '"signing" is keys[0].name too; names are unique' },
    {
      path: "secrets[1].owner",
      problem: "is secrets[0].owner too; a service has one pair of keys, so one secret holds it",
    },
  ]);
});

test("a ring where nobody would hear of a failed rotation is refused", () => {
  const ring = { ...good.ring, severitiesWithReceivers: [] };
  expect(secretRotationProblems({ ...good, ring }).map(({ path }) => path)).toEqual(["ring.severitiesWithReceivers"]);
});

test("a ring whose name leaves no room for what is named after it is refused with what to do", () => {
  const ring = { ...good.ring, name: "a-name-far-too-long-for-jobs" };
  expect(secretRotationProblems({ ...good, ring }).map(({ path }) => path)).toEqual([
    "ring.name",
    "ring.name",
    "ring.name",
  ]);
});

test("a missing ring is the only thing said", () => {
  const args = { image: good.image } as SecretRotationArgs;
  expect(secretRotationProblems(args)).toEqual([
    { path: "ring", problem: "missing; the ring it belongs to, `ring.context`" },
  ]);
  expect(secretRotationNameProblems("keys", args)).toEqual([]);
});

test("a component name that private endpoints cannot be named after is refused once", () => {
  expect(secretRotationNameProblems("keys", good)).toEqual([]);
  expect(secretRotationNameProblems("My Keys", good)).toEqual([
    { path: "name", problem: expect.stringMatching(/^"My Keys" is not made of lower-case letters/) },
  ]);
});
