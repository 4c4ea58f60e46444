import { existsSync } from "node:fs";
import { join } from "node:path";
import { Provider } from "@pulumi/azure-native/provider";
import * as pulumi from "@pulumi/pulumi";
import type { RingName } from "@ringfence/core/rings";
import * as ringfence from "../../src/index";
import { shapeProblems } from "../azure-shapes";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringArgs, ringTags } from "../ring/ring-args";
import { samples } from "./samples";
import { isTaggable } from "./taggable";

/** What holds for every component, whatever it makes; a new component joins by its row in `samples`. */

const components = Object.entries(ringfence)
  .filter(([, value]) => typeof value === "function" && value.prototype instanceof pulumi.ComponentResource)
  .map(([name]) => name);

test("every exported component has a sample", () => {
  expect(Object.keys(samples).toSorted()).toEqual(components.toSorted());
});

interface Estate {
  provider?: boolean;
  preview?: boolean;
}

const ALERT_RULES = ["MetricAlert", "ScheduledQueryRule", "ActivityLogAlert"].map(
  (rule) => `azure-native:monitor:${rule}`,
);

/** A ring and one of each other component in it, as a program would make them. */
async function estate(ring: RingName, { provider = false, preview = false }: Estate = {}): Promise<RecordedResource[]> {
  const program = () => {
    const opts = provider ? { provider: new Provider("elsewhere", {}) } : {};
    const { context } = new ringfence.EnvironmentRing("claims", ringArgs(ring), opts);
    for (const [component, make] of Object.entries(samples))
      if (component !== "EnvironmentRing") make(sampleName(component), context, opts);
  };
  return (await recordResources(program, { preview, stack: ring })).resources;
}

/** Short, because a key vault's name has room for ten characters of it. */
const sampleName = (component: string) => component.toLowerCase().slice(0, 8);
const isOurs = ({ type }: RecordedResource) => type.startsWith("ringfence:");
const isAzure = ({ type }: RecordedResource) => type.startsWith("azure-native:");

describe.each<RingName>(["dev", "prod"])("in %s", (ring) => {
  let resources: RecordedResource[];
  let byUrn: Map<string, RecordedResource>;

  beforeAll(async () => {
    resources = await estate(ring);
    byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  });

  /** The component that a resource belongs to. */
  const componentOf = (resource: RecordedResource): RecordedResource | undefined => {
    const parent = byUrn.get(resource.parent);
    return parent && (isOurs(parent) ? parent : componentOf(parent));
  };

  test("every alert rule says how urgent it is, reaches somebody, and links to a runbook that has a page", () => {
    const rules = resources.filter(({ type }) => ALERT_RULES.includes(type));
    expect(new Set(rules.map(({ type }) => type)).size).toBe(ALERT_RULES.length);
    for (const { name, inputs } of rules) {
      const { severity, tags, actions } = inputs as {
        severity?: number;
        tags: { severity?: string };
        actions: unknown;
      };
      const text = JSON.stringify(actions);
      const [, runbook = "none"] = /\/runbooks\/([a-z-]+)\.md/.exec(text) ?? [];
      expect([name, severity ?? tags.severity]).toEqual([name, expect.anything()]);
      expect([name, /actionGroup/i.test(text)]).toEqual([name, true]);
      expect([name, runbook, existsSync(join(__dirname, `../../../../runbooks/${runbook}.md`))]).toEqual([
        name,
        runbook,
        true,
      ]);
    }
  });

  test("every component is registered under its own token", () => {
    const tokens = resources.filter(isOurs).map(({ type }) => type);
    expect(tokens.toSorted()).toEqual(components.map((name) => `ringfence:index:${name}`).toSorted());
  });

  test("every child belongs to a component and is named after it", () => {
    for (const child of resources.filter(isAzure)) {
      const owner = componentOf(child);
      expect([child.urn, owner?.type]).toEqual([child.urn, expect.stringMatching(/^ringfence:index:/)]);
      expect(child.name).toMatch(new RegExp(`^${owner?.name}-`));
    }
  });

  test("every taggable child carries the six tags", () => {
    const taggable = resources.filter(({ type }) => isTaggable(type));
    expect(taggable.length).toBeGreaterThan(components.length);
    for (const { urn, inputs } of taggable)
      expect([urn, inputs.tags]).toEqual([urn, expect.objectContaining(ringTags(ring))]);
  });

  test("every component says what it has put out, and when it was done", () => {
    for (const component of resources.filter(isOurs))
      expect([component.type, component.registeredOutputs]).toEqual([component.type, expect.any(Object)]);
  });

  test("a preview, in which no id is known, shows the same resources", async () => {
    const preview = await estate(ring, { preview: true });
    expect(preview.map(({ urn }) => urn).toSorted()).toEqual(resources.map(({ urn }) => urn).toSorted());
  });

  test("a second run registers the same inputs", async () => {
    const inputs = (all: RecordedResource[]) => new Map(all.map(({ urn, inputs }) => [urn, JSON.stringify(inputs)]));
    expect(inputs(await estate(ring))).toEqual(inputs(resources));
  });

  test("every child uses the provider that its component was given", async () => {
    const elsewhere = (await estate(ring, { provider: true })).filter(isAzure);
    for (const { urn, provider } of elsewhere)
      expect([urn, provider]).toEqual([urn, expect.stringContaining("elsewhere")]);
  });

  test("Azure's type definitions take all inputs", () => {
    expect(shapeProblems(resources)).toEqual([]);
  });
});
