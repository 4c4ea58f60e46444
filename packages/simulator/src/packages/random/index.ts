import { uuidFrom } from "../../sdk";
import type { Properties } from "../../values";
import type { LocalType, LocalTypes, MakeContext } from "../local-type";
import { SeededBytes } from "./generator";
import { randomText, textDefaults } from "./text";
import { adjectives, adverbs, animals } from "./words";

/** Every input of the random package replaces the resource, as its values cannot change in place. */
function randomType(
  made: readonly string[],
  make: (inputs: Properties, bytes: SeededBytes, context: MakeContext) => { id: string; outputs: Properties },
  sensitive: readonly string[] = [],
): LocalType {
  return {
    immutable: "all",
    made,
    sensitive,
    make: async (inputs, context) => {
      const bytes = new SeededBytes(`${context.urn}\n${JSON.stringify(inputs)}`);
      return make(inputs, bytes, context);
    },
  };
}

const randomString = randomType(["result"], (inputs, bytes) => {
  const result = randomText(inputs, bytes);
  return { id: result, outputs: { ...textDefaults, ...inputs, result } };
});

const randomPassword = randomType(
  ["result", "bcryptHash"],
  (inputs, bytes) => {
    const result = randomText(inputs, bytes);
    // A bcrypt hash cannot be made without its library; this has its form and matches no password.
    const bcryptHash = `$2a$10$${bytes.take(40).toString("base64url").slice(0, 53)}`;
    return { id: "none", outputs: { ...textDefaults, ...inputs, result, bcryptHash } };
  },
  ["result", "bcryptHash"],
);

const randomId = randomType(["b64Std", "b64Url", "dec", "hex"], (inputs, bytes) => {
  const value = bytes.take(Number(inputs.byteLength));
  const prefix = typeof inputs.prefix === "string" ? inputs.prefix : "";
  const hex = value.toString("hex");
  return {
    id: value.toString("base64url"),
    outputs: {
      b64Std: prefix + value.toString("base64"),
      b64Url: prefix + value.toString("base64url"),
      dec: prefix + BigInt(`0x${hex || "0"}`).toString(10),
      hex: prefix + hex,
    },
  };
});

const randomBytes = randomType(
  ["base64", "hex"],
  (inputs, bytes) => {
    const value = bytes.take(Number(inputs.length));
    return { id: "none", outputs: { base64: value.toString("base64"), hex: value.toString("hex") } };
  },
  ["base64", "hex"],
);

const randomInteger = randomType(["result"], (inputs, bytes) => {
  const [minimum, maximum] = [Number(inputs.min), Number(inputs.max)];
  if (minimum > maximum)
    throw new Error(`the minimum (min) value needs to be smaller than or equal to maximum (max) value`);
  const result = minimum + bytes.below(maximum - minimum + 1);
  return { id: String(result), outputs: { result } };
});

const randomUuid = randomType(["result"], (_, bytes) => {
  const result = uuidFrom(bytes.take(16).toString("hex"));
  return { id: result, outputs: { result } };
});

const randomPet = randomType([], (inputs, bytes) => {
  const length = Number(inputs.length ?? 2);
  const separator = typeof inputs.separator === "string" ? inputs.separator : "-";
  const words = [bytes.pick(animals) as string];
  if (length > 1) words.unshift(bytes.pick(adjectives));
  while (words.length < length) words.unshift(bytes.pick(adverbs));
  const prefix = typeof inputs.prefix === "string" ? [inputs.prefix] : [];
  return { id: [...prefix, ...words].join(separator), outputs: { length, separator } };
});

const randomShuffle = randomType(["results"], (inputs, bytes) => {
  const items = Array.isArray(inputs.inputs) ? inputs.inputs : [];
  const wanted = Number(inputs.resultCount ?? items.length);
  const results = [];
  while (items.length > 0 && results.length < wanted) results.push(...bytes.shuffle(items));
  return { id: "-", outputs: { results: results.slice(0, wanted) } };
});

/** The random package, with values that depend on the resource's URN and inputs alone. */
export const randomTypes: LocalTypes = {
  resources: {
    "random:index/randomString:RandomString": randomString,
    "random:index/randomPassword:RandomPassword": randomPassword,
    "random:index/randomId:RandomId": randomId,
    "random:index/randomBytes:RandomBytes": randomBytes,
    "random:index/randomInteger:RandomInteger": randomInteger,
    "random:index/randomUuid:RandomUuid": randomUuid,
    "random:index/randomUuid4:RandomUuid4": randomUuid,
    "random:index/randomUuid7:RandomUuid7": randomUuid,
    "random:index/randomPet:RandomPet": randomPet,
    "random:index/randomShuffle:RandomShuffle": randomShuffle,
  },
  functions: {},
};
