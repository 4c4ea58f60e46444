/**
 * Prints the resources of one set of components as an analyser gets them: types, names, inputs, outputs, parents and
 * what each property was made from, as Pulumi's mocks were asked to register them.
 */
import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import type { CompleteResource } from "@ringfence/policies/testing";
import { buildSet } from "../component-set.mts";

/** What a copy of the set replaces by a name of its own. */
const [name = ""] = process.argv.slice(2);

interface RegisterRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getObject(): { toJavaScript(): Record<string, unknown> } | undefined;
  getDependenciesList(): string[];
  getPropertydependenciesMap(): Map<string, { getUrnsList(): string[] }>;
}
interface Monitor {
  registerResource(request: RegisterRequest, callback: (error: unknown, answer: Answer) => void): unknown;
}
interface Answer {
  getUrn(): string;
  getObject(): { toJavaScript(): Record<string, unknown> } | undefined;
}

const require = createRequire(import.meta.url);
const { MockMonitor } = require("@pulumi/pulumi/runtime/mocks") as { MockMonitor: { prototype: Monitor } };
const resources: CompleteResource[] = [];
const register = MockMonitor.prototype.registerResource;
MockMonitor.prototype.registerResource = function (request, callback) {
  return register.call(this, request, (error, answer) => {
    const props = request.getObject()?.toJavaScript() ?? {};
    resources.push({
      type: request.getType(),
      name: request.getName(),
      urn: answer.getUrn(),
      props,
      outputs: answer.getObject()?.toJavaScript() ?? props,
      parent: request.getParent() || undefined,
      protect: false,
      dependencies: request.getDependenciesList(),
      propertyDependencies: Object.fromEntries(
        [...request.getPropertydependenciesMap().entries()].map(([property, from]) => [property, from.getUrnsList()]),
      ),
    });
    callback(error, answer);
  });
};

await pulumi.runtime.setMocks({
  newResource: ({ name: resource, inputs }) => ({ id: `/mock/${resource}`, state: { name: resource, ...inputs } }),
  call: () => ({}),
});
buildSet(name);
await pulumi.runtime.disconnect();
console.log(JSON.stringify(resources));
