import { dirname } from "node:path";
import { ComponentResource } from "@pulumi/pulumi";
import { type ComponentProviderOptions, componentProviderHost } from "@pulumi/pulumi/provider/experimental";
import * as ringfence from "./index";

/**
 * Serves the components to Pulumi programs in other languages. Pulumi loads this file, the package's `main`, because
 * `PulumiPlugin.yaml` lies beside `package.json`; programs in TypeScript import the package's `exports` and never come
 * here. The name is stated: Pulumi would take it from the package, and `azure` is the name of Pulumi's own classic
 * provider.
 */
void componentProviderHost({
  name: "ringfence",
  namespace: "ringfence",
  dirname: dirname(__dirname),
  components: Object.values<unknown>(ringfence).filter(isComponent),
});

type ComponentConstructor = ComponentProviderOptions["components"][number];

function isComponent(exported: unknown): exported is ComponentConstructor {
  return typeof exported === "function" && exported.prototype instanceof ComponentResource;
}
