import * as secrets from "@ringfence/policies/rules/secrets";
import { unknown } from "@ringfence/policies/testing";
import { days, prove } from "../prove";

const SECRET = "keyvault:Secret";
const KEY = "keyvault:Key";

const attributes = (given: Record<string, unknown>) => ({ properties: { attributes: given } });
const policy = (...lifetimeActions: unknown[]) => ({ properties: { rotationPolicy: { lifetimeActions } } });
const rotate = (trigger: Record<string, unknown>, type = "rotate") => ({ action: { type }, trigger });
const EXPIRES = "properties.attributes.expires";
const ACTIONS = "properties.rotationPolicy.lifetimeActions";
const UNKNOWN_EXPIRY = [
  { props: attributes({ expires: unknown }), at: EXPIRES },
  { props: { properties: unknown }, at: "properties" },
];

for (const [rule, type] of [
  [secrets.secretExpiry, SECRET],
  [secrets.keyExpiry, KEY],
] as const)
  prove({
    rule,
    type,
    good: [{ props: attributes({ expires: days(30) }) }],
    bad: [
      { props: attributes({ enabled: true }), at: [EXPIRES] },
      { props: attributes({ expires: null }), at: [EXPIRES] },
      { props: { properties: {} }, at: [EXPIRES] },
    ],
    empty: "fail",
    unknown: UNKNOWN_EXPIRY,
  });

prove({
  rule: secrets.secretValidity,
  type: SECRET,
  good: [
    { props: attributes({ expires: days(90) }) },
    { props: attributes({ notBefore: days(300), expires: days(390) }) },
    { props: attributes({ notBefore: days(-10), expires: days(80) }) },
  ],
  bad: [
    { props: attributes({ expires: days(90.1) }), at: [EXPIRES] },
    { props: attributes({ notBefore: days(-30), expires: days(61) }), at: [EXPIRES] },
    { props: attributes({ notBefore: "soon", expires: days(61) }), at: ["properties.attributes.notBefore"] },
    { props: attributes({ expires: "2026-12-31" }), at: [EXPIRES] },
    { props: attributes({ notBefore: unknown }), at: [EXPIRES] },
  ],
  empty: "fail",
  unknown: [
    ...UNKNOWN_EXPIRY,
    { props: attributes({ notBefore: unknown, expires: days(10) }), at: "properties.attributes.notBefore" },
  ],
});

prove({
  rule: secrets.secretNearExpiry,
  type: SECRET,
  good: [{ props: attributes({ expires: days(14) }) }, { props: attributes({ expires: days(60) }) }],
  bad: [
    { props: attributes({ expires: days(13.9) }), at: [EXPIRES] },
    { props: attributes({ expires: days(-1) }), at: [EXPIRES] },
    { props: attributes({}), at: [EXPIRES] },
  ],
  empty: "fail",
  unknown: UNKNOWN_EXPIRY,
});

prove({
  rule: secrets.secretContentType,
  type: SECRET,
  good: [{ props: { properties: { contentType: "text/plain" } } }],
  bad: [
    { props: { properties: { value: "hunter2" } }, at: ["properties.contentType"] },
    { props: { properties: { contentType: "" } }, at: ["properties.contentType"] },
  ],
  empty: "fail",
  unknown: [{ props: { properties: { contentType: unknown } }, at: "properties.contentType" }],
});

for (const [rule, type, below] of [
  [secrets.secretAge, SECRET, "properties.attributes"],
  [secrets.keyAge, KEY, "attributes"],
] as const) {
  const answer = (given: Record<string, unknown>) =>
    below === "attributes" ? { attributes: given } : attributes(given);
  prove({
    rule,
    type,
    good: [
      { props: {}, outputs: answer({ created: days(-90) }) },
      { props: attributes({ notBefore: days(-400) }), outputs: answer({ created: days(-10) }) },
      { props: {}, outputs: answer({ notBefore: days(-10), created: days(-200) }) },
    ],
    bad: [
      { props: {}, outputs: answer({ created: days(-90.1), updated: days(-1) }), at: [`${below}.created`] },
      { props: {}, outputs: answer({ notBefore: days(-91), created: days(-1) }), at: [`${below}.notBefore`] },
      { props: attributes({ notBefore: days(-91) }), outputs: {}, at: ["properties.attributes.notBefore"] },
      { props: {}, outputs: answer({ created: "long ago" }), at: [`${below}.created`] },
    ],
    empty: "undetermined",
    unknown: [
      { props: {}, outputs: answer({ created: unknown }), at: `${below}.created` },
      { props: {}, outputs: { properties: {} }, at: "properties.attributes.created" },
    ],
  });
}

prove({
  rule: secrets.keyValidity,
  type: KEY,
  good: [
    { props: attributes({ expires: days(60) }), outputs: { attributes: { created: days(-30) } } },
    { props: {}, outputs: { attributes: { created: days(-30), expires: days(60) } } },
  ],
  bad: [
    { props: {}, outputs: { attributes: { created: days(-30), expires: days(61) } }, at: ["attributes.expires"] },
    { props: attributes({ expires: days(61) }), outputs: { attributes: { created: days(-30) } }, at: [EXPIRES] },
    { props: {}, outputs: { attributes: { created: days(-30) } }, at: [EXPIRES] },
  ],
  empty: "fail",
  unknown: [
    {
      props: attributes({ expires: days(60) }),
      outputs: { attributes: { created: unknown } },
      at: "properties.attributes.created",
    },
    { props: attributes({ expires: unknown }), outputs: { attributes: { created: days(-1) } }, at: EXPIRES },
  ],
});

prove({
  rule: secrets.keyRotation,
  type: KEY,
  good: [
    { props: policy(rotate({}, "Rotate")) },
    { props: policy(unknown, rotate({})) },
    { props: policy(rotate({}, "notify"), rotate({ timeAfterCreate: "P60D" })) },
  ],
  bad: [
    { props: policy(rotate({ timeBeforeExpiry: "P30D" }, "notify")), at: [ACTIONS] },
    { props: policy(), at: [ACTIONS] },
    { props: { properties: { rotationPolicy: {} } }, at: [ACTIONS] },
    { props: { properties: { kty: "RSA" } }, at: [ACTIONS] },
  ],
  empty: "fail",
  unknown: [
    { props: policy(unknown), at: `${ACTIONS}[0]` },
    { props: policy(rotate({}, "notify"), rotate({}, unknown)), at: `${ACTIONS}[1].action.type` },
  ],
});

prove({
  rule: secrets.keyRotationDays,
  type: KEY,
  good: [
    { props: policy(rotate({ timeAfterCreate: "P90D" })) },
    { props: policy(rotate({ timeAfterCreate: "P5Y" }, "notify"), rotate({ timeAfterCreate: "PT2160H" })) },
    {
      props: {
        properties: {
          rotationPolicy: {
            attributes: { expiryTime: "P120D" },
            lifetimeActions: [rotate({ timeBeforeExpiry: "P30D" })],
          },
        },
      },
    },
    { props: policy(rotate({ timeAfterCreate: "P2M" })) },
  ],
  bad: [
    { props: policy(rotate({ timeAfterCreate: "P91D" })), at: [ACTIONS] },
    { props: policy(rotate({ timeAfterCreate: "PT90M", timeBeforeExpiry: "P1D" }, "notify")), at: [ACTIONS] },
    { props: policy(rotate({ timeAfterCreate: "ninety days" })), at: [ACTIONS] },
    { props: policy(rotate({ timeBeforeExpiry: "P30D" })), at: [ACTIONS] },
    {
      props: {
        properties: {
          rotationPolicy: {
            attributes: { expiryTime: "P2Y" },
            lifetimeActions: [rotate({ timeBeforeExpiry: "P30D" })],
          },
        },
      },
      at: [ACTIONS],
    },
    { props: { properties: { rotationPolicy: {} } }, at: [ACTIONS] },
  ],
  empty: "fail",
  unknown: [{ props: policy(rotate({ timeAfterCreate: unknown })), at: `${ACTIONS}[0].trigger.timeAfterCreate` }],
});

prove({
  rule: secrets.keyHsm,
  type: KEY,
  good: [{ props: { properties: { kty: "ec-hsm" } } }, { props: { properties: { kty: "RSA-HSM" } } }],
  bad: [
    { props: { properties: { kty: "RSA" } }, at: ["properties.kty"] },
    { props: { properties: {} }, at: ["properties.kty"] },
  ],
  empty: "fail",
  unknown: [{ props: { properties: { kty: unknown } }, at: "properties.kty" }],
});

prove({
  rule: secrets.rsaKeySize,
  type: KEY,
  good: [
    { props: { properties: { kty: "EC", curveName: "P-256" } } },
    { props: { properties: { kty: unknown, keySize: 4096 } } },
    { props: { properties: { kty: "rsa-hsm", keySize: 3072 } } },
  ],
  bad: [
    { props: { properties: { kty: "RSA", keySize: 2048 } }, at: ["properties.keySize"] },
    { props: { properties: { kty: "RSA-HSM" } }, at: ["properties.keySize"] },
    { props: { properties: { kty: "RSA", keySize: "4096" } }, at: ["properties.keySize"] },
  ],
  empty: "fail",
  unknown: [
    { props: { properties: { kty: "RSA", keySize: unknown } }, at: "properties.keySize" },
    { props: { properties: { kty: unknown, keySize: 2048 } }, at: "properties.kty" },
  ],
});
