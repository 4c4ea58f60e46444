import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ComponentResource } from "@pulumi/pulumi";
import { type AnalyzeResult, Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import * as ringfence from "../../src/index";

/** Pulumi's own analyser turns the components' types into the schema that other languages are generated from. */

const directory = join(__dirname, "../..");
const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
const exported = Object.entries(ringfence)
  .filter(([, value]) => typeof value === "function" && value.prototype instanceof ComponentResource)
  .map(([name]) => name);

let analysis: AnalyzeResult;
beforeAll(() => {
  analysis = new Analyzer(directory, "ringfence", manifest, new Set(exported)).analyze();
}, 60_000);

test("every component of the sources is exported and accepted by the analyser", () => {
  const declared = readdirSync(join(directory, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [
      ...readFileSync(join(directory, "src", file), "utf8").matchAll(/class (\w+) extends pulumi\.ComponentResource/g),
    ])
    .map(([, name]) => name);
  expect(exported.toSorted()).toEqual(declared.toSorted());
  expect(Object.keys(analysis.components).toSorted()).toEqual(declared.toSorted());
});

test("the package is called ringfence, and so are its tokens", () => {
  const { components, typeDefinitions, dependencies } = analysis;
  const schema = generateSchema("ringfence", "0.1.0", "", components, typeDefinitions, dependencies, "ringfence");
  expect(schema).toMatchObject({ name: "ringfence", namespace: "ringfence" });
  expect(Object.keys(schema.resources).toSorted()).toEqual(
    exported.map((name) => `ringfence:index:${name}`).toSorted(),
  );
  for (const token of Object.keys(schema.types)) expect(token).toMatch(/^ringfence:index:[A-Z]/);
});

test("nothing in the schema is of any type, because other languages could not check it", () => {
  const vague = Object.entries({ ...analysis.components, ...analysis.typeDefinitions })
    .filter(([, definition]) => JSON.stringify(definition).includes("pulumi.json#/Any"))
    .map(([name]) => name);
  expect(vague).toEqual([]);
});

test("the schema's documentation is complete and readable", () => {
  const properties = [
    ...Object.entries(analysis.components).flatMap(([name, { inputs, outputs }]) => [
      ...Object.entries(inputs).map(([key, property]) => [`${name}.${key}`, property.description] as const),
      ...Object.entries(outputs).map(([key, property]) => [`${name}.${key}`, property.description] as const),
    ]),
    ...Object.entries(analysis.typeDefinitions).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).map(([key, property]) => [`${name}.${key}`, property.description] as const),
    ),
  ];
  expect(properties.length).toBeGreaterThan(100);
  expect(properties.filter(([, description]) => !description).map(([path]) => path)).toEqual([]);
  expect(properties.filter(([, description]) => description?.includes("[object Object]"))).toEqual([]);
});

test("what a ring decides by is plain in the schema, the ids of created things are inputs", () => {
  const context = analysis.typeDefinitions.RingContext?.properties;
  const plain = Object.entries(context ?? {})
    .filter(([, property]) => property.plain)
    .map(([key]) => key);
  expect(plain.toSorted()).toEqual(
    [
      ...["actionGroupIds", "jobsIdentity", "location", "name", "network", "ring", "runbooksUrl", "settings"],
      ...["severitiesWithReceivers", "suffix", "tags"],
    ].toSorted(),
  );
  for (const id of ["resourceGroupName", "keyVaultId", "logAnalyticsId"])
    expect([id, context?.[id]]).toEqual([id, { type: "string", description: expect.any(String) }]);
});
