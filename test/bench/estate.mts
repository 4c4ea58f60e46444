/**
 * One measured process: builds an estate of about `resources` resources under Pulumi's mocks, either with our
 * components or with plain azure-native classes that get the very same arguments, and prints seconds and bytes.
 *
 * Both variants first build one set of components. The plain variant takes down every constructor call in it and
 * repeats those calls; so both have loaded the same code, and every plain resource has the inputs, outputs of other
 * resources among them, that the component's child has.
 */
import * as pulumi from "@pulumi/pulumi";
import { buildSet } from "./component-set.mts";

const [variant = "", wanted = ""] = process.argv.slice(2);

await pulumi.runtime.setMocks({
  newResource: ({ name, inputs }) => ({ id: `/mock/${name}`, state: { name, ...inputs } }),
  call: () => ({}),
});

interface Call {
  create: new (name: string, args: pulumi.Inputs, opts: pulumi.CustomResourceOptions) => pulumi.Resource;
  name: string;
  args: pulumi.Inputs;
  dependsOn: pulumi.CustomResourceOptions["dependsOn"];
}

const calls: Call[] = [];
let components = 0;
buildSet("warm-up", (args) => {
  if (args.resource instanceof pulumi.CustomResource)
    calls.push({
      create: args.resource.constructor as Call["create"],
      name: args.name,
      args: args.props,
      dependsOn: args.opts.dependsOn,
    });
  else components++;
  return undefined;
});
await settled();

const sets = Math.round(Number(wanted) / calls.length);
globalThis.gc?.();
const memoryBefore = process.memoryUsage().heapUsed;
const start = performance.now();
for (let set = 0; set < sets; set++) {
  if (variant === "components") buildSet(`set-${set}`);
  else for (const { create, name, args, dependsOn } of calls) new create(`set-${set}-${name}`, args, { dependsOn });
}
await settled();
const seconds = (performance.now() - start) / 1000;
globalThis.gc?.();
console.log(
  JSON.stringify({
    resources: sets * calls.length,
    components: sets * components,
    seconds,
    heapBytes: process.memoryUsage().heapUsed - memoryBefore,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);

/** Waits until every registration has been answered. */
async function settled(): Promise<void> {
  await pulumi.runtime.disconnect();
}
